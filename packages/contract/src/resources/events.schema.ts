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
] as const

/** Who did it. */
export const Actor = z.object({
  type: z.enum(['api_key', 'widget_session', 'system']),
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
  subject: z.object({ type: z.enum(['client', 'reseller', 'api_key', 'settings']), id: z.string() }),
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
    type: z.optional(z.array(z.enum(eventTypes)).check(z.minLength(1), z.maxLength(50))),
  }),
  output: page(Event),
}
