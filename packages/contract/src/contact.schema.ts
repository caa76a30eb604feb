import * as z from 'zod/mini'
import { countryCodes } from './countries.ts'
import { hostOfEmail, toAsciiDomain } from './domain-name.ts'
import { line } from './text.schema.ts'

// RFC 1035, 5890: labels of letters, digits and hyphens; the last is alphabetic or an A-label.
const hostName = String.raw`(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{0,58}[a-z\d])`
// RFC 5321: a dot-string of at most 64 characters. Quoted strings and local parts beyond ASCII are refused.
const atom = String.raw`[\w!#$%&'*+/=?^\x60{|}~-]+`
const domainPattern = new RegExp(`^${hostName}$`)
const emailPattern = new RegExp(String.raw`^(?=[^@]{1,64}@)${atom}(?:\.${atom})*@${hostName}$`)

/** An address with its host in lower-case A-labels, so that equal addresses are equal text. */
export const EmailAddress = z.string().check(
  z.trim(),
  z.overwrite((text) => {
    const host = hostOfEmail(text)
    return host === undefined ? text : text.slice(0, text.lastIndexOf('@') + 1) + host
  }),
  z.maxLength(254),
  z.email({ pattern: emailPattern, error: 'email_invalid' }),
)

/**
 * A host name of two labels or more, without `www.`, not an IP address (R76). Whether its public suffix exists needs a
 * big table: the server says so.
 */
export const DomainName = z.string().check(
  z.overwrite((text) => toAsciiDomain(text) ?? text.trim()),
  z.maxLength(253),
  z.refine((text) => !/^www\..+\./.test(text), { error: 'domain_has_www', abort: true }),
  z.regex(domainPattern, { error: 'domain_invalid' }),
)

/**
 * E.164: `+`, country code, number; separators are dropped. Whether such a number can exist is said by the server, which
 * also takes out a trunk prefix as in `+49 (0) 711`: some countries keep theirs.
 */
export const PhoneNumber = z.string().check(
  z.overwrite((text) => text.normalize('NFKC').replaceAll(/[\s().\p{Pd}/\p{Cf}]/gu, '')),
  z.e164({ error: 'phone_not_international' }),
)

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().check(
  z.toUpperCase(),
  z.refine((code) => countryCodes.includes(code), { error: 'country_not_supported' }),
)

const languageNames = /* @__PURE__ */ new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** BCP 47, in canonical form, of a language that is known to CLDR. */
export const LanguageCode = z.string().check(
  z.maxLength(35),
  z.overwrite((tag) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? tag
    } catch {
      return tag
    }
  }),
  z.refine((tag) => isKnownLanguage(tag), { error: 'language_not_supported' }),
)

function isKnownLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag) !== undefined
  } catch {
    return false
  }
}

/** An IANA time zone. */
export const TimeZone = z.string().check(
  z.maxLength(64),
  z.refine(
    (zone) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: zone })
        return !/^[+-]/.test(zone)
      } catch {
        return false
      }
    },
    { error: 'time_zone_invalid' },
  ),
)

/** A person's name. */
export const PersonName = z.strictObject({ firstName: line(100), lastName: line(100) })
export interface PersonName extends z.infer<typeof PersonName> {}

/** A postal address (R75). The postal code is checked by country on the server. */
export const PostalAddress = z.strictObject({
  countryCode: CountryCode,
  line1: z.optional(line(255)),
  line2: z.optional(line(255)),
  line3: z.optional(line(255)),
  locality: z.optional(line(255)),
  region: z.optional(line(255)),
  postalCode: z.optional(line(32)),
  organizationName: z.optional(line(255)),
  contactName: z.optional(line(255)),
})
export interface PostalAddress extends z.infer<typeof PostalAddress> {}
