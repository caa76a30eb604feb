import type { accessLevels } from '@clientele/contract'
import { and, asc, eq, sql } from 'drizzle-orm'
import { cursorInvalid, readCursor, cutPage } from '../cursor.ts'
import { accessLevels as table } from '../database/access.schema.ts'
import type { Answer } from '../handler.ts'
import { toLevel, type LevelRow } from './access-levels.store.ts'

// those that clients are asked for first
const families = ['products', 'console', 'support'] as const
const place = sql`array_position(array['products', 'console', 'support'], ${table.family})`

export const listLevels: Answer<(typeof accessLevels)['list']> = async ({ query }, tx) => {
  const rows = await tx.db
    .select()
    .from(table)
    .where(
      and(
        query.include?.includes('retired') ? undefined : eq(table.status, 'published'),
        query.family === undefined ? undefined : eq(table.family, query.family),
        after(query.cursor),
      ),
    )
    .orderBy(place, asc(table.rank), asc(table.key), asc(table.version))
    .limit(query.limit + 1)
  const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'levels', keysOf })
  return {
    data: shown.map(toLevel),
    nextCursor,
  }
}

function keysOf({ family, rank, key, version }: LevelRow): string[] {
  return [String(families.indexOf(family) + 1), String(rank), key, String(version)]
}

function after(cursor: string | undefined) {
  const from = readCursor(cursor, 'levels', 4)
  if (!from) return undefined
  const [family, rank, key = '', version] = from
  const numbers = [family, rank, version]
  if (!numbers.every((part) => /^\d{1,4}$/.test(part ?? ''))) throw cursorInvalid()
  const [behindFamily, behindRank, behindVersion] = numbers.map(Number)
  return sql`(${place}, ${table.rank}, ${table.key}, ${table.version}) > (${behindFamily}::int, ${behindRank}::int, ${key}, ${behindVersion}::int)`
}
