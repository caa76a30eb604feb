import type { Event } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { isVisible, toEvent, type EventRow } from '../events/events.store.ts'
import { SqlValues } from '../sql-values.ts'
import { scopeOfAccount, type EndpointRow } from './webhook-endpoints.store.ts'

/** A delivery that this server alone sends for the time of its lease. */
export interface Claimed {
  id: string
  endpointId: string
  /** Which attempt this is; who answers for an older one comes too late. */
  attempt: number
  url: string
  secrets: EndpointRow['secrets']
  /** `undefined` where the account may not read it any more. */
  event: Event | undefined
}

interface ClaimedRow {
  [column: string]: unknown
  id: string
  endpoint_id: string
  account_id: string
  event_id: string
  attempts: number
  url: string
  secrets: EndpointRow['secrets']
}

// longer than any attempt lasts
const lease = 60_000
// what could not be delivered for an hour stops holding up what came after it on the same subject
const orderIsKeptFor = 3_600_000
const mostToOneEndpoint = 4

/**
 * Takes what is due: a few of each endpoint, so that a slow one holds up no other, and one at a time of an endpoint that is
 * failing. Of one subject the next goes out when the one before it has arrived. Wants a transaction in system scope.
 */
export async function claimDeliveries(tx: Tx, now: Date, most: number): Promise<Claimed[]> {
  const rows = await tx.query<ClaimedRow>(
    `with due as (
       select d.id from webhook_endpoints w
         join accounts a on a.id = w.account_id and a.status = 'active'
         cross join lateral (
           select d.id, d.next_attempt_at, d.position from webhook_deliveries d
            where d.endpoint_id = w.id and d.state = 'pending' and d.next_attempt_at <= $1
              and (d.leased_until is null or d.leased_until <= $1)
              and not exists (
                select from webhook_deliveries b
                 where b.endpoint_id = d.endpoint_id and b.subject_id = d.subject_id and b.position < d.position
                   and b.state = 'pending' and b.replayed_at is null and b.created_at > $2)
            order by d.next_attempt_at, d.position
            limit greatest(0, (case when w.failing_since is null then ${mostToOneEndpoint} else 1 end) - (
              select count(*) from webhook_deliveries f
               where f.endpoint_id = w.id and f.state = 'pending' and f.leased_until > $1))) d
        where w.status = 'enabled' and (w.resume_at is null or w.resume_at <= $1)
        order by d.next_attempt_at, d.position limit $3),
     free as (
       -- looked at again under the lock: another server may have taken it a moment ago
       select d.id from webhook_deliveries d
        where d.id in (select id from due) and d.state = 'pending' and (d.leased_until is null or d.leased_until <= $1)
          for update skip locked)
     update webhook_deliveries d set attempts = d.attempts + 1, leased_until = $4
       from free, webhook_endpoints w where d.id = free.id and w.id = d.endpoint_id
     returning d.id, d.endpoint_id, d.account_id, d.event_id, d.attempts, w.url, w.secrets`,
    [now, new Date(now.getTime() - orderIsKeptFor), most, new Date(now.getTime() + lease)],
    'claim-deliveries',
  )
  const events = await eventsOf(tx, rows)
  return rows.map((row) => ({
    id: row.id,
    endpointId: row.endpoint_id,
    attempt: row.attempts,
    url: row.url,
    secrets: row.secrets,
    event: events.get(`${row.account_id} ${row.event_id}`),
  }))
}

/** The events as each account may read them now: it may have been moved since they were collected, or since long before a replay. */
async function eventsOf(tx: Tx, rows: readonly ClaimedRow[]): Promise<Map<string, Event>> {
  const read = new Map<string, Event>()
  for (const [accountId, own] of Map.groupBy(rows, (row) => row.account_id)) {
    const scope = await scopeOfAccount(tx, accountId)
    if (!scope) continue
    const values = new SqlValues()
    const ids = values.add(own.map(({ event_id }) => event_id))
    const statement = `select * from events e where e.id = any(${ids}) and ${isVisible(scope, values)}`
    const events = await tx.as(scope, () => tx.query<EventRow>(statement, values.list))
    for (const event of events) read.set(`${accountId} ${event.id}`, toEvent(event))
  }
  return read
}
