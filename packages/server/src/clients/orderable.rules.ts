import type { Sku } from '@clientele/contract'
import type { Family } from '../product-families/catalogue.ts'

const rank = { none: 0, email_verified: 1, domain_verified: 2 }

/** What decides which products a client can be sold. */
export interface Buyer {
  productFamily: string | null
  customerType: 'domain' | 'team' | null
  verification: keyof typeof rank | null
}

/**
 * What can be ordered for a client: the products that are managed in the console of its family (R44). A team that has
 * proved no more than its mailbox gets the team products alone, until it verifies its domain (R49, R50).
 */
export function orderableSkus(client: Buyer, families: readonly Family[]): string[] {
  const own = families.find((family) => family.key === client.productFamily)
  // a person has no console yet, and chooses among what is sold to people
  if (!own && client.productFamily !== null) return []
  const type = client.customerType ?? 'person'
  const proved = rank[client.verification ?? 'none']
  return families
    .filter((family) => !own || family.consoleName === own.consoleName)
    .flatMap((family) => family.skus)
    .filter((sku) => sku.customerTypes.includes(type) || proved === rank.domain_verified)
    .filter((sku) => proved >= rank[sku.minVerification])
    .map((sku) => sku.key)
}

/** What a client has to have proved before it can be sold this: its domain, where it is not of the kind it is sold to. */
export function neededVerification(
  { customerType }: Pick<Buyer, 'customerType'>,
  { customerTypes, minVerification }: Pick<Sku, 'customerTypes' | 'minVerification'>,
): Sku['minVerification'] {
  return customerTypes.includes(customerType ?? 'person') ? minVerification : 'domain_verified'
}
