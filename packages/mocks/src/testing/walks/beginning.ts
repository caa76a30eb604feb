import type { CreateClient } from '@clientele/contract'
import type { MockData } from '../../handlers.ts'

/** A person, by name alone. */
export function quick(name: string): CreateClient {
  const person = { firstName: name.charAt(0).toUpperCase() + name.slice(1), lastName: 'Holt' }
  return { form: 'quick', person, primaryEmail: `${name}@mail.example.org` }
}

export const organization: CreateClient = {
  form: 'organization',
  name: 'Lind GmbH',
  productFamily: 'google_workspace',
  customerType: 'domain',
  primaryDomain: 'lind.example.com',
  primaryEmail: 'admin@lind.example.com',
  secondaryEmail: 'lind@example.org',
  admin: { firstName: 'Dora', lastName: 'Lind', username: 'dora' },
  postalAddress: { countryCode: 'DE', line1: 'Kai 1', locality: 'Hamburg', postalCode: '20457' },
}

/** Of everything that walks are about there is nothing at first. */
export const nothing = {
  access: [],
  accessGrants: [],
  accessRequests: [],
  apiKeys: [],
  orders: [],
  propagations: [],
  subscriptions: [],
  suggestions: [],
  webhookEndpoints: [],
} satisfies MockData
