import { parse } from 'iso8601-duration'

/**
 * The time a duration (ISO 8601) after another one, or before it with `-1`. In UTC, so that no server's time zone moves
 * it; a month after January 31 is the last day of February.
 */
export function shifted(from: Date, duration: string, direction: 1 | -1 = 1): Date {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parse(duration)
  const moved = new Date(from)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + direction * (years * 12 + months))
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  const rest = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
  return new Date(moved.getTime() + direction * rest * 1000)
}
