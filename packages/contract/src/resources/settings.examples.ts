import type { ExamplesOf } from '../row-examples.ts'
import type { settings } from './settings.routes.ts'
import type { Settings } from './settings.schema.ts'

const present: Settings = {
  client: { companyRequired: false, teamFamilies: ['workspace_essentials'] },
  tree: { maxDepth: 2 },
  access: {
    preset: 'consent_first',
    autoLevel: null,
    requestTtl: 'P14D',
    requestReminders: ['P3D', 'P10D'],
    requestMaxAttempts: 5,
    maxDuration: null,
    expiryNotices: ['P30D', 'P7D', 'P1D'],
    propagationMax: 'PT24H',
    keepDirectSelection: true,
    clientAdminIdentity: 'managed_only',
  },
  links: {
    requestUrl: 'https://panel.hafenhost.example.org/access',
    manageUrl: 'https://panel.hafenhost.example.org/access/manage',
    suggestionUrl: 'https://panel.hafenhost.example.org/suggestions',
  },
  notify: { off: [], operatorEmail: 'operations@hafenhost.example.org' },
  etag: '"3"',
}

/** Examples of the rows of `settings`. */
export const { get, update }: ExamplesOf<typeof settings> = {
  get: { output: present },
  update: {
    input: { client: { companyRequired: true } },
    output: { ...present, client: { ...present.client, companyRequired: true }, etag: '"4"' },
  },
}
