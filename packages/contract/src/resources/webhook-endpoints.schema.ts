import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { Event, eventTypes } from './events.schema.ts'

const Url = z.string().check(
  z.maxLength(2000),
  // a URL parser drops some of these silently
  z.regex(/^[^\s\p{C}]+$/u, { error: 'invalid_format' }),
  z.refine((text) => ['https:', 'http:'].includes(URL.parse(text)?.protocol ?? ''), {
    error: 'invalid_format: A whole address, as in https://panel.example.com/webhooks.',
  }),
  z.refine((text) => URL.parse(text)?.username === '' && URL.parse(text)?.password === '', {
    error: 'invalid_format: Without a name or password: messages are signed instead.',
  }),
)
/** Event types, or all of them. */
const Events = z.union(
  [z.array(z.enum(eventTypes)).check(z.minLength(1), z.maxLength(200)), z.tuple([z.literal('*')])],
  { error: "invalid_choice: Types of events, as in ['access_request.accepted'], or ['*'] for all." },
)

/** Where a host is told of events (Standard Webhooks). It is told what its account may read, and no more. */
export const WebhookEndpoint = z.object({
  id: id('whe'),
  accountId: AccountId,
  url: z.string(),
  description: z.nullable(z.string()),
  events: z.array(z.string()),
  status: z.enum(['enabled', 'disabled']),
  /** `gone`: it answered 410. `failing`: it took nothing for three days. */
  disabledReason: z.nullable(z.enum(['by_caller', 'gone', 'failing'])),
  disabledAt: z.nullable(Timestamp),
  /** Since when nothing has got through; `null` while all is well. */
  failingSince: z.nullable(Timestamp),
  /** Until when the secret before the present one signs as well. */
  oldSecretUntil: z.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
})
export interface WebhookEndpoint extends z.infer<typeof WebhookEndpoint> {}

/** An endpoint with the secret it signs with, shown this once: `whsec_…`. */
export const WebhookEndpointWithSecret = z.extend(WebhookEndpoint, {
  /** Absent in the answer to a repeated call: it was shown once. */
  secret: z.optional(z.string()),
  secretShownOnce: z.optional(z.literal(true)),
})
export interface WebhookEndpointWithSecret extends z.infer<typeof WebhookEndpointWithSecret> {}

/** One event on its way to one endpoint; its id is the `webhook-id` of every attempt. */
export const WebhookDelivery = z.object({
  id: id('whd'),
  endpointId: id('whe'),
  eventId: id('evt'),
  eventType: z.string(),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  nextAttemptAt: z.nullable(Timestamp),
  /** Of the last answer. */
  lastStatus: z.nullable(z.int()),
  lastDetail: z.nullable(z.string()),
  /** When it last arrived: a replay may be on its way again. */
  deliveredAt: z.nullable(Timestamp),
  createdAt: Timestamp,
})
export interface WebhookDelivery extends z.infer<typeof WebhookDelivery> {}

/**
 * The body that an endpoint is sent. It comes at least once, and more than once with the same `webhook-id`: keep the ids
 * that were taken. Events of one subject come in their order, unless one of them could not be delivered for an hour or was
 * replayed: `timestamp` and the id of the event tell. Between subjects there is no order; the feed of `events.list` has one.
 */
export const WebhookMessage = z.object({
  type: z.enum(eventTypes),
  /** When it happened; when it was sent is said by the header `webhook-timestamp`. */
  timestamp: Timestamp,
  /** The event as `events.list` gives it. */
  data: Event,
})
export interface WebhookMessage extends z.infer<typeof WebhookMessage> {}

const params = z.object({ id: id('whe') })

export const list = { query: z.strictObject(pageQuery), output: page(WebhookEndpoint) }
export const create = {
  input: z.strictObject({
    /** @default the caller's account */
    accountId: z.optional(AccountId),
    url: Url,
    description: z.optional(line(200)),
    events: Events,
  }),
  output: WebhookEndpointWithSecret,
}
export const get = { params, output: WebhookEndpoint }
export const update = {
  params,
  input: z.strictObject({
    url: z.optional(Url),
    description: z.optional(z.nullable(line(200))),
    events: z.optional(Events),
    status: z.optional(z.enum(['enabled', 'disabled'])),
  }),
  output: WebhookEndpoint,
}
export const rotateSecret = {
  params,
  input: z.strictObject({
    /** Seconds for which the old secret signs as well, up to a week. @default 86400 */
    overlap: z.optional(z.int().check(z.gte(0), z.lte(604_800))),
  }),
  output: WebhookEndpointWithSecret,
}
export const remove = { params, output: WebhookEndpoint }
export const deliveries = {
  params,
  query: z.strictObject({
    ...pageQuery,
    state: z.optional(z.array(WebhookDelivery.shape.state).check(z.minLength(1), z.maxLength(3))),
  }),
  output: page(WebhookDelivery),
}
export const replay = { params: z.object({ id: id('whd') }), output: WebhookDelivery }
