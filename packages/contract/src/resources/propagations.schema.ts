import * as z from 'zod/mini'
import { capabilities } from '../capabilities.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, paragraph } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccessScope } from './access-requests.input.schema.ts'

/** A change that has to be carried out elsewhere: wanted here, until it was seen there. */
export const Propagation = z.object({
  id: id('ppg'),
  clientId: AccountId,
  resellerId: AccountId,
  /** The switch, the tick of a direct subscription, or a grant. */
  target: z.enum(['switch', 'tick', 'grant']),
  targetId: z.string(),
  /** On or off. */
  wanted: z.boolean(),
  /** Of a grant that is on: what the reseller is to be able to do. Else empty. */
  capabilities: z.array(z.enum(capabilities)),
  /** Of a grant: with what. Else `null`. */
  scope: z.nullable(AccessScope),
  /** `superseded`: something else was wanted before it was seen. */
  state: z.enum(['pending', 'in_sync', 'failed', 'superseded']),
  /** Pending for longer than it may take, or refused although it has to come about. */
  overdue: z.boolean(),
  attempts: z.int(),
  expectedBy: Timestamp,
  settledAt: z.nullable(Timestamp),
  /** What the vendor, or the host for it, said last. */
  detail: z.nullable(z.string()),
  createdAt: Timestamp,
})
export interface Propagation extends z.infer<typeof Propagation> {}

export const list = {
  query: z.strictObject({
    ...pageQuery,
    clientId: z.optional(AccountId),
    state: z.optional(z.array(Propagation.shape.state).check(z.minLength(1), z.maxLength(4))),
  }),
  output: page(Propagation),
}
export const observed = {
  params: z.object({ id: id('ppg') }),
  input: z.strictObject({
    /** `in_effect`: it is so now. `failed`: the vendor refuses it, with the reason. */
    outcome: z.enum(['in_effect', 'failed']),
    detail: z.optional(paragraph(500)),
  }),
  output: Propagation,
}
export const recheck = {
  /** `id`: the client. */
  params: z.object({ id: AccountId, resellerId: AccountId }),
  output: z.object({
    /** How many changes are looked into again: of the switch, of ticks and of grants. */
    asked: z.int(),
  }),
}
