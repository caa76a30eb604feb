const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** How long is waited after each failure; after the last of them always as long as after the last. */
const delays = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour]

/** What gets through to nobody for so long is given up. */
export const patience = 3 * day

/** One that asks to be left alone for longer is asked again all the same. */
const longestPause = day

/** The failure that has just been, among those in a row. */
export interface Failure {
  /** 1 is the first. */
  failures: number
  /** When the first of them was. */
  failingSince: Date
  now: Date
  /** Milliseconds for which the receiver wants to be left alone. */
  pause: number
}

/**
 * When a delivery is tried again; `undefined` is never. The last try is at the end of the three days. `random` is between
 * 0 and 1: what failed together is not to come back together.
 */
export function nextAttempt({ failures, failingSince, now, pause }: Failure, random: number): Date | undefined {
  const end = failingSince.getTime() + patience
  if (now.getTime() >= end) return undefined
  const delay = delays[Math.min(failures, delays.length) - 1] ?? second
  const spread = delay * (0.8 + 0.4 * random)
  return new Date(Math.min(now.getTime() + Math.max(spread, pause), end))
}

/** The milliseconds of a `Retry-After`, in seconds or as a date (RFC 9110); 0 where it says nothing of use. */
export function pauseOf(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0
  const asked = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * second : Date.parse(retryAfter) - now.getTime()
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longestPause)
}
