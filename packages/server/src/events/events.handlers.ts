import type { events } from '@clientele/contract'
import { clientIds } from '../accounts/client-ids.ts'
import { scopeOf } from '../auth/caller.ts'
import { cursorInvalid, readCursor, cutPage } from '../cursor.ts'
import { type Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { SqlValues } from '../sql-values.ts'
import { feedEnd } from './feed-end.ts'
import { isPlace, isVisible, toEvent, type EventRow } from './events.store.ts'

export const eventHandlers: Handlers<typeof events> = {
  async list(call, tx) {
    const { limit, cursor, after, subject, type, clientId, grantId } = call.query
    const values = new SqlValues()
    // a transaction with a lower number may still commit: what it writes would be missed by a reader who has gone past it
    const where = [`e.transaction < ${feedEnd}`, isVisible(scopeOf(call.caller, call.reach), values)]
    if (subject !== undefined) where.push(`e.subject_id = ${values.add(subject)}`)
    if (clientId !== undefined) {
      const ids = await clientIds(tx, clientId)
      where.push(`e.client_id in (${ids.map((id) => values.add(id)).join(', ')})`)
    }
    if (grantId !== undefined) where.push(`e.grant_id = ${values.add(grantId)}`)
    if (type) where.push(`e.type = any(${values.add(type)})`)
    const from = readCursor(cursor, 'events', 2) ?? (after === undefined ? undefined : await placeOf(after))
    if (from) {
      if (!from.every(isPlace)) throw cursorInvalid()
      const [transaction, position] = from.map((part) => values.add(part))
      where.push(`(e.transaction, e.position) > (${transaction}::xid8, ${position}::bigint)`)
    }
    const rows = await tx.query<EventRow>(
      `select * from events e where ${where.join(' and ')} order by e.transaction, e.position limit ${limit + 1}`,
      values.list,
    )
    const { shown, nextCursor } = cutPage(rows, {
      limit,
      order: 'events',
      keysOf: (last) => [last.transaction, last.position],
    })
    return {
      data: shown.map(toEvent),
      nextCursor,
    }

    async function placeOf(id: string): Promise<string[]> {
      const [row] = await tx.query<EventRow>('select * from events where id = $1', [id])
      if (!row) throw notFound()
      return [row.transaction, row.position]
    }
  },
}
