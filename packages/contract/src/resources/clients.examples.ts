import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { createOrganization, createQuick, organizationClient, quickClient } from './clients.example-records.ts'
import type { clients } from './clients.routes.ts'

const params = { id: organizationClient.id }

/** Examples of the rows of `clients`. */
export const {
  list,
  create,
  check,
  get,
  update,
  setDescription,
  setPaymentMethod,
  setTags,
  setVerification,
}: ExamplesOf<typeof clients> = {
  list: {
    query: { q: 'sonn', status: ['active'], sort: 'name', include: ['total', 'actions'], limit: 50 },
    output: {
      data: [organizationClient, quickClient],
      nextCursor: null,
      total: { count: 2, accuracy: 'exact' },
    },
  },
  create: { input: createOrganization, output: organizationClient },
  check: {
    input: {
      form: 'organization',
      ownerId: accounts.reseller.id,
      name: 'Weingut Sonnenberg',
      productFamily: 'google_workspace',
      customerType: 'domain',
      primaryDomain: 'sonnenberg.example.com',
      primaryEmail: 'admin@sonnenberg.example.com',
      secondaryEmail: 'martha@example.com',
      phone: '+49 2',
    },
    output: {
      errors: [{ pointer: '/phone', code: 'phone_not_international', detail: 'There is no such number in Germany.' }],
      warnings: [{ pointer: '/secondaryEmail', code: 'secondary_email_on_sibling_domain' }],
      blockers: [],
      duplicates: [
        {
          id: organizationClient.id,
          name: organizationClient.name,
          primaryDomain: organizationClient.primaryDomain,
          primaryEmail: organizationClient.primaryEmail,
          createdAt: organizationClient.createdAt,
          matches: 'email',
        },
      ],
      domain: 'own',
      domainClientId: organizationClient.id,
    },
  },
  get: { params, output: organizationClient },
  update: {
    params,
    input: { phone: '+49 6722 910 4480', segments: [] },
    output: { ...organizationClient, phone: '+4967229104480', updatedAt: '2025-03-02T10:21:09.332Z', etag: '"5"' },
  },
  setDescription: {
    params,
    input: { text: 'Harvest in September: no changes then.' },
    output: {
      ...organizationClient,
      description: 'Harvest in September: no changes then.',
      updatedAt: '2025-03-02T10:24:51.008Z',
      etag: '"6"',
    },
  },
  setTags: {
    params,
    input: { tags: ['wine', 'priority'] },
    output: {
      ...organizationClient,
      tags: ['wine', 'priority'],
      updatedAt: '2025-03-02T10:25:33.917Z',
      etag: '"7"',
    },
  },
  setPaymentMethod: {
    params,
    input: { onFile: true },
    output: { ...organizationClient, paymentMethodOnFile: true, updatedAt: '2025-03-02T10:28:12.440Z', etag: '"8"' },
  },
  setVerification: {
    params,
    input: { verification: 'domain_verified' },
    output: {
      ...organizationClient,
      verification: 'domain_verified',
      orderableSkus: ['workspace_starter', 'workspace_standard', 'workspace_storage', 'workspace_archive'],
      updatedAt: '2025-03-02T10:30:00.000Z',
      etag: '"8"',
    },
  },
}

/** `clients.create` with the other form, and what it makes. */
export const createQuickClient = { input: createQuick, output: quickClient }
