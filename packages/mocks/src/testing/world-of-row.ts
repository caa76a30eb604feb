import { rights, type AccessRequest, type Client, type Role, type Row, type Suggestion } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { beginningOf, contractEndpoints, type Endpoint } from '../contract-table.ts'
import { theSettings } from '../factories/products-and-settings.ts'
import type { HandlerOptions, MockData } from '../handlers.ts'

/** The examples of these name no reseller: it is one that asks. */
const byReseller: ReadonlySet<string> = new Set([
  'access.check',
  'access.use',
  'access_requests.create',
  'suggestions.create',
])

/** Who may make the example call of a row: the platform, or the client where something is the client's alone. */
function roleFor({ right }: Row): Role {
  if (right !== undefined && byReseller.has(right)) return 'reseller_manager'
  return right === undefined || rights[right].platform_admin !== undefined ? 'platform_admin' : 'client_admin'
}

/** The world in which the example call of a row succeeds: what it adds is not there yet, what it acts on is as it must be. */
export function worldOf({ resource, name, row }: Endpoint): HandlerOptions {
  const isListed = beginningOf(contractEndpoints, resource) !== undefined
  const nothing = row.status === 201 && isListed ? { [resource]: [] } : {}
  // its suggestion would be over by the clock of today
  const now = () => new Date(examples.suggestions.create.output.createdAt)
  const time = resource === 'suggestions' && name === 'create' ? { now } : {}
  return { role: roleFor(row), ...time, data: { ...nothing, ...worlds[`${resource}.${name}`] } }
}

const request: AccessRequest = examples.accessRequests.get.output
const suggestion: Suggestion = examples.suggestions.get.output
const { actions: _actions, ...grant } = examples.accessGrants.get.output
const level = examples.accessLevels.get.output
/** They can pay for what they order. */
const clients = examples.clients.list.output.data.map((client): Client => ({ ...client, paymentMethodOnFile: true }))
/** What a newer version of the level adds. */
const offeredVersion = examples.accessGrants.declineVersion.output.offeredVersion
const offered = {
  accessGrants: [{ ...grant, offeredVersion: offeredVersion && { ...offeredVersion, declinedAt: null } }],
}

const worlds: Readonly<Record<string, MockData>> = {
  'accessRequests.send': { accessRequests: [{ ...request, status: 'draft' }] },
  'accessRequests.askAgain': { accessRequests: [{ ...request, status: 'expired' }] },
  'accessGrants.lower': {
    accessLevels: [level, { ...level, id: 'connection_only@1', key: 'connection_only', rank: 0 }],
  },
  'accessGrants.letRunOut': { accessGrants: [{ ...grant, autoExtend: 'P30D' }] },
  'accessGrants.acceptVersion': offered,
  'accessGrants.declineVersion': offered,
  'accessGrants.extend': { accessGrants: [{ ...grant, endsAt: '2025-08-31T07:41:30.502Z' }] },
  'suggestions.send': { suggestions: [suggestion] },
  'suggestions.answer': { clients },
  'orders.create': { clients },
  'access.resumeManaged': {
    settings: theSettings({ access: { clientAdminIdentity: 'any' } }),
  },
}
