import type { ProductFamily, Settings, Sku } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { made, type Given } from './made.ts'
import { nextNumber } from './sequence.ts'

/**
 * One thing that can be ordered.
 *
 * @example
 * aProductFamily({ skus: [aSku({ minVerification: 'domain_verified' })] })
 */
export function aSku(given: Partial<Sku> = {}): Sku {
  const number = nextNumber()
  const sku = { key: `product_${number}`, name: `Product ${number}`, customerTypes: ['domain' as const], ...given }
  return { minVerification: 'none', ...sku }
}

/**
 * A family of products with one of them.
 *
 * @example
 * handlers({ data: { productFamilies: [aProductFamily({ name: 'Mail' })] } })
 */
export function aProductFamily(given: Given<ProductFamily> = {}): ProductFamily {
  const number = nextNumber()
  const all: ProductFamily = {
    key: `family_${number}`,
    name: `Family ${number}`,
    consoleName: `Console ${number}`,
    allowsTeam: false,
    skus: [aSku()],
  }
  const family = { ...all, ...given } as ProductFamily
  made('aProductFamily', schemasOf('productFamilies', 'list').output, { data: [family], nextCursor: null }, {})
  return family
}

/**
 * The settings of the platform.
 *
 * @example
 * handlers({ data: { settings: theSettings({ client: { companyRequired: true } }) } })
 */
export function theSettings(given: Given<Settings> = {}): Settings {
  return made('theSettings', schemasOf('settings', 'get').output, examples.settings.get.output, given)
}
