import * as z from 'zod/mini'
import type { FieldCode } from './errors.ts'

const openFieldCode = z.string() as z.ZodMiniType<FieldCode, FieldCode>

export const FieldErrorSchema = z.object({
  /** JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
  pointer: z.string(),
  /** One of the known field codes; newer servers may add some. */
  code: openFieldCode,
  detail: z.string(),
  data: z.optional(z.record(z.string(), z.unknown())),
})

/** The body of every answer that is not a success: RFC 9457, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** English, for logs. Screens put `code` and `data` into the reader's words. */
  detail: z.string(),
  requestId: z.string(),
  retryable: z.boolean(),
  /** Typed by code: see `ErrorData`. */
  data: z.optional(z.record(z.string(), z.unknown())),
  errors: z.optional(z.array(FieldErrorSchema)),
})
export interface Problem extends z.infer<typeof Problem> {}
