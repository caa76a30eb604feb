import { accounts } from '../example-accounts.ts'
import type { OrganizationClient, QuickClient } from './clients.input.schema.ts'
import type { Client } from './clients.schema.ts'

/** An organisation as a form sends it. */
export const createOrganization: OrganizationClient = {
  form: 'organization',
  name: accounts.winery.name,
  productFamily: 'google_workspace',
  customerType: 'domain',
  primaryDomain: 'sonnenberg.example.com',
  primaryEmail: 'admin@sonnenberg.example.com',
  secondaryEmail: 'sonnenberg@example.org',
  admin: { firstName: 'Martha', lastName: 'Sonnenberg', username: 'martha' },
  postalAddress: { countryCode: 'DE', line1: 'Kirchgasse 4', locality: 'Geisenheim', postalCode: '65366' },
  phone: '+4967229104470',
  languageCode: 'de',
  tags: ['wine'],
  externalIds: [{ system: 'crm', id: 'K-20417' }],
}

/** A person as a form sends them: names and nothing else are needed. */
export const createQuick: QuickClient = {
  form: 'quick',
  person: { firstName: 'Chidi', lastName: 'Okafor' },
  company: accounts.studio.name,
  primaryEmail: 'chidi@okafor.example.org',
  description: 'Wants a shop by summer.',
}

type Untouched = 'accessState' | 'paymentMethodOnFile' | 'otherDescriptions' | 'lastComparedAt'

const untouched: Pick<Client, Untouched> = {
  accessState: 'none',
  paymentMethodOnFile: false,
  otherDescriptions: [],
  lastComparedAt: null,
}

/** The organisation once it has been added. */
export const organizationClient: Client = {
  ...untouched,
  id: accounts.winery.id,
  form: 'organization',
  binding: 'placeholder',
  owner: accounts.reseller,
  name: accounts.winery.name,
  nameIsShared: false,
  person: null,
  company: null,
  productFamily: 'google_workspace',
  customerType: 'domain',
  verificationMethod: 'domain',
  verification: 'none',
  orderableSkus: ['workspace_business_starter', 'workspace_business_standard'],
  segments: [],
  primaryDomain: 'sonnenberg.example.com',
  primaryDomainDisplay: 'sonnenberg.example.com',
  primaryEmail: 'admin@sonnenberg.example.com',
  secondaryEmail: 'sonnenberg@example.org',
  admin: { firstName: 'Martha', lastName: 'Sonnenberg', username: 'martha' },
  phone: '+4967229104470',
  postalAddress: {
    countryCode: 'DE',
    line1: 'Kirchgasse 4',
    line2: null,
    line3: null,
    locality: 'Geisenheim',
    region: null,
    postalCode: '65366',
    organizationName: null,
    contactName: null,
  },
  languageCode: 'de',
  regionCode: 'DE',
  timeZone: null,
  status: 'active',
  subscriptionState: 'none',
  description: null,
  tags: ['wine'],
  externalIds: [{ system: 'crm', id: 'K-20417' }],
  metadata: {},
  createdAt: '2025-01-26T13:05:17.420Z',
  updatedAt: '2025-01-26T13:05:17.420Z',
  etag: '"1"',
  actions: {
    update: { allowed: true },
    setDescription: { allowed: true },
    setTags: { allowed: true },
    setVerification: { allowed: false, code: 'permission_denied', data: { right: 'clients.verify' } },
  },
}

/** The person once they have been added. */
export const quickClient: Client = {
  ...untouched,
  id: accounts.studio.id,
  form: 'quick',
  binding: 'placeholder',
  owner: accounts.reseller,
  name: accounts.studio.name,
  nameIsShared: false,
  person: { firstName: 'Chidi', lastName: 'Okafor' },
  company: accounts.studio.name,
  productFamily: null,
  customerType: null,
  verificationMethod: null,
  verification: 'none',
  orderableSkus: [],
  segments: [],
  primaryDomain: null,
  primaryDomainDisplay: null,
  primaryEmail: 'chidi@okafor.example.org',
  secondaryEmail: null,
  admin: null,
  phone: null,
  postalAddress: null,
  languageCode: 'de',
  regionCode: 'DE',
  timeZone: null,
  status: 'active',
  subscriptionState: 'none',
  description: 'Wants a shop by summer.',
  tags: [],
  externalIds: [],
  metadata: {},
  createdAt: '2025-01-27T08:44:03.600Z',
  updatedAt: '2025-01-27T08:44:03.600Z',
  etag: '"1"',
  actions: {
    update: { allowed: true },
    setDescription: { allowed: true },
    setTags: { allowed: true },
    setVerification: { allowed: false, code: 'permission_denied', data: { right: 'clients.verify' } },
  },
}
