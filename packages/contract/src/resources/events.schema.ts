import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

/** What happens is named `resource.verb_in_the_past`. */
export const eventTypes = [
  'client.created',
  'client.contact_updated',
  'client.organization_updated',
  'client.description_changed',
  'client.tagged',
  'client.untagged',
  'client.verification_changed',
  'reseller.created',
  'api_key.created',
  'api_key.revoked',
  'settings.changed',
  'client.bound',
  'client.payment_method_changed',
  'access_level.published',
  'access_request.created',
  'access_request.sent',
  'access_request.delivered',
  'access_request.opened',
  'access_request.bounced',
  'access_request.complained',
  'access_request.reminded',
  'access_request.resent',
  'access_request.accepted',
  'access_request.declined',
  'access_request.expired',
  'access_request.canceled',
  'access_request.superseded',
  'access_request.renewal_asked',
  'access_grant.activating',
  'access_grant.activated',
  'access_grant.overdue',
  'access_grant.paused',
  'access_grant.resumed',
  'access_grant.level_lowered',
  'access_grant.narrowed',
  'access_grant.level_version_offered',
  'access_grant.level_version_accepted',
  'access_grant.level_version_declined',
  'access_grant.expiring',
  'access_grant.extended',
  'access_grant.auto_extend_stopped',
  'access_grant.ending',
  'access_grant.ended',
  'access_grant.expired',
  'access_grant.failed',
  'access_grant.used_first_time',
  'access_grant.used',
  'access_policy.allow_changed',
  'access_policy.direct_changed',
  'access_policy.agreement_changed',
  'access_policy.propagation_completed',
  'access_policy.propagation_overdue',
  'access_policy.paused_all',
  'access_policy.resumed_all',
  'access_policy.links_replaced',
  'access_policy.lock_changed',
  'consent_receipt.issued',
  'receipt_key.rotated',
  'receipt_key.revoked',
  'suggestion.sent',
  'suggestion.viewed',
  'suggestion.bought',
  'suggestion.partly_bought',
  'suggestion.declined',
  'suggestion.expired',
  'suggestion.withdrawn',
  'order.placed',
  'subscription.created',
  'subscription.seats_changed',
  'subscription.canceled',
  'webhook_endpoint.created',
  'webhook_endpoint.updated',
  'webhook_endpoint.secret_rotated',
  'webhook_endpoint.deleted',
  'webhook.disabled',
  'webhook.replayed',
] as const

const eventSubjects = [
  'client',
  'reseller',
  'api_key',
  'settings',
  'access_level',
  'access_request',
  'access_grant',
  'access_policy',
  'consent_receipt',
  'receipt_key',
  'subscription',
  'suggestion',
  'order',
  'webhook_endpoint',
] as const

/** Who did it. */
export const Actor = z.object({
  type: z.enum(['api_key', 'widget_session', 'link_holder', 'system']),
  id: z.string(),
  display: z.nullable(z.string()),
  /** The account they acted for. */
  accountId: z.nullable(AccountId),
})
export interface Actor extends z.infer<typeof Actor> {}

/** One thing that happened: the audit trail, the change feed and what webhooks are told, all in one (R210). */
export const Event = z.object({
  id: id('evt'),
  type: z.enum(eventTypes),
  occurredAt: Timestamp,
  actor: Actor,
  subject: z.object({
    type: z.enum(eventSubjects),
    id: z.string(),
    /** As people know it, where it was written down: of a subscription the name of the product. */
    display: z.optional(z.string()),
  }),
  /** The client it concerns, where it concerns one. */
  clientId: z.nullable(AccountId),
  /** The grant under which it was done, where it was done under one. */
  grantId: z.nullable(id('agr')),
  /** Field → what it was and what it became. Never a secret. */
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  cause: z.object({ requestId: z.nullable(z.string()) }),
})
export interface Event extends z.infer<typeof Event> {}

export const list = {
  query: z.strictObject({
    ...pageQuery,
    /** The id of an event: what came after it. A reader that keeps the last id it has seen misses nothing. */
    after: z.optional(id('evt')),
    /** The id of what it happened to, or `settings`. */
    subject: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/, { error: 'invalid_format' }))),
    /** What concerns one client. */
    clientId: z.optional(AccountId),
    /** What was done under one grant (N8). */
    grantId: z.optional(id('agr')),
    type: z.optional(z.array(z.enum(eventTypes)).check(z.minLength(1), z.maxLength(50))),
  }),
  output: page(Event),
}
