import type { accessRequests } from '@clientele/contract'
import { and, desc, eq, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import { ofClient } from '../accounts/client-ids.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accessRequests as table } from '../database/access.schema.ts'
import type { Answer, Call } from '../handler.ts'
import { toAccessRequests } from './request-view.ts'

type List = (typeof accessRequests)['list']

/** Newest first. */
export const listRequests: Answer<List> = async (call, tx) => {
  const { query, now } = call
  const [before] = readCursor(query.cursor, 'requests', 1) ?? []
  const rows = await tx.db
    .select()
    .from(table)
    .where(
      and(
        among(call),
        before === undefined ? undefined : lt(table.id, before),
        await ofClient(tx, table.clientId, query.clientId),
        query.resellerId === undefined ? undefined : eq(table.resellerId, query.resellerId),
        query.status && sql`${statusNow(now)} = any(${sql.param(query.status)})`,
      ),
    )
    .orderBy(desc(table.id))
    .limit(query.limit + 1)
  const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'requests', keysOf: ({ id }) => [id] })
  const withActions = query.include?.includes('actions') ?? false
  return {
    data: await toAccessRequests(call, tx, shown, { withActions }),
    nextCursor,
  }
}

/** What row-level security enforces, said again for the index. Of a client's: what it was sent. */
function among({ caller, reach }: Call<List>): SQL | undefined {
  if (reach === 'all') return undefined
  const { id } = caller.account
  return reach === 'self' ? and(eq(table.clientId, id), isNotNull(table.sentAt)) : eq(table.resellerId, id)
}

/** As `statusAt` of the rules says it. */
function statusNow(now: Date): SQL {
  return sql`case when ${table.status} = 'pending' and ${table.expiresAt} <= ${now} then 'expired' else ${table.status} end`
}
