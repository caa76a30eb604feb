import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, Key, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccountRef } from './clients.schema.ts'

/** What can be done with one subscription; each is the row of the same name. */
export const subscriptionActions = ['setSeats', 'cancel'] as const

const Status = z.enum(['pending_activation', 'trial', 'active', 'suspended', 'canceled', 'expired', 'transferred_out'])

/** A product that a client has, and who sold it: the seller manages it also where access is off (R200). */
export const Subscription = z.object({
  id: id('sub'),
  clientId: AccountId,
  sku: z.string(),
  /** The name of the product. */
  name: z.string(),
  productFamily: z.string(),
  /** `null`: the client bought it from the platform. */
  soldBy: z.nullable(AccountRef),
  status: Status,
  seats: z.nullable(z.int()),
  domains: z.array(z.string()),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
  actions: z.optional(z.record(z.enum(subscriptionActions), ActionState)),
})
export interface Subscription extends z.infer<typeof Subscription> {}
export type SubscriptionAction = (typeof subscriptionActions)[number]

const Seats = z.int().check(z.gte(1), z.lte(100_000))
const params = z.object({ id: id('sub') })

export const list = {
  query: z.strictObject({
    ...pageQuery,
    clientId: z.optional(AccountId),
    status: z.optional(z.array(Status).check(z.minLength(1), z.maxLength(10))),
    include: z.optional(z.array(z.enum(['actions'])).check(z.maxLength(1))),
  }),
  output: page(Subscription),
}
export const get = { params, output: Subscription }
export const record = {
  input: z.strictObject({
    clientId: AccountId,
    sku: Key,
    /** The reseller that sold it. Left out: the platform. */
    soldById: z.optional(z.nullable(AccountId)),
    seats: z.optional(Seats),
    domains: z.optional(z.array(line(253)).check(z.maxLength(100))),
  }),
  output: Subscription,
}
export const setSeats = { params, input: z.strictObject({ seats: Seats }), output: Subscription }
export const cancel = { params, output: Subscription }
