import { errors, type ErrorCode, type FieldError } from './errors.ts'
import type { Problem } from './problem.schema.ts'

/** What is known where a call is refused. The rest of a problem follows from the code. */
export interface Refused {
  code: ErrorCode
  /** English, for logs. */
  message: string
  /** Typed by code: see `ErrorData`. */
  data?: Readonly<Record<string, unknown>> | undefined
  errors?: readonly FieldError[] | undefined
}

/**
 * A refusal as the body of its answer (RFC 9457). The server and what stands in for it in tests say it alike.
 *
 * @example
 * const problem = problemOf({ code: 'not_found', message: 'There is no such client.' }, requestId)
 * return Response.json(problem, { status: problem.status, headers: { 'content-type': 'application/problem+json' } })
 */
export function problemOf({ code, message, data, errors: found }: Refused, requestId: string): Problem {
  const { status, title, retryable = false } = errors[code]
  return {
    type: `urn:clientele:error:${code}`,
    title,
    status,
    code,
    detail: message,
    requestId,
    retryable,
    ...(data && { data }),
    ...(found && { errors: [...found] }),
  }
}
