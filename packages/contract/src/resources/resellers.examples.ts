import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { resellers } from './resellers.routes.ts'
import type { Reseller } from './resellers.schema.ts'

const hafenhost: Reseller = {
  id: accounts.reseller.id,
  parentId: accounts.platform.id,
  depth: 1,
  displayName: accounts.reseller.name,
  legalName: 'Hafenhost Internetdienste GmbH',
  publicIdentifier: 'hafenhost',
  domains: ['hafenhost.example.org'],
  supportEmail: 'support@hafenhost.example.org',
  status: 'active',
  limits: { maxClients: 500 },
  defaults: { languageCode: 'de', regionCode: 'DE', timeZone: 'Europe/Berlin' },
  createdAt: '2025-01-14T09:12:44.105Z',
  updatedAt: '2025-02-03T16:40:02.731Z',
  etag: '"7"',
}

const elbnetz: Reseller = {
  id: accounts.subReseller.id,
  parentId: accounts.reseller.id,
  depth: 2,
  displayName: accounts.subReseller.name,
  legalName: null,
  publicIdentifier: 'elbnetz',
  domains: [],
  supportEmail: 'hallo@elbnetz.example.org',
  status: 'active',
  limits: { maxClients: 25 },
  defaults: { languageCode: 'de', regionCode: 'DE', timeZone: 'Europe/Berlin' },
  createdAt: '2025-01-22T11:05:30.000Z',
  updatedAt: '2025-01-22T11:05:30.000Z',
  etag: '"1"',
}

/** Examples of the rows of `resellers`. */
export const { list, get, create }: ExamplesOf<typeof resellers> = {
  list: { query: { limit: 50 }, output: { data: [hafenhost, elbnetz], nextCursor: null } },
  get: { params: { id: hafenhost.id }, output: hafenhost },
  create: {
    input: {
      parentId: accounts.reseller.id,
      displayName: accounts.subReseller.name,
      publicIdentifier: 'elbnetz',
      supportEmail: 'hallo@elbnetz.example.org',
      limits: { maxClients: 25 },
      defaults: { languageCode: 'de', regionCode: 'DE', timeZone: 'Europe/Berlin' },
    },
    output: elbnetz,
  },
}
