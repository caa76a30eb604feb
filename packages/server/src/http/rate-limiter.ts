import type { Clock } from '../clock.ts'
import { Refusal } from '../refusal.ts'

/** Calls a minute for each caller: in all, and of those that look something up (N22). */
export interface RateLimits {
  /** @default 6000 */
  general?: number
  /** @default 120 */
  lookup?: number
  /** Of `access.check`, which is asked for each click. @default 60,000 */
  check?: number
}

const window = 60_000

/** Counts calls in windows of a minute, in this process. */
export class RateLimiter {
  readonly #limits: Required<RateLimits>
  readonly #clock: Clock
  #counts = new Map<string, number>()
  #ends = 0

  constructor(limits: RateLimits, clock: Clock) {
    this.#limits = { general: limits.general ?? 6000, lookup: limits.lookup ?? 120, check: limits.check ?? 60_000 }
    this.#clock = clock
  }

  /** Takes one call from the caller's budget and gives the headers that say what is left; refuses where nothing is. */
  take(caller: string, budget: keyof RateLimits, headers: Headers): void {
    const now = this.#clock.now().getTime()
    if (now >= this.#ends || now < this.#ends - window) {
      this.#counts = new Map()
      this.#ends = now + window
    }
    const key = `${budget} ${caller}`
    const used = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, used)
    const limit = this.#limits[budget]
    const untilNext = this.#ends - now
    // draft-ietf-httpapi-ratelimit-headers
    headers.set('ratelimit-policy', `"${budget}";q=${limit};w=${window / 1000}`)
    headers.set('ratelimit', `"${budget}";r=${Math.max(0, limit - used)};t=${Math.ceil(untilNext / 1000)}`)
    if (used <= limit) return
    throw new Refusal(
      'rate_limited',
      `More than ${limit} calls in a minute. Wait ${Math.ceil(untilNext / 1000)} s and go on.`,
      {
        data: { retryAfterMs: untilNext },
      },
    )
  }
}
