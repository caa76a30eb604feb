import type { ErrorCode, ErrorData, Problem } from '@clientele/contract'

/**
 * What went wrong, by who can do something about it:
 * `api` the server refused · `network` no answer came · `timeout` it did not come in time · `aborted` the caller gave
 * up · `protocol` what came is no answer of this API · `usage` the call could not be made as it was written.
 */
export type ErrorKind = 'api' | 'network' | 'timeout' | 'aborted' | 'protocol' | 'usage'

/** What is known of a failure besides its message. */
export interface FailureFacts {
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly attempts?: number
  readonly retryable?: boolean
  readonly retryAfterMs?: number | undefined
  readonly idempotencyKey?: string | undefined
  readonly cause?: unknown
}

// not instanceof: a page may carry two copies of this package
const brand = Symbol.for('@clientele/sdk/error')

/** The only thing a call is ever rejected with. Tell cases apart by `kind`; what the fetch threw is in `cause`. */
export class ClienteleError extends Error {
  readonly kind: ErrorKind
  /** The HTTP status, where an answer came. */
  readonly status: number | undefined
  /** What to name when asking the operator. */
  readonly requestId: string | undefined
  /** How many requests were sent. */
  readonly attempts: number
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable: boolean
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** What a write was sent with. After a `network` or `timeout` error, call again with it: nothing is done twice. */
  readonly idempotencyKey: string | undefined

  constructor(kind: ErrorKind, message: string, facts: FailureFacts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined)
    this.kind = kind
    this.status = facts.status
    this.requestId = facts.requestId
    this.attempts = facts.attempts ?? 0
    this.retryable = facts.retryable ?? false
    this.retryAfterMs = facts.retryAfterMs
    this.idempotencyKey = facts.idempotencyKey
    Object.defineProperty(this, brand, { value: true })
  }

  override get name(): string {
    return 'ClienteleError'
  }
}

/** A code this version knows, or one that a newer server has added. */
export type AnyErrorCode = ErrorCode | (string & {})

/** The `data` that comes with a code. */
export type DataOf<C extends string> = C extends ErrorCode ? ErrorData[C] : Record<string, unknown> | undefined

/** The server refused the call: `code` says why, `data` what a screen needs to tell it. */
export class ApiError<C extends string = AnyErrorCode> extends ClienteleError {
  declare readonly kind: 'api'
  declare readonly status: number
  readonly code: C
  readonly data: DataOf<C>
  /** What is wrong with which field. Empty where nothing is. */
  readonly errors: NonNullable<Problem['errors']>
  /** The answer's body. */
  readonly problem: Problem

  constructor(message: string, problem: Problem, facts: FailureFacts) {
    super('api', message, facts)
    this.code = problem.code as C
    this.data = problem.data as DataOf<C>
    this.errors = problem.errors ?? []
    this.problem = problem
  }

  override get name(): string {
    return 'ApiError'
  }
}

/** Whether something that was caught comes from this SDK, and is of one kind where one is named. */
export function isClienteleError(error: unknown, kind?: ErrorKind): error is ClienteleError {
  if (typeof error !== 'object' || error === null || !(brand in error)) return false
  return kind === undefined || (error as { kind?: unknown }).kind === kind
}

/**
 * Whether the server refused the call, and for one reason where a code is named. Works across bundles.
 *
 * @example
 * try {
 *   await client.clients.create(input)
 * } catch (error) {
 *   if (!isApiError(error, 'domain_taken_own')) throw error
 *   console.log(`It is there already: ${error.data.clientId}`)
 * }
 */
export function isApiError<C extends ErrorCode>(error: unknown, code: C): error is ApiError<C>
export function isApiError(error: unknown): error is ApiError
export function isApiError(error: unknown, code?: string): error is ApiError {
  return isClienteleError(error, 'api') && (code === undefined || (error as ApiError).code === code)
}
