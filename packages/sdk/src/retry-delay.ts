import type { Clock } from './clock.ts'
import type { ClienteleError } from './errors.ts'

const firstDelay = 500
const longestDelay = 8000

export interface RetryLimits {
  readonly clock: Clock
  /** Retries that were made already. */
  readonly made: number
  readonly retries: number
  /** Milliseconds. */
  readonly maxRetryAfter: number
  /** Milliseconds until the call has to be over. */
  readonly remaining: number
}

/** How many milliseconds to wait before the call is sent again, or `undefined` where it has failed for good. */
export function retryDelay(error: ClienteleError, limits: RetryLimits): number | undefined {
  if (!error.retryable || limits.made >= limits.retries) return undefined
  const wanted = error.retryAfterMs
  if (wanted !== undefined && wanted > limits.maxRetryAfter) return undefined
  // full jitter: callers that failed together do not come back together
  const delay = wanted ?? limits.clock.random() * Math.min(longestDelay, firstDelay * 2 ** limits.made)
  return delay < limits.remaining ? delay : undefined
}

/** Reads `Retry-After` (RFC 9110 10.2.3): seconds or a date. A date is compared with the server's own, if it says it. */
export function readRetryAfter(headers: Headers, clock: Clock): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const serverNow = Date.parse(headers.get('date') ?? '')
  const wait = Date.parse(value) - (Number.isNaN(serverNow) ? clock.now() : serverNow)
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
