import * as z from 'zod/mini'

// C0 and C1 controls, and the embeddings and overrides with which one name can be shown as another (Unicode UAX #9).
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u
const hiddenButLines = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
const visible = /[^\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** One line of text, trimmed, 1 to `max` characters. Joiners are kept: emoji and Persian names need them. */
export function line(max: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => text.isWellFormed() && !hidden.test(text), { error: 'invalid_format' }),
    z.refine((text) => visible.test(text), { error: 'required' }),
  )
}

/** Plain text of several lines, up to `max` characters. CRLF and CR become LF. */
export function paragraph(max: number) {
  return z.string().check(
    z.overwrite((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => text.isWellFormed() && !hiddenButLines.test(text), { error: 'invalid_format' }),
    z.refine((text) => visible.test(text), { error: 'required' }),
  )
}

/** Text that is only looked up, up to `max` characters. What no database can hold is left out of it. */
export function lookup(max: number) {
  return z.string().check(
    z.maxLength(max),
    z.overwrite((text) => text.toWellFormed().replaceAll('\0', '')),
  )
}

/** A value that a caller keeps with us and that is given back as it came, up to `max` characters. */
export function kept(max: number) {
  return z.string().check(
    z.maxLength(max),
    z.refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'invalid_format' }),
  )
}

/** A key of a closed or known set, as in `google_workspace`. */
export const Key = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'invalid_choice' }))

/** `prefix_` and a ULID: stable for life, ordered by time of making. */
export function id(prefix: string) {
  return z.string().check(
    z.regex(new RegExp(`^${prefix}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`), {
      error: `invalid_format: An id as in ${prefix}_….`,
    }),
  )
}

export const AccountId = id('acc')
