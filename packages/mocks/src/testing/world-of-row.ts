import { rights, type AccessRequest, type Client, type Role, type Row, type Suggestion } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { beginningOf, contractEndpoints, type Endpoint } from '../contract-table.ts'
import { aProductFamily, aSku } from '../factories/products-and-settings.ts'
import type { HandlerOptions, MockData } from '../handlers.ts'

/** Who may make the example call of a row: the platform, or the client where something is the client's alone. */
function roleFor({ right }: Row): Role {
  return right === undefined || rights[right].platform_admin !== undefined ? 'platform_admin' : 'client_admin'
}

/** The world in which the example call of a row succeeds: what it adds is not there yet, what it acts on is as it must be. */
export function worldOf({ resource, name, row }: Endpoint): HandlerOptions {
  const isListed = beginningOf(contractEndpoints, resource) !== undefined
  const nothing = row.status === 201 && isListed ? { [resource]: [] } : {}
  return { role: roleFor(row), data: { ...nothing, ...worlds[`${resource}.${name}`] } }
}

const request: AccessRequest = examples.accessRequests.get.output
const suggestion: Suggestion = examples.suggestions.get.output
const { actions: _actions, ...grant } = examples.accessGrants.get.output
const level = examples.accessLevels.get.output
const family = aProductFamily({
  skus: ['hosting_start', 'hosting_pro'].map((key) => aSku({ key, customerTypes: ['person'] })),
})
/** They can order what the examples sell to them, and pay for it. */
const clients = examples.clients.list.output.data.map((client): Client => ({
  ...client,
  paymentMethodOnFile: true,
  orderableSkus: family.skus.map(({ key }) => key),
}))
const shop = { productFamilies: [family], clients }

const worlds: Readonly<Record<string, MockData>> = {
  'accessRequests.send': { accessRequests: [{ ...request, status: 'draft' }] },
  'accessRequests.askAgain': { accessRequests: [{ ...request, status: 'expired' }] },
  'accessGrants.lower': {
    accessLevels: [level, { ...level, id: 'connection_only@1', key: 'connection_only', rank: 0 }],
  },
  'accessGrants.acceptVersion': {
    accessGrants: [{ ...grant, offeredVersion: { level: 'manage@2', adds: ['products.purchase'] } }],
  },
  'accessGrants.extend': { accessGrants: [{ ...grant, endsAt: '2025-08-31T07:41:30.502Z' }] },
  'suggestions.create': shop,
  'suggestions.send': { ...shop, suggestions: [suggestion] },
  'suggestions.answer': shop,
  'orders.create': shop,
}
