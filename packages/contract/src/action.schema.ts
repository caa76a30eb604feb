import * as z from 'zod/mini'
import type { ErrorCode } from './errors.ts'

/** Whether this caller may do a thing now, and if not, why: the code and data that the call itself would answer with. */
export const ActionState = z.object({
  allowed: z.boolean(),
  code: z.optional(z.string() as z.ZodMiniType<ErrorCode | (string & {}), ErrorCode | (string & {})>),
  data: z.optional(z.record(z.string(), z.unknown())),
})
export interface ActionState extends z.infer<typeof ActionState> {}
