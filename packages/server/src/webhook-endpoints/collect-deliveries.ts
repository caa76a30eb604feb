import { and, eq } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '../database/delivery.schema.ts'
import type { Scope, Tx } from '../database/transaction.ts'
import { feedEnd } from '../events/feed-end.ts'
import { isVisible, type EventRow } from '../events/events.store.ts'
import type { Working } from '../jobs/due-work.ts'
import { newId } from '../new-id.ts'
import { SqlValues } from '../sql-values.ts'
import { endOfFeed, scopeOfAccount, type EndpointRow, type Place } from './webhook-endpoints.store.ts'

const mostAtOnce = 500

/** Turns what has happened since into deliveries, one short transaction an endpoint. Says how many it made. */
export async function collectDeliveries(by: Working): Promise<number> {
  const behind = await by.transact({ reach: 'system' }, endpointsBehind)
  let made = 0
  for (const id of behind) made += await by.transact({ reach: 'system' }, (tx) => collectFor(tx, id, by.clock.now()))
  return made
}

async function endpointsBehind(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.id from webhook_endpoints w join accounts a on a.id = w.account_id
      where w.status = 'enabled' and a.status = 'active' and exists (
        select from events e
         where (e.transaction, e.position) > (w.cursor_transaction, w.cursor_position)
           and e.transaction < ${feedEnd})
      order by w.id`,
    [],
    'webhooks-behind',
  )
  return rows.map(({ id }) => id)
}

async function collectFor(tx: Tx, id: string, now: Date): Promise<number> {
  const isTheOne = and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.status, 'enabled'))
  const [endpoint] = await tx.db.select().from(webhookEndpoints).where(isTheOne).for('update', { skipLocked: true })
  const scope = endpoint && (await scopeOfAccount(tx, endpoint.accountId))
  if (!scope) return 0
  const end = await endOfFeed(tx)
  const found = await eventsFor(tx, endpoint, scope, end)
  if (found.length > 0) {
    const rows = found.map((event) => ({
      id: newId('whd', now),
      endpointId: endpoint.id,
      accountId: endpoint.accountId,
      eventId: event.id,
      eventType: event.type,
      subjectId: event.subject_id,
      state: 'pending' as const,
      nextAttemptAt: now,
      createdAt: now,
    }))
    await tx.db.insert(webhookDeliveries).values(rows).onConflictDoNothing()
  }
  const last = found.length === mostAtOnce ? found.at(-1) : undefined
  const place: Place = last ? { cursorTransaction: last.transaction, cursorPosition: Number(last.position) } : end
  await tx.db.update(webhookEndpoints).set(place).where(eq(webhookEndpoints.id, endpoint.id))
  return found.length
}

/**
 * What the endpoint is to be told: read with the eyes of its account, so that row-level security stands behind the
 * `where`. It is never told of itself: what is told of being told would have no end.
 */
async function eventsFor(tx: Tx, { id, events, ...from }: EndpointRow, scope: Scope, end: Place): Promise<EventRow[]> {
  const values = new SqlValues()
  const where = [
    `e.transaction < ${values.add(end.cursorTransaction)}::xid8`,
    `(e.transaction, e.position) > (${values.add(from.cursorTransaction)}::xid8, ${values.add(from.cursorPosition)}::bigint)`,
    `e.subject_id <> ${values.add(id)}`,
    isVisible(scope, values),
  ]
  if (!events.includes('*')) where.push(`e.type = any(${values.add(events)})`)
  const statement = `select * from events e where ${where.join(' and ')} order by e.transaction, e.position limit ${mostAtOnce}`
  return tx.as(scope, () => tx.query<EventRow>(statement, values.list))
}
