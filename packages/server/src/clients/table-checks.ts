import type { FieldError } from '@clientele/contract'
import { hostOfEmail } from '@clientele/contract/forms'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import { getDomain, parse } from 'tldts'

/** What can be checked of a client with tables too big for a browser. Each value is well formed already. */
export interface Checkable {
  primaryDomain?: string | null | undefined
  phone?: string | null | undefined
  postalAddress?: { countryCode: string; postalCode?: string | undefined } | null | undefined
}

/** What the tables object to: public suffixes, telephone plans, postal codes by country (R75, R76). */
export function tableErrors(client: Checkable): FieldError[] {
  const { countryCode, postalCode } = client.postalAddress ?? {}
  return [
    client.primaryDomain ? domainError(client.primaryDomain) : undefined,
    client.phone ? phoneError(client.phone) : undefined,
    countryCode && postalCode ? postalCodeError(countryCode, postalCode) : undefined,
  ].filter((error) => error !== undefined)
}

export function domainError(domain: string, pointer = '/primaryDomain'): FieldError | undefined {
  const { isIcann, isIp, publicSuffix } = parse(domain)
  if (isIp) return { pointer, code: 'domain_invalid', detail: 'An IP address is not a domain.' }
  if (publicSuffix === domain) {
    return {
      pointer,
      code: 'domain_is_public_suffix',
      detail: `${domain} is where domains are registered, not one itself.`,
      data: { domain },
    }
  }
  if (isIcann) return undefined
  return {
    pointer,
    code: 'domain_invalid',
    detail: `There is no top-level domain .${publicSuffix ?? ''}.`,
    data: { domain },
  }
}

/** A number as it is dialled from abroad: what is written for callers at home, as the 0 in +49 (0) 30, goes. */
export function dialledFromAbroad<T extends string | null | undefined>(phone: T): T | string {
  return phone ? (parsePhoneNumberFromString(phone)?.number ?? phone) : phone
}

function phoneError(phone: string): FieldError | undefined {
  if (parsePhoneNumberFromString(phone)?.isPossible()) return undefined
  return {
    pointer: '/phone',
    code: 'phone_not_international',
    detail: 'No telephone number of that country has this length. Write +, country code and number.',
  }
}

function postalCodeError(country: string, code: string): FieldError | undefined {
  // a country without a known format may write what it likes
  if (!postcodeValidatorExistsForCountry(country) || postcodeValidator(code, country)) return undefined
  return {
    pointer: '/postalAddress/postalCode',
    code: 'postal_code_invalid',
    detail: `No postal code of ${country} looks like this.`,
    data: { country },
  }
}

/** Whether the second address is at another name of the same registered domain: allowed, but it may fail together. */
export function isSiblingDomain(primaryDomain: string, email: string): boolean {
  const host = hostOfEmail(email)
  const registered = getDomain(primaryDomain)
  return host !== undefined && registered !== null && host !== primaryDomain && getDomain(host) === registered
}
