import * as z from 'zod/mini'
import { accountKindOf, roles } from '../rights.ts'
import { AccountId } from '../text.schema.ts'

/** Who is calling, and what they may do. */
export const Me = z.object({
  caller: z.object({
    kind: z.enum(['api_key', 'widget_session', 'link_holder']),
    /** The key's id, or the viewer's id at the host. */
    id: z.string(),
    name: z.nullable(z.string()),
  }),
  account: z.object({
    id: AccountId,
    kind: z.enum(Object.values(accountKindOf)),
    name: z.string(),
  }),
  role: z.enum(roles),
  /** The rights the role holds and how far each reaches. */
  rights: z.record(z.string(), z.string()),
})
export interface Me extends z.infer<typeof Me> {}

export const get = { output: Me }
