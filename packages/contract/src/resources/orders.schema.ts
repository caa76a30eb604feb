import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, Key } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccountRef } from './clients.schema.ts'
import { Actor } from './events.schema.ts'

const Quantity = z.int().check(z.gte(1), z.lte(100_000))

/** What was bought for a client. Of how it was paid nothing is known but that the client pays (R10, R11). */
export const Order = z.object({
  id: id('ord'),
  clientId: AccountId,
  /** The reseller that bought or sold it; `null` where the client bought from the platform. */
  reseller: z.nullable(AccountRef),
  placedBy: Actor,
  /** The grant under which a reseller bought with the client's payment method. */
  grantId: z.nullable(id('agr')),
  suggestionId: z.nullable(id('sug')),
  items: z.array(z.object({ sku: z.string(), quantity: z.int(), subscriptionId: id('sub') })),
  /** Whose payment method is charged. */
  chargedTo: z.enum(['client', 'reseller']),
  createdAt: Timestamp,
})
export interface Order extends z.infer<typeof Order> {}

export const CreateOrder = z.strictObject({
  clientId: AccountId,
  items: z.array(z.strictObject({ sku: Key, quantity: z.optional(Quantity) })).check(z.minLength(1), z.maxLength(50)),
  /**
   * `client`: on the client's payment method, which a reseller may use with the purchase capability alone (R6, R10).
   * `reseller`: the reseller sells it and bills the client itself (R64). @default client
   */
  chargeTo: z.optional(z.enum(['client', 'reseller'])),
})
export interface CreateOrder extends z.infer<typeof CreateOrder> {}

export const list = {
  query: z.strictObject({ ...pageQuery, clientId: z.optional(AccountId) }),
  output: page(Order),
}
export const create = { input: CreateOrder, output: Order }
export const get = { params: z.object({ id: id('ord') }), output: Order }
