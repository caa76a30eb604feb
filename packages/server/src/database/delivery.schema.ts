import { bigint, boolean, index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { StoredActor } from './access.schema.ts'
import { bytes, instant, key, transactionId } from './columns.ts'

/** Mails on their way: written in the transaction of what they tell, sent by a job, kept without their text afterwards. */
export const mails = pgTable(
  'mails',
  {
    id: key('id').primaryKey(),
    /** RFC 5322 Message-ID, made once: a mail that is sent twice can be seen to be one. */
    messageId: text('message_id').notNull(),
    template: text('template').notNull(),
    languageCode: text('language_code').notNull(),
    toEmail: text('to_email').notNull(),
    /** Whose mailbox that is, as mails to it are counted. A column, because row security lets no expression use an index. */
    mailbox: key('mailbox')
      .notNull()
      .generatedAlwaysAs(sql`mailbox_of(to_email)`),
    toName: text('to_name'),
    replyTo: text('reply_to'),
    subject: text('subject').notNull(),
    /** Sealed with the master key: they hold links. Gone once a real server has taken the mail. */
    sealedBody: bytes('sealed_body'),
    state: text('state').$type<'queued' | 'sent' | 'bounced' | 'failed' | 'dropped'>().notNull(),
    detail: text('detail'),
    /** It goes to the client, and not to the reseller or the operator. */
    toClient: boolean('to_client').notNull().default(false),
    /** What it is about: that is looked at before it goes out, and how often a mailbox was asked is counted by it. */
    aboutType: text('about_type').$type<
      'access_request' | 'access_grant' | 'access_policy' | 'propagation' | 'suggestion'
    >(),
    aboutId: key('about_id'),
    /** What it says of that, where it can be something else by the time it goes out: an end, a version. */
    says: text('says'),
    /** The state it tells, and whom: a newer one takes its place, and comes no sooner than some minutes after it. */
    stateOf: key('state_of'),
    attempts: smallint('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at'),
    sentAt: instant('sent_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('mails_due')
      .on(t.nextAttemptAt)
      .where(sql`state = 'queued'`),
    index('mails_by_subject').on(t.aboutId, t.id),
    index('mails_in_order').on(t.id),
    index('mails_by_mailbox').on(t.mailbox, t.createdAt),
    index('mails_of_state')
      .on(t.stateOf, t.id)
      .where(sql`state_of is not null and state <> 'dropped'`),
    index('mails_over')
      .on(t.createdAt)
      .where(sql`state <> 'queued'`),
  ],
)

/**
 * Mailboxes in which nobody is asked, by any reseller: mail came back from there, or whoever reads it wants none. They
 * open again when the platform says so, or when that person asks.
 */
export const closedMailboxes = pgTable('closed_mailboxes', {
  /** As `mailbox_of` spells it; where mail came back, the address itself in lower case. */
  mailbox: key('mailbox').primaryKey(),
  reason: text('reason').$type<'bounced' | 'complained'>().notNull(),
  since: instant('since').notNull(),
  openedAt: instant('opened_at'),
  openedBy: jsonb('opened_by').$type<StoredActor>(),
})

/** Where a host wants to be told of events (Standard Webhooks). */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: key('id').primaryKey(),
    accountId: key('account_id').notNull(),
    url: text('url').notNull(),
    description: text('description'),
    /** Event types, or `*`. */
    events: text('events').array().notNull(),
    status: text('status').$type<'enabled' | 'disabled'>().notNull(),
    disabledReason: text('disabled_reason').$type<'by_caller' | 'gone' | 'failing'>(),
    disabledAt: instant('disabled_at'),
    /** Secrets sealed with the master key, newest first: `{ sealed (base64), expiresAt (ISO) or null }`. */
    secrets: jsonb('secrets').$type<{ sealed: string; expiresAt: string | null }[]>().notNull(),
    /** What lies after this place in the feed has still to be looked at. */
    cursorTransaction: transactionId('cursor_transaction').notNull(),
    cursorPosition: bigint('cursor_position', { mode: 'number' }).notNull(),
    /** Since when nothing has got through. */
    failingSince: instant('failing_since'),
    /** It asked to be left alone until then. */
    resumeAt: instant('resume_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('webhooks_by_account').on(t.accountId, t.id)],
)

/** One event on its way to one endpoint. Its id is the `webhook-id` of every attempt. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: key('id').primaryKey(),
    endpointId: key('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    accountId: key('account_id').notNull(),
    eventId: key('event_id').notNull(),
    eventType: text('event_type').notNull(),
    subjectId: key('subject_id').notNull(),
    /** The order of the feed, whatever the clocks of the servers say that write them. */
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    state: text('state').$type<'pending' | 'delivered' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at'),
    /** Who sends it has it until then; if that server dies, another takes over. */
    leasedUntil: instant('leased_until'),
    /** In a row, since it was made or replayed. */
    failures: smallint('failures').notNull().default(0),
    failingSince: instant('failing_since'),
    replayedAt: instant('replayed_at'),
    lastStatus: smallint('last_status'),
    lastDetail: text('last_detail'),
    deliveredAt: instant('delivered_at'),
    /** Since when there is nothing more to be done; `null` while it is on its way. */
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('one_delivery').on(t.endpointId, t.eventId),
    index('deliveries_due')
      .on(t.endpointId, t.nextAttemptAt, t.position)
      .where(sql`state = 'pending'`),
    index('deliveries_under_way')
      .on(t.endpointId, t.leasedUntil)
      .where(sql`state = 'pending'`),
    index('deliveries_in_subject_order')
      .on(t.endpointId, t.subjectId, t.position)
      .where(sql`state = 'pending'`),
    index('deliveries_by_endpoint').on(t.endpointId, t.id),
    index('deliveries_over')
      .on(t.endedAt)
      .where(sql`ended_at is not null`),
  ],
)
