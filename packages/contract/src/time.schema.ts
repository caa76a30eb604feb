import * as z from 'zod/mini'

/** RFC 3339, UTC: with `Z`, and without an offset. Answers have milliseconds. */
export const Timestamp = z.iso.datetime()
