import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, paragraph } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

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
  /** `superseded`: something else was wanted before it was seen. */
  state: z.enum(['pending', 'in_sync', 'failed', 'superseded']),
  overdue: z.boolean(),
  attempts: z.int(),
  expectedBy: Timestamp,
  settledAt: z.nullable(Timestamp),
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
    /** `in_effect`: it is so now. `failed`: it will not be, with the reason. */
    outcome: z.enum(['in_effect', 'failed']),
    detail: z.optional(paragraph(500)),
  }),
  output: Propagation,
}
