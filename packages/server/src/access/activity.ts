import type { access } from '@clientele/contract'
import { cursorInvalid, readCursor, cutPage } from '../cursor.ts'
import { isPlace, toEvent, type EventRow } from '../events/events.store.ts'
import type { Answer } from '../handler.ts'
import { SqlValues } from '../sql-values.ts'
import { requireSeenClient } from './own-client.ts'

/** What was done at a client, the newest first: the client sees all of it, a reseller its own part (N8). */
export const listActivity: Answer<(typeof access)['activity']> = async (call, tx) => {
  const { limit, cursor, grantId, resellerId } = call.query
  const { client } = await requireSeenClient(tx, call, call.params.id)
  const values = new SqlValues()
  const ids = [...new Set([call.params.id, client.id])]
  const where = [`e.client_id in (${ids.map((id) => values.add(id)).join(', ')})`]
  const ofReseller = (id: string) => {
    const of = values.add(id)
    return `(e.reseller_id = ${of} or (e.reseller_id is null and e.owner_id = ${of}))`
  }
  if (call.caller.account.kind === 'reseller') where.push(ofReseller(call.caller.account.id))
  if (resellerId !== undefined) where.push(ofReseller(resellerId))
  if (grantId !== undefined) {
    const grant = values.add(grantId)
    where.push(`(e.grant_id = ${grant} or e.subject_id = ${grant})`)
  }
  const before = readCursor(cursor, 'activity', 2)
  if (before) {
    if (!before.every(isPlace)) throw cursorInvalid()
    const [transaction, position] = before.map((part) => values.add(part))
    where.push(`(e.transaction, e.position) < (${transaction}::xid8, ${position}::bigint)`)
  }
  const rows = await tx.query<EventRow>(
    `select * from events e where ${where.join(' and ')} order by e.transaction desc, e.position desc limit ${limit + 1}`,
    values.list,
  )
  const { shown, nextCursor } = cutPage(rows, {
    limit,
    order: 'activity',
    keysOf: (last) => [last.transaction, last.position],
  })
  return {
    data: shown.map(toEvent),
    nextCursor,
  }
}
