import type { accessGrants as rows } from '@clientele/contract'
import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { ofClient } from '../accounts/client-ids.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accessGrants } from '../database/access.schema.ts'
import type { Answer } from '../handler.ts'
import { toGrants } from './grant-view.ts'
import { livingStatuses } from './grants.rules.ts'

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
        await ofClient(tx, accessGrants.clientId, clientId),
        resellerId === undefined ? undefined : eq(accessGrants.resellerId, resellerId),
        status && sql`${statusNow(call.now)} = any(${sql.param(status)})`,
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

/** As `statusAt` of the rules says it. */
function statusNow(now: Date): SQL {
  const { status, endsAt, autoExtend } = accessGrants
  const isOver = sql`${status} = any(${sql.param(livingStatuses)}) and ${endsAt} <= ${now} and ${autoExtend} is null`
  return sql`case when ${isOver} then 'expired' else ${status} end`
}
