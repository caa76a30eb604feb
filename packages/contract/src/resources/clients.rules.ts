import { hostOfEmail, isWithinDomain, toAsciiDomain } from '../domain-name.ts'
import type { FieldError } from '../errors.ts'

/** The settings of the platform that decide what a valid client is. */
export interface ClientRules {
  /** Quick clients need a company. */
  companyRequired: boolean
  /** The product families whose clients may be teams (R47). */
  teamFamilies: readonly string[]
}

/** The fields that the rules below look at, of a client as it is or would become. */
export interface ClientFacts {
  form: 'quick' | 'organization'
  company?: string | null | undefined
  productFamily?: string | null | undefined
  customerType?: 'domain' | 'team' | null | undefined
  verificationMethod?: 'domain' | 'email' | null | undefined
  primaryDomain?: string | null | undefined
  primaryEmail?: string | null | undefined
  secondaryEmail?: string | null | undefined
}

/**
 * What is wrong with a client across its fields. What is wrong with one field alone is said by its schema; how a domain
 * is spelt plays no part (R76). The form runs this while typing, the server on create and again on every change (R62).
 *
 * @example
 * crossFieldErrors({ form: 'organization', customerType: 'domain', primaryDomain: 'example.com', … }, settings.client)
 */
export function crossFieldErrors(client: ClientFacts, rules: ClientRules): FieldError[] {
  return [
    companyError(client, rules),
    teamError(client, rules),
    domainMissing(client),
    primaryEmailError(client),
    secondaryEmailError(client),
  ].filter((error) => error !== undefined)
}

function companyError(client: ClientFacts, rules: ClientRules): FieldError | undefined {
  if (client.form !== 'quick' || !rules.companyRequired || client.company) return undefined
  return { pointer: '/company', code: 'required', detail: 'The platform asks for a company.' }
}

/** R46, R47: a team needs both, a product that allows it and verification by e-mail. */
function teamError(client: ClientFacts, rules: ClientRules): FieldError | undefined {
  if (client.customerType !== 'team' || client.productFamily == null) return undefined
  const data = { products: [...rules.teamFamilies] }
  if (!rules.teamFamilies.includes(client.productFamily)) {
    return {
      pointer: '/customerType',
      code: 'team_type_not_allowed_for_product',
      detail: `Team clients are only for ${data.products.join(', ') || 'no product'}, and only if they verify by e-mail address.`,
      data,
    }
  }
  if (client.verificationMethod !== 'domain') return undefined
  return {
    pointer: '/customerType',
    code: 'team_needs_email_verification',
    detail: 'A team verifies by e-mail address, not by domain.',
    data,
  }
}

/** R39. */
function domainMissing(client: ClientFacts): FieldError | undefined {
  if (client.customerType !== 'domain' || client.primaryDomain) return undefined
  return { pointer: '/primaryDomain', code: 'required', detail: 'A domain customer needs its registered domain.' }
}

/** R74. */
function primaryEmailError(client: ClientFacts): FieldError | undefined {
  if (client.form === 'organization' && !client.primaryEmail) {
    return { pointer: '/primaryEmail', code: 'required', detail: 'The administrator needs an e-mail address.' }
  }
  const domain = domainOf(client)
  if (client.customerType !== 'domain' || domain === undefined || !client.primaryEmail) return undefined
  if (hostOfEmail(client.primaryEmail) === domain) return undefined
  return {
    pointer: '/primaryEmail',
    code: 'primary_email_not_on_domain',
    detail: `The administrator's address has to be at ${domain}.`,
    data: { domain },
  }
}

/** R58, R59: the recovery route must not depend on the domain it recovers. */
function secondaryEmailError(client: ClientFacts): FieldError | undefined {
  const pointer = '/secondaryEmail'
  if (!client.secondaryEmail) {
    if (client.customerType !== 'domain') return undefined
    return {
      pointer,
      code: 'secondary_email_required_for_domain',
      detail: 'A domain customer needs a second address outside its domain.',
    }
  }
  if (client.primaryEmail && comparable(client.secondaryEmail) === comparable(client.primaryEmail)) {
    return { pointer, code: 'secondary_email_same_as_primary', detail: 'The two addresses have to differ.' }
  }
  const host = hostOfEmail(client.secondaryEmail)
  const domain = domainOf(client)
  if (domain === undefined || host === undefined || !isWithinDomain(host, domain)) return undefined
  return {
    pointer,
    code: 'secondary_email_on_primary_domain',
    detail: `Use an address outside ${domain}: it has to work when mail there does not.`,
    data: { domain },
  }
}

function domainOf(client: ClientFacts): string | undefined {
  return client.primaryDomain ? toAsciiDomain(client.primaryDomain) : undefined
}

function comparable(email: string): string {
  return `${email.slice(0, email.lastIndexOf('@')).trim().toLowerCase()}@${hostOfEmail(email) ?? email}`
}
