import { createClient, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'

/** The two brands of the example's panel, by the names that its pages use. */
export type Brand = 'copperline' | 'nordlicht'
export const brands: readonly Brand[] = ['nordlicht', 'copperline']

export interface Seeded {
  apiKey: string
  accounts: Record<Brand, string>
  /** One client of each, with all that a record can hold. */
  clients: Record<Brand, string>
}

/** A platform, its two resellers and a handful of clients of each. */
export async function seed(server: ClienteleServer): Promise<Seeded> {
  const platform = await server.bootstrap({ name: 'Brightquay' })
  const apiKey = platform?.secret ?? ''
  const client = createClient({ baseUrl: 'http://panel.test', apiKey, fetch: (request) => server.fetch(request) })
  const nordlicht = await addBrand(client, 'nordlicht', 'Nordlicht Hosting', ['Petersen', 'Brandt', 'Möller'])
  const copperline = await addBrand(client, 'copperline', 'Copperline Web', ['Reed', 'Okafor'])
  return {
    apiKey,
    accounts: { nordlicht: nordlicht.accountId, copperline: copperline.accountId },
    clients: { nordlicht: nordlicht.clientId, copperline: copperline.clientId },
  }
}

async function addBrand(client: Clientele, publicIdentifier: Brand, displayName: string, lastNames: readonly string[]) {
  const { id: ownerId } = await client.resellers.create({ displayName, publicIdentifier })
  for (const lastName of lastNames) {
    await client.clients.create({ form: 'quick', ownerId, person: { firstName: 'Lena', lastName } })
  }
  const { id: clientId } = await client.clients.create({
    form: 'organization',
    ownerId,
    name: `Kontor am ${displayName}`,
    productFamily: 'google_workspace',
    customerType: 'domain',
    primaryDomain: `kontor-${publicIdentifier}.example.org`,
    primaryEmail: `birte@kontor-${publicIdentifier}.example.org`,
    secondaryEmail: 'birte.jansen@example.net',
    admin: { firstName: 'Birte', lastName: 'Jansen', username: 'birte' },
    postalAddress: { countryCode: 'DE', line1: 'Hafenstraße 7', postalCode: '24103', locality: 'Kiel' },
    description: 'Two locations, one invoice. Calls on Tuesdays.',
    tags: ['vip', 'north'],
  })
  return { accountId: ownerId, clientId }
}
