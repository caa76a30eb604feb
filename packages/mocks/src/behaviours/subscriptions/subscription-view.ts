import {
  subscriptions,
  type AccessExplanation,
  type ActionState,
  type Capability,
  type Subscription,
} from '@clientele/contract'
import { subscriptionActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isLinked } from '../accounts/client-behind.ts'
import { salespeople } from '../access/steps.ts'
import { explain } from '../access/explain.ts'
import { actionsFor, heldRight, noTransition, refused } from '../actions.ts'

/** A subscription with what this caller may do with it. */
export function subscriptionView(subscription: Subscription, call: Surroundings): Subscription {
  const state = () => stateOf(subscription, call)
  return { ...subscription, actions: actionsFor(subscription, call, subscriptionActions, state) }
}

/** The client's consent, where that is what decides: for a reseller that did not sell it (R200). */
export function consentFor(
  subscription: Subscription,
  call: Surroundings,
  capability: Capability,
): AccessExplanation | undefined {
  const { id, clientId } = subscription
  const { account, role } = call.store.me
  const isForeign = account.kind === 'reseller' && !isSeller(subscription, call)
  if (!isForeign || !call.store.find('clients', clientId)) return undefined
  return explain(call, { clientId, resellerId: account.id, capability, subscriptionId: id, role })
}

/** Who sold it and still has to do with the client, in a role that sells. */
function isSeller({ clientId, soldBy }: Subscription, call: Surroundings): boolean {
  const { account, role } = call.store.me
  const client = call.store.find('clients', clientId)
  const isLinkedStill = client === undefined || isLinked(call, client, account.id)
  return soldBy?.id === account.id && salespeople.some((one) => one === role) && isLinkedStill
}

/** What this caller may do with it. More of it is bought, the rest is managed. */
export function stateOf(
  subscription: Subscription,
  call: Surroundings,
  capability: Capability = 'products.manage',
): ActionState {
  const { soldBy, status } = subscription
  const { right } = subscriptions.setSeats
  const held = heldRight(call, right)
  if (!held.allowed) return held
  // what somebody else sold to it is not the client's own business
  if (call.store.me.account.kind === 'client' && soldBy !== null)
    return refused('permission_denied', { right: String(right) })
  const { allowed, code, data } = consentFor(subscription, call, capability) ?? held
  if (!allowed) return { allowed, ...(code && { code }), ...(data && { data }) }
  return status === 'active' || status === 'trial' ? held : noTransition(status, [])
}
