import type { OrganizationClient, QuickClient } from '@clientele/contract/forms'

let made = 0

/** A number no other input of this file has. */
function next(): number {
  return ++made
}

/** A valid person, unlike any other unless told so. */
export function quick(with_: Partial<QuickClient> = {}): QuickClient {
  return { form: 'quick', person: { firstName: 'Ada', lastName: `Quick${next()}` }, ...with_ }
}

/** A valid organisation on a domain of its own. */
export function organization(with_: Partial<OrganizationClient> = {}): OrganizationClient {
  const number = next()
  const domain = with_.primaryDomain ?? `organization-${number}.example.com`
  return {
    form: 'organization',
    name: `Organization ${number}`,
    productFamily: 'google_workspace',
    customerType: 'domain',
    primaryDomain: domain,
    primaryEmail: `admin-${number}@${domain}`,
    secondaryEmail: `organization-${number}@elsewhere.example.org`,
    admin: { firstName: 'Martha', lastName: 'Muster' },
    postalAddress: { countryCode: 'DE', locality: 'Berlin', postalCode: '10115' },
    ...with_,
  }
}

/** A valid team: no domain, no second address. */
export function team(with_: Partial<OrganizationClient> = {}): OrganizationClient {
  const number = next()
  return {
    form: 'organization',
    name: `Team ${number}`,
    productFamily: 'essentials',
    customerType: 'team',
    primaryEmail: `team-${number}@mail.example.net`,
    admin: { firstName: 'Theo', lastName: 'Team' },
    postalAddress: { countryCode: 'AT' },
    ...with_,
  }
}
