import { accountKindOf, reachOf, roles, type WebhookDelivery, type WebhookEndpoint } from '@clientele/contract'
import { and, eq } from 'drizzle-orm'
import { treeColumn } from '../auth/authenticate.ts'
import { scopeWithin } from '../auth/caller.ts'
import { webhookDeliveries, webhookEndpoints } from '../database/delivery.schema.ts'
import type { Scope, Tx } from '../database/transaction.ts'
import { feedEnd } from '../events/feed-end.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import { etagOf } from '../handler.ts'
import { liveSecrets } from './webhook-secrets.ts'

export type EndpointRow = typeof webhookEndpoints.$inferSelect
export type DeliveryRow = typeof webhookDeliveries.$inferSelect

/** The role that reads most of an account: what it may read, the account's endpoints are told. */
const readers = roles.filter((role) => /_(admin|owner)$/.test(role))

/** The eyes of an account at `events.list`; `undefined` where it is suspended or gone, and so reads nothing. */
export async function scopeOfAccount(tx: Tx, accountId: string): Promise<Scope | undefined> {
  const [account] = await tx.query<{ kind: string; tree: string[] }>(
    `select a.kind, ${treeColumn} from accounts a where a.id = $1 and a.status = 'active'`,
    [accountId],
    'webhook-account',
  )
  const reader = account && readers.find((role) => accountKindOf[role] === account.kind)
  const reach = reader && reachOf(reader, 'events.read')
  return reach && scopeWithin({ account: accountId, caller: '' }, account.tree, reach)
}

/** A place in the feed, as an endpoint keeps it. */
export type Place = Pick<EndpointRow, 'cursorTransaction' | 'cursorPosition'>

/** Where the feed is: what is there now lies before it, and what has still to be committed after it. */
export async function endOfFeed(tx: Tx): Promise<Place> {
  const [here] = await tx.query<{ transaction: string }>(`select ${feedEnd}::text as transaction`)
  return { cursorTransaction: here?.transaction ?? '0', cursorPosition: 0 }
}

export async function saveEndpoint(tx: Tx, row: EndpointRow, now: Date): Promise<EndpointRow> {
  const saved = { ...row, version: row.version + 1, updatedAt: now }
  await tx.db.update(webhookEndpoints).set(saved).where(eq(webhookEndpoints.id, row.id))
  return saved
}

/** What waited for an endpoint is due again, with all its time before it. */
export async function startDeliveriesAfresh(tx: Tx, endpointId: string, now: Date): Promise<void> {
  await tx.db
    .update(webhookDeliveries)
    .set({ nextAttemptAt: now, failures: 0, failingSince: null })
    .where(and(eq(webhookDeliveries.endpointId, endpointId), eq(webhookDeliveries.state, 'pending')))
}

/** Stops an endpoint that asked for it, or that could not be reached for days. */
export async function disableEndpoint(tx: Tx, by: By, row: EndpointRow, reason: 'gone' | 'failing'): Promise<void> {
  await saveEndpoint(tx, { ...row, status: 'disabled', disabledReason: reason, disabledAt: by.now }, by.now)
  await recordEvent(tx, by, {
    type: 'webhook.disabled',
    subject: { type: 'webhook_endpoint', id: row.id },
    ownerId: row.accountId,
    changes: { status: { from: 'enabled', to: 'disabled' }, disabledReason: { from: null, to: reason } },
  })
}

export function toEndpoint(row: EndpointRow, now: Date): WebhookEndpoint {
  const [, previous] = liveSecrets(row.secrets, now)
  return {
    id: row.id,
    accountId: row.accountId,
    url: row.url,
    description: row.description,
    events: row.events,
    status: row.status,
    disabledReason: row.disabledReason,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
    oldSecretUntil: previous?.expiresAt ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
  }
}

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpointId,
    eventId: row.eventId,
    eventType: row.eventType,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastDetail: row.lastDetail,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
