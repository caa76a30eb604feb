import type { AccountRef, Client, ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { recordOf } from '../change.ts'
import { notTicked } from './not-ticked.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { isKept } from '../subscriptions/kept.ts'

/** A client and a reseller that it may let in. */
export interface Pair {
  clientId: string
  resellerId: string
}

/** What is kept of the access of a reseller to a client. A client begins with it off, for the reseller that owns it. */
export function pairAccess(call: Surroundings, { clientId, resellerId }: Pair): ClientAccess {
  const all = call.store.records('access')
  const known = all.find((access) => access.clientId === clientId && access.reseller.id === resellerId)
  if (known) return known
  const client = recordOf(call, 'clients', clientId)
  if (client.owner.id !== resellerId) throw notFound()
  const access: ClientAccess = {
    clientId,
    reseller: client.owner,
    link: 'owner',
    allow: { wanted: false, observed: false, propagation: 'in_sync', changedAt: null, effectiveBy: null },
    changedBy: null,
    direct: call.store
      .records('subscriptions')
      .filter((one) => one.clientId === clientId && one.soldBy?.id !== resellerId && isKept(one))
      .map(notTicked),
    agreement: { state: 'none', at: null },
    pausedAt: null,
    lockedByContract: null,
    grants: call.store
      .records('accessGrants')
      .filter(({ client: of, reseller }) => of.id === clientId && reseller.id === resellerId),
    pendingRequestId: null,
    propagation: { max: call.store.single('settings').access.propagationMax, typical: null },
    etag: '"0"',
    actions: { save: { allowed: true }, agree: { allowed: true }, request: { allowed: true } },
  }
  call.store.changed.add(access)
  all.push(access)
  return access
}

/** All resellers of a client: its owner, and those that it let in beside. */
export function pairsOf(call: Surroundings, clientId: string): ClientAccess[] {
  const { owner } = recordOf(call, 'clients', clientId)
  pairAccess(call, { clientId, resellerId: owner.id })
  return call.store.records('access').filter((access) => access.clientId === clientId)
}

/** The reseller that acts for a client: the one that is named, else the caller's account. */
export function requireReseller({ store }: Surroundings, client: Client, resellerId = store.me.account.id): AccountRef {
  if (client.owner.id === resellerId) return client.owner
  const access = store
    .records('access')
    .find(({ clientId, reseller }) => clientId === client.id && reseller.id === resellerId)
  if (!access) throw notFound()
  return access.reseller
}

/** Says on the client what has become of the access, and on the access which request is pending. */
export function settleState(call: Surroundings, pair: Pair): void {
  const access = pairAccess(call, pair)
  const last = call.store
    .records('accessRequests')
    .findLast(({ client, reseller }) => client.id === pair.clientId && reseller.id === pair.resellerId)
  access.pendingRequestId = last?.status === 'pending' ? last.id : null
  call.store.changed.add(access)
  const client = recordOf(call, 'clients', pair.clientId)
  client.accessState = stateOf(access, last?.status)
  call.store.changed.add(client)
}

/** One word for it. What waits is `requested`: never active before it is in effect (R211). */
function stateOf({ allow, pausedAt, grants }: ClientAccess, request: string | undefined): Client['accessState'] {
  const living = grants.findLast(isLiving)
  if (living) {
    if (living.status === 'paused' || pausedAt !== null || !allow.wanted) return 'paused'
    if (living.status === 'activating' || !allow.observed) return 'requested'
    return living.expiring ? 'expiring' : 'active'
  }
  if (request === 'pending') return 'requested'
  if (request === 'declined') return 'declined'
  return grants.length > 0 ? 'ended' : 'none'
}
