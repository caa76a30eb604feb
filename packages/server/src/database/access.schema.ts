import type { LevelTexts } from '@clientele/contract'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, instant, key } from './columns.ts'

/** Levels of access by key and version. A published version never changes: grants are pinned to it (N5). */
export const accessLevels = pgTable(
  'access_levels',
  {
    key: key('key').notNull(),
    version: smallint('version').notNull(),
    family: text('family').$type<'products' | 'console' | 'support'>().notNull(),
    rank: smallint('rank').notNull(),
    capabilities: text('capabilities').array().notNull(),
    texts: jsonb('texts').$type<Record<string, LevelTexts>>().notNull(),
    requiresPaymentMethod: boolean('requires_payment_method').notNull(),
    selectable: boolean('selectable').notNull(),
    status: text('status').$type<'published' | 'retired'>().notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] })],
)

/** What stands between a reseller and a client it does not own. That of the owner is the account's parent. */
export const links = pgTable(
  'links',
  {
    id: key('id').primaryKey(),
    resellerId: key('reseller_id').notNull(),
    clientId: key('client_id').notNull(),
    kind: text('kind').$type<'secondary' | 'support_only'>().notNull(),
    origin: text('origin').notNull(),
    status: text('status').$type<'active' | 'disputed' | 'ended'>().notNull(),
    since: instant('since').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    uniqueIndex('one_link')
      .on(t.clientId, t.resellerId)
      .where(sql`status <> 'ended'`),
    index('links_by_reseller').on(t.resellerId, t.clientId),
  ],
)

/** SM2: a reseller asks a client for access at a level. */
export const accessRequests = pgTable(
  'access_requests',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    levelKey: key('level_key').notNull(),
    levelVersion: smallint('level_version').notNull(),
    /** `{ kind: 'all' | 'sold_by_reseller' | 'sold_plus_ticked' } | { kind: 'subscriptions', ids } | { kind: 'domains', names }` */
    scope: jsonb('scope').$type<StoredScope>().notNull(),
    recipientEmail: text('recipient_email').notNull(),
    message: text('message').notNull(),
    languageCode: text('language_code').notNull(),
    /** ISO 8601; `null` is without an end. */
    duration: text('duration'),
    autoExtend: text('auto_extend'),
    status: text('status')
      .$type<'draft' | 'pending' | 'declined' | 'expired' | 'accepted' | 'canceled' | 'superseded'>()
      .notNull(),
    delivery: text('delivery').$type<'queued' | 'sent' | 'delivered' | 'opened' | 'bounced' | 'complained'>(),
    deliveryAt: instant('delivery_at'),
    deliveryDetail: text('delivery_detail'),
    /** When each was sent, oldest first: attempts are counted over 30 days. */
    sentAt: instant('sent_at'),
    attempts: instant('attempts')
      .array()
      .notNull()
      .default(sql`'{}'`),
    expiresAt: instant('expires_at'),
    remindedAt: instant('reminded_at')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** When the next reminder is due. */
    remindAt: instant('remind_at'),
    /** The last of those that the sender asked for: the clock's are not counted with them. */
    remindedByHandAt: instant('reminded_by_hand_at'),
    decidedAt: instant('decided_at'),
    decidedBy: jsonb('decided_by').$type<StoredActor>(),
    decisionReason: text('decision_reason'),
    /** The client asked on the expired page to be asked again. */
    renewalAskedAt: instant('renewal_asked_at'),
    supersedesId: key('supersedes_id'),
    grantId: key('grant_id'),
    /** The tokens of its links, sealed with the master key: of the one in the mail, and of the one the sender may copy. */
    sealedLinks: bytes('sealed_links'),
    sender: jsonb('sender').$type<StoredActor>().notNull(),
    /** Where the sender is told of the answer. */
    senderEmail: text('sender_email'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('one_pending_request')
      .on(t.clientId, t.resellerId)
      .where(sql`status = 'pending'`),
    index('requests_by_reseller').on(t.resellerId, t.id),
    index('requests_by_client').on(t.clientId, t.resellerId, t.id),
    index('requests_to_expire')
      .on(t.expiresAt)
      .where(sql`status = 'pending'`),
    index('requests_to_remind')
      .on(t.remindAt)
      .where(sql`status = 'pending'`),
  ],
)

export type StoredScope =
  | { kind: 'all' | 'sold_by_reseller' | 'sold_plus_ticked' }
  | { kind: 'subscriptions'; ids: string[] }
  | { kind: 'domains'; names: string[] }

/** As events carry it. */
export interface StoredActor {
  type: 'api_key' | 'widget_session' | 'link_holder' | 'system'
  id: string
  display: string | null
  accountId: string | null
}

/** The one-time tokens of links in mails: hashed, looked up by the hash alone. */
export const linkTokens = pgTable(
  'link_tokens',
  {
    hash: bytes('hash').primaryKey(),
    purpose: text('purpose').$type<'request' | 'manage'>().notNull(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    /** Of a `request` link. */
    requestId: key('request_id'),
    /** The mailbox it was sent to. */
    email: text('email').notNull(),
    /**
     * Only who reads that mailbox has it, and it is theirs who may decide. Not so with a link that the sender of a request
     * may copy, nor with an address that the sender typed and somebody else has answered for.
     */
    provesMailbox: boolean('proves_mailbox').notNull(),
    createdAt: instant('created_at').notNull(),
    /** A newer one was sent, or what it is for is over. */
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('link_tokens_by_request').on(t.requestId), index('link_tokens_by_pair').on(t.clientId, t.resellerId)],
)

/** SM3: what a client has allowed, pinned to the version of the level it saw. */
export const accessGrants = pgTable(
  'access_grants',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    requestId: key('request_id'),
    levelKey: key('level_key').notNull(),
    levelVersion: smallint('level_version').notNull(),
    family: text('family').$type<'products' | 'console' | 'support'>().notNull(),
    /** Those of the pinned version, less what later versions took away. */
    capabilities: text('capabilities').array().notNull(),
    /** What the client agreed to since, on its way: not in effect until it was seen to be. */
    agreedCapabilities: text('agreed_capabilities').array(),
    scope: jsonb('scope').$type<StoredScope>().notNull(),
    source: text('source').$type<'request' | 'preset' | 'direct_tick'>().notNull(),
    status: text('status')
      .$type<'activating' | 'active' | 'paused' | 'ending' | 'ended' | 'expired' | 'failed'>()
      .notNull(),
    /** How long it is put off by each extension that was consented to, ISO 8601. */
    autoExtend: text('auto_extend'),
    activatedAt: instant('activated_at'),
    endsAt: instant('ends_at'),
    /** Notices about the end that were sent, as offsets in ISO 8601. */
    noticesSent: text('notices_sent')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** When the next notice, extension or end is due. */
    dueAt: instant('due_at'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    lastUsedAt: instant('last_used_at'),
    receiptId: key('receipt_id'),
    /** The newest version of its level that the client was told of. */
    toldVersion: smallint('told_version'),
    /** The version of the level that the client was offered and does not want. */
    declinedVersion: smallint('declined_version'),
    declinedAt: instant('declined_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    // one living grant a family for each pair
    uniqueIndex('one_living_grant')
      .on(t.clientId, t.resellerId, t.family)
      .where(sql`status in ('activating', 'active', 'paused')`),
    index('grants_by_client').on(t.clientId, t.resellerId, t.id),
    index('grants_by_reseller').on(t.resellerId, t.id),
    index('grants_to_tell')
      .on(t.levelKey, sql`coalesce(told_version, level_version)`)
      .where(sql`status in ('activating', 'active', 'paused')`),
    index('grants_due')
      .on(t.dueAt)
      .where(sql`status in ('activating', 'active', 'paused')`),
  ],
)

/** SM4: the client's switch for one reseller. No row is “off, and never touched”. */
export const accessPolicies = pgTable(
  'access_policies',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    wanted: boolean('wanted').notNull(),
    observed: boolean('observed').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: jsonb('changed_by').$type<StoredActor>().notNull(),
    /** While wanted and observed differ: when it should have taken effect at the latest. */
    effectiveBy: instant('effective_by'),
    overdueAt: instant('overdue_at'),
    agreement: text('agreement')
      .$type<'none' | 'attested_by_client' | 'confirmed_by_reseller'>()
      .notNull()
      .default('none'),
    agreementAt: instant('agreement_at'),
    agreementBy: jsonb('agreement_by').$type<StoredActor>(),
    pausedAt: instant('paused_at'),
    /** The clause by which the switch cannot be turned off. */
    lockedByContract: text('locked_by_contract'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('one_policy').on(t.clientId, t.resellerId),
    index('policies_by_reseller').on(t.resellerId, t.clientId),
  ],
)

/** The ticks of a client beside its direct subscriptions, for one reseller. */
export const directTicks = pgTable(
  'direct_ticks',
  {
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    subscriptionId: key('subscription_id').notNull(),
    wanted: boolean('wanted').notNull(),
    observed: boolean('observed').notNull(),
    changedAt: instant('changed_at').notNull(),
    effectiveBy: instant('effective_by'),
    overdueAt: instant('overdue_at'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.resellerId, t.subscriptionId] })],
)

/** What has to be carried out elsewhere: wanted by us, until the connector or the host says that it is so. */
export const propagations = pgTable(
  'propagations',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    /** What changes: the switch, one tick, or a grant. */
    target: text('target').$type<'switch' | 'tick' | 'grant'>().notNull(),
    /** Of a tick the subscription, of a grant the grant, of the switch the policy. */
    targetId: key('target_id').notNull(),
    wanted: boolean('wanted').notNull(),
    state: text('state').$type<'pending' | 'in_sync' | 'failed' | 'superseded'>().notNull(),
    attempts: smallint('attempts').notNull().default(0),
    /** When the connector was told last. */
    attemptedAt: instant('attempted_at'),
    /** When the connector is told next; `null` once it is settled. */
    nextAttemptAt: instant('next_attempt_at'),
    expectedBy: instant('expected_by').notNull(),
    overdueAt: instant('overdue_at'),
    settledAt: instant('settled_at'),
    detail: text('detail'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('one_pending_propagation')
      .on(t.clientId, t.resellerId, t.target, t.targetId)
      .where(sql`state = 'pending'`),
    index('propagations_to_apply')
      .on(t.nextAttemptAt)
      .where(sql`state = 'pending'`),
    index('propagations_pending')
      .on(t.expectedBy)
      .where(sql`state = 'pending'`),
    index('propagations_by_id').on(t.clientId, t.id),
    // how long it took of late
    index('propagations_settled')
      .on(t.settledAt)
      .where(sql`state = 'in_sync'`),
  ],
)

/** What was agreed, signed once and kept by both parties (N6). */
export const consentReceipts = pgTable(
  'consent_receipts',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    /** Where it stands in the chain of the pair, from 1 on. */
    position: integer('position').notNull(),
    grantId: key('grant_id').notNull(),
    /** A compact JWS (RFC 7515), EdDSA. */
    jws: text('jws').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('one_receipt_chain').on(t.clientId, t.resellerId, t.position)],
)

/** The keys that sign receipts. The private half is sealed with the master key; the public half is kept for ever. */
export const receiptKeys = pgTable('receipt_keys', {
  kid: key('kid').primaryKey(),
  /** Ed25519, RFC 8037: `x` of the JWK. */
  publicKey: text('public_key').notNull(),
  sealed: bytes('sealed').notNull(),
  createdAt: instant('created_at').notNull(),
  /** Since when somebody else may have it: what says that it was signed later is not believed. */
  revokedAt: instant('revoked_at'),
})

/** What a client has, and who sold it (R200). */
export const subscriptions = pgTable(
  'subscriptions',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    sku: key('sku').notNull(),
    productFamily: key('product_family').notNull(),
    /** The reseller that sold it; `null` where the platform sold it to the client directly. */
    soldById: key('sold_by_id'),
    status: text('status')
      .$type<'pending_activation' | 'trial' | 'active' | 'suspended' | 'canceled' | 'expired' | 'transferred_out'>()
      .notNull(),
    seats: integer('seats'),
    domains: text('domains')
      .array()
      .notNull()
      .default(sql`'{}'`),
    orderId: key('order_id'),
    /** Of a subscription bought after a suggestion (R9): who suggested it. */
    suggestedById: key('suggested_by_id'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('subscriptions_by_client').on(t.clientId, t.id), index('subscriptions_by_seller').on(t.soldById, t.id)],
)

/** Products that a reseller suggests to a client (R8). */
export const suggestions = pgTable(
  'suggestions',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    resellerId: key('reseller_id').notNull(),
    items: jsonb('items')
      .$type<{ sku: string; quantity: number; note: string | null; orderId: string | null }[]>()
      .notNull(),
    message: text('message'),
    status: text('status')
      .$type<'draft' | 'sent' | 'viewed' | 'bought' | 'partly_bought' | 'declined' | 'expired' | 'withdrawn'>()
      .notNull(),
    reason: text('reason'),
    expiresAt: instant('expires_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('suggestions_by_client').on(t.clientId, t.id),
    index('suggestions_by_reseller').on(t.resellerId, t.id),
    index('suggestions_to_expire')
      .on(t.expiresAt)
      .where(sql`status in ('sent', 'viewed')`),
  ],
)

/** What was bought, by whom, and that the client pays. */
export const orders = pgTable(
  'orders',
  {
    id: key('id').primaryKey(),
    clientId: key('client_id').notNull(),
    /** The reseller that bought for the client under a grant, or sold it; `null` where the client bought from the platform. */
    resellerId: key('reseller_id'),
    placedBy: jsonb('placed_by').$type<StoredActor>().notNull(),
    grantId: key('grant_id'),
    suggestionId: key('suggestion_id'),
    items: jsonb('items').$type<{ sku: string; quantity: number; subscriptionId: string }[]>().notNull(),
    chargedTo: text('charged_to').$type<'client' | 'reseller'>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('orders_by_client').on(t.clientId, t.id), index('orders_by_reseller').on(t.resellerId, t.id)],
)
