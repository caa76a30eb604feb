import { neverDelegable, type AccessLevel, type Capability } from '@clientele/contract'
import { and, eq } from 'drizzle-orm'
import { accessLevels } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { levelCatalogue } from './catalogue.ts'
import { levelId } from './level-id.ts'
import { needsPaymentMethod } from './levels.rules.ts'

export { levelId, parseLevelId } from './level-id.ts'

export type LevelRow = typeof accessLevels.$inferSelect

/** Gives a database the delivered levels that it lacks; those it has stay as they are. Wants system scope. */
export async function seedLevels(tx: Tx, now: Date): Promise<void> {
  const rows = levelCatalogue.map((level) => ({
    ...level,
    capabilities: [...level.capabilities],
    version: 1,
    requiresPaymentMethod: needsPaymentMethod(level.capabilities),
    status: 'published' as const,
    publishedAt: now,
  }))
  // of a level that was published anew the first version is still there
  await tx.db.insert(accessLevels).values(rows).onConflictDoNothing()
}

/** The newest version of a level, or the one that is named, also where it is retired. */
export async function readLevel(tx: Tx, key: string, version?: number): Promise<LevelRow | undefined> {
  const [row] = await tx.db.select().from(accessLevels).where(isLevel(key, version))
  return row
}

/** The levels that can be asked for, lowest first. */
export async function offeredLevels(tx: Tx): Promise<LevelRow[]> {
  const isOffered = and(eq(accessLevels.status, 'published'), eq(accessLevels.selectable, true))
  return tx.db.select().from(accessLevels).where(isOffered).orderBy(accessLevels.rank, accessLevels.key)
}

/**
 * As {@link readLevel}, for who pins a grant to it: until the transaction ends no newer version is published, which could take away
 * what the grant is about to allow. Hold the level before the grant.
 */
export async function holdLevel(tx: Tx, key: string, version?: number): Promise<LevelRow | undefined> {
  const find = () => tx.db.select().from(accessLevels).where(isLevel(key, version)).for('share')
  // a caller may not lock what it may only read
  return tx.asSystem(async () => {
    const [row] = await find()
    // it was replaced while this waited: the next statement sees by what
    return row ?? (await find())[0]
  })
}

function isLevel(key: string, version: number | undefined) {
  const which = version === undefined ? eq(accessLevels.status, 'published') : eq(accessLevels.version, version)
  return and(eq(accessLevels.key, key), which)
}

export function toLevel(row: LevelRow): AccessLevel {
  return {
    id: levelId(row),
    key: row.key,
    version: row.version,
    family: row.family,
    rank: row.rank,
    capabilities: row.capabilities as Capability[],
    never: [...neverDelegable],
    texts: row.texts,
    requiresPaymentMethod: row.requiresPaymentMethod,
    selectable: row.selectable,
    status: row.status,
    publishedAt: row.publishedAt.toISOString(),
  }
}
