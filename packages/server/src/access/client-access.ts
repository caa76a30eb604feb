import {
  access,
  accessRequests,
  reachOf,
  type AccessGrant,
  type ActionState,
  type ClientAccess,
  type DirectSubscription,
  type Propagating,
} from '@clientele/contract'
import { refused } from '../action-state.ts'
import { toGrants } from '../access-grants/grant-view.ts'
import { accountNames } from '../accounts/account-names.ts'
import type { Caller } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import { etagOf } from '../handler.ts'
import type { Family } from '../product-families/catalogue.ts'
import { accessSettings, readSettings, type AccessSettings } from '../settings/settings.store.ts'
import {
  directSubscriptions,
  grantsToShow,
  pendingRequests,
  type DirectRow,
  type PendingRequest,
} from './client-access.store.ts'
import { isManagedEnough } from './identity.rules.ts'
import type { AccessClient } from './pair.ts'
import { readPolicies, readTicks, switchState, type PolicyRow, type TickRow } from './policies.store.ts'
import { typicalPropagation } from './typical-propagation.ts'

/** Who looks at it. */
export interface AccessReader {
  caller: Caller
  now: Date
  families: readonly Family[]
}

/** Everything there is to say about the access to a client, for some of its resellers. */
export async function readClientAccess(
  tx: Tx,
  by: AccessReader,
  client: AccessClient,
  resellers: ReadonlyMap<string, 'owner' | 'secondary'>,
): Promise<ClientAccess[]> {
  const ids = [...resellers.keys()]
  // that the caller may ask was proved; names and what is on its way lie out of its sight
  return tx.asSystem(async () => {
    const settings = accessSettings(await readSettings(tx))
    const policies = await readPolicies(tx, client.id, ids)
    const ticks = await readTicks(tx, client.id, ids)
    const subscriptions = await directSubscriptions(tx, client.id)
    const grants = await grantsToShow(tx, client.id, ids)
    const requests = await pendingRequests(tx, client.id, ids)
    const shown = await toGrants(tx, by, grants, true)
    const names = await accountNames(tx, [...ids, ...subscriptions.map(({ soldById }) => soldById)])
    const typical = await typicalPropagation(tx)
    return ids.map((resellerId) =>
      toAccess(by, client, settings, {
        reseller: { id: resellerId, name: names.get(resellerId) ?? '' },
        link: resellers.get(resellerId) ?? 'secondary',
        policy: policies.find((policy) => policy.resellerId === resellerId),
        direct: directOf(by, subscriptions, names, resellerId, ticks),
        grants: shown.filter((grant) => grant.reseller.id === resellerId),
        request: requests.find((request) => request.resellerId === resellerId),
        typical,
      }),
    )
  })
}

interface Parts {
  reseller: ClientAccess['reseller']
  link: ClientAccess['link']
  policy: PolicyRow | undefined
  direct: DirectSubscription[]
  grants: AccessGrant[]
  request: PendingRequest | undefined
  typical: string | null
}

function toAccess(
  { caller }: AccessReader,
  client: AccessClient,
  settings: AccessSettings,
  { reseller, link, policy, direct, grants, request, typical }: Parts,
): ClientAccess {
  return {
    clientId: client.id,
    reseller,
    link,
    allow: toPropagating(policy),
    changedBy: policy?.changedBy ?? null,
    direct,
    agreement: { state: policy?.agreement ?? 'none', at: policy?.agreementAt?.toISOString() ?? null },
    pausedAt: policy?.pausedAt?.toISOString() ?? null,
    lockedByContract: policy?.lockedByContract ?? null,
    grants,
    pendingRequestId: request?.id ?? null,
    propagation: { max: settings.propagationMax, typical },
    etag: etagOf(policy?.version ?? 0),
    actions: {
      save: maySave(caller, client, settings),
      agree: mayAgree(caller, client, reseller.id),
      request: mayRequest(caller, reseller.id, request),
    },
  }
}

function toPropagating(row: PolicyRow | TickRow | undefined): Propagating {
  const { wanted, observed, propagation } = switchState(row)
  return {
    wanted,
    observed,
    propagation,
    changedAt: row?.changedAt.toISOString() ?? null,
    effectiveBy: row?.effectiveBy?.toISOString() ?? null,
  }
}

/**
 * A reseller learns of what the client bought elsewhere only what the client has ticked for it, and so does whoever holds
 * a link: mails are passed on.
 */
function directOf(
  { caller, families }: AccessReader,
  subscriptions: readonly DirectRow[],
  names: ReadonlyMap<string, string>,
  resellerId: string,
  ticks: readonly TickRow[],
): DirectSubscription[] {
  const seesAll = caller.account.kind !== 'reseller' && caller.kind !== 'link_holder'
  return subscriptions
    .filter(({ soldById }) => soldById !== resellerId)
    .map((subscription) => {
      const tick = ticks.find((one) => one.resellerId === resellerId && one.subscriptionId === subscription.id)
      const { id, sku, soldById } = subscription
      const name = families.flatMap(({ skus }) => skus).find(({ key }) => key === sku)?.name ?? sku
      const soldBy = soldById === null ? null : { id: soldById, name: names.get(soldById) ?? '' }
      return { subscription: { id, sku, name, soldBy }, ...toPropagating(tick) }
    })
    .filter(({ wanted, observed }) => seesAll || wanted || observed)
}

export function maySave(caller: Caller, client: AccessClient, settings: AccessSettings): ActionState {
  const { right } = access.save
  // the link in a mail has rows of its own
  const isOwn = caller.account.id === client.id && caller.kind !== 'link_holder'
  if (!right || !reachOf(caller.role, right) || !isOwn) return refused('permission_denied', { right })
  return isManagedEnough(caller, client, settings)
    ? { allowed: true }
    : refused('actor_not_managed_identity', { identityKind: caller.identityKind ?? 'unknown' })
}

function mayAgree(caller: Caller, client: AccessClient, resellerId: string): ActionState {
  const { right } = access.agree
  const isParty = [client.id, resellerId].includes(caller.account.id) && caller.kind !== 'link_holder'
  return right && reachOf(caller.role, right) && isParty ? { allowed: true } : refused('permission_denied', { right })
}

function mayRequest(caller: Caller, resellerId: string, request: PendingRequest | undefined): ActionState {
  const { right } = accessRequests.create
  const reach = right && reachOf(caller.role, right)
  if (!reach || (reach !== 'all' && caller.account.id !== resellerId)) return refused('permission_denied', { right })
  return request
    ? refused('access_request_pending', { requestId: request.id, level: request.level })
    : { allowed: true }
}
