import type {
  AccessExplanation,
  AccessGrant,
  AccessLevel,
  AccessRequest,
  ClientAccess,
  DirectSubscription,
  LinkedRequest,
  ManagedAccess,
  Propagation,
  Subscription,
} from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { ownAccount, refTo, type AccountLike } from './accounts.ts'
import { aClient } from './a-client.ts'
import { made, type Given } from './made.ts'
import { aSubscription } from './selling.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

/** The two sides of an access, as whole records or by id and name. */
interface Parties {
  client?: AccountLike
  reseller?: AccountLike
}

/**
 * A level that clients can be asked for. `key` and `version` make its id.
 *
 * @example
 * const level = anAccessLevel({ key: 'manage', version: 2, capabilities: ['products.view'] })
 */
export function anAccessLevel(given: Given<AccessLevel> = {}): AccessLevel {
  const example = examples.accessLevels.get.output
  const { key = example.key, version = example.version } = given
  return made('anAccessLevel', schemasOf('accessLevels', 'get').output, { ...example, id: `${key}@${version}` }, given)
}

/**
 * A request that a client has to answer, where nothing else is said. In mocks, `createClient({ link: request.id })` holds
 * its link.
 *
 * @example
 * const request = anAccessRequest({ client: aClient(), status: 'declined', decisionReason: 'Not now.' })
 */
export function anAccessRequest({
  client,
  reseller,
  ...given
}: Omit<Given<AccessRequest>, 'client' | 'reseller'> & Parties = {}): AccessRequest {
  const number = nextNumber()
  const { actions: _actions, ...example } = examples.accessRequests.get.output
  const id = given.id ?? factoryId('arq', number)
  const all = {
    ...example,
    ...partiesOf(client, reseller),
    id,
    copyableLink: given.status === undefined || given.status === 'pending' ? linkTo(id) : null,
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
  }
  return made('anAccessRequest', schemasOf('accessRequests', 'get').output, all, given)
}

/**
 * A request as the holder of its link sees it.
 *
 * @example
 * server.use(mock(accessRequests.current, aLinkedRequest({ viewer: { mayAnswer: 'sign_in' } })))
 */
export function aLinkedRequest(given: Given<LinkedRequest> = {}): LinkedRequest {
  const all = { ...examples.accessRequests.current.output, id: factoryId('arq', nextNumber()) }
  return made('aLinkedRequest', schemasOf('accessRequests', 'current').output, all, given)
}

/**
 * What a client has allowed a reseller, in effect where nothing else is said. `level` decides what it allows.
 *
 * @example
 * const grant = anAccessGrant({ client: aClient(), status: 'activating' })
 */
export function anAccessGrant({
  client,
  reseller,
  level,
  ...given
}: Omit<Given<AccessGrant>, 'client' | 'reseller' | 'level'> &
  Parties & { level?: AccessLevel | string } = {}): AccessGrant {
  const number = nextNumber()
  const { actions: _actions, ...example } = examples.accessGrants.get.output
  const of = typeof level === 'object' ? { family: level.family, capabilities: level.capabilities } : {}
  const all = {
    ...example,
    ...partiesOf(client, reseller),
    ...of,
    id: factoryId('agr', number),
    level: typeof level === 'object' ? level.id : (level ?? example.level),
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
  }
  return made('anAccessGrant', schemasOf('accessGrants', 'get').output, all, given)
}

/**
 * The client's switch for one reseller and what lies below it: on and in effect, where nothing else is said. `client`
 * makes it this client's.
 *
 * @example
 * const client = aClient()
 * const theirs = aClientAccess({ client, grants: [anAccessGrant({ client })], allow: { propagation: 'overdue' } })
 * handlers({ role: 'client_admin', data: { clients: [client], access: [theirs] } })
 */
export function aClientAccess({
  client,
  reseller,
  ...given
}: Omit<Given<ClientAccess>, 'clientId' | 'reseller'> & Parties = {}): ClientAccess {
  const { client: of, reseller: by } = partiesOf(client ?? aClient(), reseller)
  const all = { ...examples.access.get.output, clientId: of.id, reseller: by, direct: [], grants: [] }
  return made('aClientAccess', schemasOf('access', 'get').output, all, given)
}

/**
 * A subscription that the client bought elsewhere, in the access of a reseller: not ticked, where nothing else is said.
 *
 * @example
 * aClientAccess({ direct: [aDirectSubscription({ wanted: true, propagation: 'pending' })] })
 */
export function aDirectSubscription({
  subscription = aSubscription({ soldBy: null }),
  ...given
}: Omit<Given<DirectSubscription>, 'subscription'> & {
  subscription?: Pick<Subscription, 'id' | 'sku' | 'name' | 'soldBy'>
} = {}): DirectSubscription {
  const { id, sku, name, soldBy } = subscription
  const off = { wanted: false, observed: false, propagation: 'in_sync', changedAt: null, effectiveBy: null } as const
  const direct = { ...off, ...given, subscription: { id, sku, name, soldBy } } as DirectSubscription
  made('aDirectSubscription', schemasOf('access', 'get').output, examples.access.get.output, { direct: [direct] })
  return direct
}

/**
 * What the holder of a manage link sees.
 *
 * @example
 * server.use(mock(access.managed, aManagedAccess({ access: aClientAccess({ pausedAt: '2025-03-12T21:47:09.383Z' }) })))
 */
export function aManagedAccess(given: Given<ManagedAccess> = {}): ManagedAccess {
  return made('aManagedAccess', schemasOf('access', 'managed').output, examples.access.managed.output, given)
}

/**
 * Why somebody may not: paused by the client, where nothing else is said.
 *
 * @example
 * server.use(mock(access.explain, anAccessExplanation({ allowed: true, steps: [], removableBy: null })))
 */
export function anAccessExplanation(given: Given<AccessExplanation> = {}): AccessExplanation {
  return made('anAccessExplanation', schemasOf('access', 'explain').output, examples.access.explain.output, given)
}

/**
 * A change on its way to the vendor.
 *
 * @example
 * handlers({ role: 'platform_admin', data: { propagations: [aPropagation({ overdue: true })] } })
 */
export function aPropagation(given: Given<Propagation> = {}): Propagation {
  const { output } = examples.propagations.observed
  const all: Propagation = { ...output, state: 'pending', settledAt: null, id: factoryId('ppg', nextNumber()) }
  return made('aPropagation', schemasOf('propagations', 'observed').output, all, given)
}

function partiesOf(client: AccountLike | undefined, reseller: AccountLike | undefined) {
  const owner = client && 'owner' in client ? client.owner : ownAccount
  return { client: refTo(client ?? examples.clients.get.output), reseller: reseller ? refTo(reseller) : owner }
}

function linkTo(id: string): string {
  return `${examples.settings.get.output.links.requestUrl}#${id}`
}
