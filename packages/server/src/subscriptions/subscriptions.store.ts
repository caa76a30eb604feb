import type { Subscription } from '@clientele/contract'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '../database/schema.ts'
import { subscriptions } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'

export type SubscriptionRow = typeof subscriptions.$inferSelect

/** The row of a subscription that the caller can see, locked for a change. */
export async function lockSubscription(tx: Tx, id: string): Promise<SubscriptionRow | undefined> {
  const [row] = await tx.db.select().from(subscriptions).where(eq(subscriptions.id, id)).for('update')
  return row
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

/**
 * One word for the subscriptions of a client, on its record, where lists are filtered by it (R65): those that its owner
 * sold, and those of the platform. That somebody else sells to the client is no business of its owner (R201).
 */
export async function noteSubscriptionState(tx: Tx, clientId: string): Promise<void> {
  // a reseller that was let in does not reach the record of the client
  await tx.asSystem(async () => {
    const client = and(eq(accounts.id, clientId), sql`kind = 'client'`)
    // whoever changes another subscription at the same time comes after, and reads this one
    const [locked] = await tx.db.select({ ownerId: accounts.parentId }).from(accounts).where(client).for('update')
    const ours = or(isNull(subscriptions.soldById), eq(subscriptions.soldById, locked?.ownerId ?? ''))
    const rows = await tx.db
      .selectDistinct({ status: subscriptions.status })
      .from(subscriptions)
      .where(and(eq(subscriptions.clientId, clientId), ours))
    await tx.db
      .update(accounts)
      .set({ subscriptionState: stateOf(rows.map(({ status }) => status)) })
      .where(client)
  })
}

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
