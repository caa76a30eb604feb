import * as z from 'zod/mini'

const isoDuration = 'invalid_format: ISO 8601 with one unit, as in P90D, P6M, P1Y or PT12H.'

/** ISO 8601 with one unit: years, months, weeks, days or hours, as in `P1Y`, `P14D`, `PT12H`. */
export const Duration = z.string().check(z.regex(/^P(?:[1-9]\d{0,3}[YMWD]|T[1-9]\d{0,4}H)$/, { error: isoDuration }))

/** The same, and nothing at all: `PT0S`. */
export const DurationOrNone = z
  .string()
  .check(z.regex(/^P(?:[1-9]\d{0,3}[YMWD]|T[1-9]\d{0,4}H|T0S)$/, { error: isoDuration }))
