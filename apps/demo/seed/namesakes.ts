import type { CreateClient } from '@clientele/contract'
import type { ResellerKey } from '../host/accounts.ts'
import type { DemoClient } from './demo-client.ts'
import { slugOf } from './slug.ts'

type QuickClient = Extract<CreateClient, { form: 'quick' }>

/** Names are not unique, neither of people, nor of organizations, nor of teams (R51, R52). */
export function namesakes(): DemoClient[] {
  const person = { firstName: 'Lena', lastName: 'Möller' }
  const team = (productFamily: string, admin: [string, string], daysAgo: number): DemoClient => ({
    reseller: 'nordlicht',
    daysAgo,
    verification: 'email_verified',
    input: {
      form: 'organization',
      name: 'Redaktion Küstenblatt',
      productFamily,
      customerType: 'team',
      primaryEmail: `${slugOf(admin[0])}.${slugOf(admin[1])}@example.org`,
      admin: { firstName: admin[0], lastName: admin[1] },
      postalAddress: { countryCode: 'DE', line1: 'Hafenstraße 4', postalCode: '24103', locality: 'Kiel' },
    },
  })
  const quick = (reseller: ResellerKey, daysAgo: number, more: Partial<QuickClient>): DemoClient => ({
    reseller,
    daysAgo,
    verification: 'none',
    input: { form: 'quick', person, ...more },
  })
  return [
    team('essentials', ['Merle', 'Hansen'], 410),
    team('enterprise_essentials', ['Nils', 'Paulsen'], 96),
    quick('nordlicht', 700, { description: 'Die Fotografin. Nicht mit der Goldschmiedin in Husum verwechseln.' }),
    quick('nordlicht', 12, { description: 'Die Goldschmiedin aus Husum.', tags: ['Neukunde'] }),
    quick('fjordblick', 230, {}),
    quick('nordlicht', 30, {
      person: { firstName: 'Ole', lastName: 'Nissen' },
      company: 'Café Seestern',
    }),
    quick('copperline', 31, {
      person: { firstName: 'Maeve', lastName: 'Holloway' },
      company: 'Café Seestern',
    }),
    quick('copperline', 5, {
      person: { firstName: 'Rhys', lastName: 'Kershaw' },
      tags: ['new'],
    }),
  ]
}
