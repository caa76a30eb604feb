import type { AccessRequest, AccountRef, Client, ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { recordOf } from '../change.ts'
import { notTicked } from './not-ticked.ts'
import { shownGrant } from '../access-grants/grant-view.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { isLinked } from '../accounts/client-behind.ts'
import { isKept } from '../subscriptions/kept.ts'

/** A client and a reseller that it may let in. */
export interface Pair {
  clientId: string
  resellerId: string
}

/** What is kept of the access of a reseller to a client. A client begins with it off, for the reseller that owns it. */
export function pairAccess(call: Surroundings, { clientId, resellerId }: Pair): ClientAccess {
  const known = call.store
    .records('access')
    .find((access) => access.clientId === clientId && access.reseller.id === resellerId)
  if (known) return known
  const client = recordOf(call, 'clients', clientId)
  if (client.owner.id !== resellerId) throw notFound()
  return newAccess(call, client, client.owner, 'owner')
}

/** A reseller is let in beside the owner, if it was not. */
export function letIn(call: Surroundings, client: Client, reseller: AccountRef): ClientAccess {
  const pair = { clientId: client.id, resellerId: reseller.id }
  return isLinked(call, client, reseller.id) ? pairAccess(call, pair) : newAccess(call, client, reseller, 'secondary')
}

function newAccess(
  call: Surroundings,
  { id: clientId }: Client,
  reseller: AccountRef,
  link: ClientAccess['link'],
): ClientAccess {
  const { store } = call
  const access: ClientAccess = {
    clientId,
    reseller,
    link,
    allow: { wanted: false, observed: false, propagation: 'in_sync', changedAt: null, effectiveBy: null },
    changedBy: null,
    direct: store
      .records('subscriptions')
      .filter((one) => one.clientId === clientId && one.soldBy?.id !== reseller.id && isKept(one))
      .map(notTicked),
    agreement: { state: 'none', at: null },
    pausedAt: null,
    lockedByContract: null,
    grants: store
      .records('accessGrants')
      .filter((grant) => grant.client.id === clientId && grant.reseller.id === reseller.id),
    pendingRequestId: null,
    propagation: { max: store.single('settings').access.propagationMax, typical: null },
    etag: '"0"',
    actions: { save: { allowed: true }, agree: { allowed: true }, request: { allowed: true } },
  }
  store.changed.add(access)
  store.records('access').push(access)
  return access
}

/** All resellers of a client: its owner, and those that it let in beside. */
export function pairsOf(call: Surroundings, clientId: string): ClientAccess[] {
  const { owner } = recordOf(call, 'clients', clientId)
  pairAccess(call, { clientId, resellerId: owner.id })
  const all = call.store.records('access').filter((access) => access.clientId === clientId)
  return all.toSorted((a, b) => Number(b.link === 'owner') - Number(a.link === 'owner'))
}

/** A reseller that the client has: its owner, or one that it let in beside. */
export function requireReseller({ store }: Surroundings, client: Client, resellerId: string): AccountRef {
  if (client.owner.id === resellerId) return client.owner
  const access = store
    .records('access')
    .find(({ clientId, reseller }) => clientId === client.id && reseller.id === resellerId)
  if (!access) throw notFound()
  return access.reseller
}

/** Says on the client what has become of the access, and on the access which request is pending. */
export function settleState(call: Surroundings, pair: Pair): void {
  const { store } = call
  const access = pairAccess(call, pair)
  access.pendingRequestId = requestsOf(call, pair).find(({ status }) => status === 'pending')?.id ?? null
  store.changed.add(access)
  store.settled.add(access)
  const client = recordOf(call, 'clients', pair.clientId)
  if (access.link === 'owner') client.accessState = stateOf(call, access)
  store.changed.add(client)
}

/** One word for it. What waits is `requested`: never active before it is in effect (R211). */
export function stateOf(call: Surroundings, access: ClientAccess): Client['accessState'] {
  const { allow, pausedAt, grants, clientId, reseller } = access
  const living = grants.findLast(isLiving)
  if (living) {
    if (living.status === 'paused' || pausedAt !== null || !allow.wanted) return 'paused'
    if (living.status === 'activating' || !allow.observed) return 'requested'
    return shownGrant(living, call).expiring ? 'expiring' : 'active'
  }
  const asked = requestsOf(call, { clientId, resellerId: reseller.id })
  if (asked.some(({ status }) => status === 'pending')) return 'requested'
  const sent = asked.filter(({ sentAt }) => sentAt !== null)
  const last = sent.toSorted((a, b) => Date.parse(a.sentAt ?? '') - Date.parse(b.sentAt ?? '')).at(-1)
  if (last?.status === 'declined') return 'declined'
  return grants.length > 0 ? 'ended' : 'none'
}

function requestsOf({ store }: Surroundings, { clientId, resellerId }: Pair): AccessRequest[] {
  const all = store.records('accessRequests')
  return all.filter(({ client, reseller }) => client.id === clientId && reseller.id === resellerId)
}
