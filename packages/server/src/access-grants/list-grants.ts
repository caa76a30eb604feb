import type { accessGrants as rows } from '@clientele/contract'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { readCursor, cutPage } from '../cursor.ts'
import { accessGrants } from '../database/access.schema.ts'
import type { Answer } from '../handler.ts'
import { toGrants } from './grant-view.ts'

/** The newest first. */
export const listGrants: Answer<(typeof rows)['list']> = async (call, tx) => {
  const { limit, cursor, clientId, resellerId, status, include } = call.query
  const [before] = readCursor(cursor, 'grants', 1) ?? []
  const { id, kind } = call.caller.account
  const own = kind === 'client' ? eq(accessGrants.clientId, id) : eq(accessGrants.resellerId, id)
  const found = await tx.db
    .select()
    .from(accessGrants)
    .where(
      and(
        call.reach === 'all' ? undefined : own,
        before === undefined ? undefined : lt(accessGrants.id, before),
        clientId === undefined ? undefined : eq(accessGrants.clientId, clientId),
        resellerId === undefined ? undefined : eq(accessGrants.resellerId, resellerId),
        status && inArray(accessGrants.status, status),
      ),
    )
    .orderBy(desc(accessGrants.id))
    .limit(limit + 1)
  const { shown, nextCursor } = cutPage(found, { limit, order: 'grants', keysOf: ({ id }) => [id] })
  return {
    data: await toGrants(tx, call, shown, include?.includes('actions') ?? false),
    nextCursor,
  }
}
