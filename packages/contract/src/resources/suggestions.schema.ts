import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, Key, line, paragraph } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccountRef } from './clients.schema.ts'

/** What can be done with one suggestion; each is the row of the same name. */
export const suggestionActions = ['send', 'withdraw', 'answer'] as const

const Quantity = z.int().check(z.gte(1), z.lte(100_000))

/** Products that a reseller suggests; buying them is up to the client (R8). */
export const Suggestion = z.object({
  id: id('sug'),
  client: AccountRef,
  reseller: AccountRef,
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      quantity: z.int(),
      note: z.nullable(z.string()),
      /** The order with which the client bought it: the reseller can manage it from then on (R9). */
      orderId: z.nullable(id('ord')),
    }),
  ),
  message: z.nullable(z.string()),
  status: z.enum(['draft', 'sent', 'viewed', 'bought', 'partly_bought', 'declined', 'expired', 'withdrawn']),
  reason: z.nullable(z.string()),
  expiresAt: z.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
  actions: z.optional(z.record(z.enum(suggestionActions), ActionState)),
})
export interface Suggestion extends z.infer<typeof Suggestion> {}

export const CreateSuggestion = z.strictObject({
  clientId: AccountId,
  /** @default the caller's account */
  resellerId: z.optional(AccountId),
  items: z
    .array(z.strictObject({ sku: Key, quantity: z.optional(Quantity), note: z.optional(line(300)) }))
    .check(z.minLength(1), z.maxLength(50)),
  message: z.optional(paragraph(2000)),
  expiresAt: z.optional(Timestamp),
  /** `false` keeps it as a draft. @default true */
  send: z.optional(z.boolean()),
})
export interface CreateSuggestion extends z.infer<typeof CreateSuggestion> {}

const params = z.object({ id: id('sug') })

export const list = {
  query: z.strictObject({
    ...pageQuery,
    clientId: z.optional(AccountId),
    status: z.optional(z.array(Suggestion.shape.status).check(z.minLength(1), z.maxLength(10))),
    include: z.optional(z.array(z.enum(['actions'])).check(z.maxLength(1))),
  }),
  output: page(Suggestion),
}
export const create = { input: CreateSuggestion, output: Suggestion }
export const get = { params, output: Suggestion }
export const send = { params, output: Suggestion }
export const withdraw = { params, output: Suggestion }
export const answer = {
  params,
  input: z.strictObject({
    /** The products that are bought now, by their keys; none is to decline. */
    buy: z.array(Key).check(z.maxLength(50)),
    reason: z.optional(z.nullable(paragraph(500))),
  }),
  output: Suggestion,
}
