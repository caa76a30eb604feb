import * as z from 'zod/mini'

/** ISO 8601 with one unit: years, months, weeks, days or hours, as in `P1Y`, `P14D`, `PT12H`. */
export const Duration = z
  .string()
  .check(z.regex(/^P(?:[1-9]\d{0,3}[YMWD]|T[1-9]\d{0,4}H)$/, { error: 'invalid_format' }))

/** The same, and nothing at all: `PT0S`. */
export const DurationOrNone = z
  .string()
  .check(z.regex(/^P(?:[1-9]\d{0,3}[YMWD]|T[1-9]\d{0,4}H|T0S)$/, { error: 'invalid_format' }))
