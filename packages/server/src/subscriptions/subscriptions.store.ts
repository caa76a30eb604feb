import type { Subscription } from '@clientele/contract'
import { eq } from 'drizzle-orm'
import { subscriptions } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'

export type SubscriptionRow = typeof subscriptions.$inferSelect

/** The row of a subscription that the caller can see, locked for a change. */
export async function lockSubscription(tx: Tx, id: string): Promise<SubscriptionRow | undefined> {
  const [row] = await tx.db.select().from(subscriptions).where(eq(subscriptions.id, id)).for('update')
  return row
}

/** Those of the subscriptions whose seller has a link with the client, or owns it: without one nobody manages what it sold. */
export async function sellerLinked(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.asSystem(() =>
    tx.query<{ id: string }>(
      `select s.id from subscriptions s join accounts c on c.id = s.client_id
        where s.id = any($1) and (c.parent_id = s.sold_by_id or exists (select 1 from links l
          where l.client_id = s.client_id and l.reseller_id = s.sold_by_id and l.status = 'active'))`,
      [ids],
      'seller-linked',
    ),
  )
  return new Set(rows.map(({ id }) => id))
}

/** Writes a changed subscription, one version on, and what it means for its client's record. */
export async function saveSubscription(tx: Tx, row: SubscriptionRow, now: Date): Promise<SubscriptionRow> {
  const saved = { ...row, version: row.version + 1, updatedAt: now }
  const { id, ...values } = saved
  await tx.db.update(subscriptions).set(values).where(eq(subscriptions.id, id))
  await noteSubscriptionState(tx, row.clientId)
  return saved
}

export async function insertSubscription(tx: Tx, row: typeof subscriptions.$inferInsert): Promise<SubscriptionRow> {
  const [added] = await tx.db.insert(subscriptions).values(row).returning()
  if (!added) throw new Error('Clientele: a subscription was not written.')
  await noteSubscriptionState(tx, added.clientId)
  return added
}

const living: readonly string[] = [
  'pending_activation',
  'trial',
  'active',
  'suspended',
] satisfies Subscription['status'][]

interface StatusesRow {
  [column: string]: unknown
  id: string
  statuses: Subscription['status'][]
}

/**
 * One word for the subscriptions of a client, on its record, where lists are filtered by it (R65): those that its owner
 * sold, and those of the platform. That somebody else sells to the client is no business of its owner (R201). So it is on
 * each record that was joined with the client (R32), as its owner has it: with what the platform sells as long as the
 * client has let that one in. Call it when one of these changes.
 */
export async function noteSubscriptionState(tx: Tx, clientId: string): Promise<void> {
  // a reseller that was let in does not reach the record of the client
  await tx.asSystem(async () => {
    // whoever changes another subscription at the same time comes after, and reads this one; a client before its records
    await tx.query("select 1 from accounts where id = $1 and kind = 'client' for update", [clientId], 'hold-state')
    const records = await tx.query<StatusesRow>(statusesStatement, [clientId], 'statuses-of-records')
    await tx.query(
      `update accounts set subscription_state = noted.state
        from unnest($1::text[], $2::text[]) as noted(id, state)
        where accounts.id = noted.id and accounts.subscription_state <> noted.state`,
      [records.map(({ id }) => id), records.map(({ statuses }) => stateOf(statuses))],
      'note-states',
    )
  })
}

const statusesStatement = `
  select r.id, coalesce(array_agg(distinct s.status) filter (where s.id is not null), '{}') as statuses
    from accounts c
      join accounts r on r.kind = 'client' and (r.id = c.id or r.alias_of = c.id)
      left join subscriptions s on s.client_id = c.id and (s.sold_by_id = r.parent_id or s.sold_by_id is null and (
        r.parent_id = c.parent_id or exists (select 1 from links l
          where l.client_id = c.id and l.reseller_id = r.parent_id and l.status = 'active')))
    where c.id = $1 group by r.id`

/** What several subscriptions are together. */
export function stateOf(
  statuses: readonly Subscription['status'][],
): 'none' | 'trial' | 'active' | 'suspended' | 'mixed' | 'ended' {
  if (statuses.length === 0) return 'none'
  const alive = new Set(statuses.filter((status) => living.includes(status)))
  if (alive.size === 0) return 'ended'
  if (alive.has('suspended')) return alive.size === 1 ? 'suspended' : 'mixed'
  return alive.size === 1 && alive.has('trial') ? 'trial' : 'active'
}
