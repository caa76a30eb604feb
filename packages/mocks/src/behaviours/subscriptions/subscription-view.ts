import {
  subscriptions,
  type AccessExplanation,
  type ActionState,
  type Capability,
  type Subscription,
} from '@clientele/contract'
import { subscriptionActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { explain } from '../access/explain.ts'
import { actionsFor, heldRight, noTransition, refused } from '../actions.ts'

/** A subscription with what this caller may do with it. */
export function subscriptionView(subscription: Subscription, call: Surroundings): Subscription {
  const state = () => stateOf(subscription, call)
  return { ...subscription, actions: actionsFor(subscription, call, subscriptionActions, state) }
}

/** The client's consent, where that is what decides: for a reseller that did not sell it (R200). */
export function consentFor(
  { id, clientId, soldBy }: Subscription,
  call: Surroundings,
  capability: Capability,
): AccessExplanation | undefined {
  const { account, role } = call.store.me
  const isForeign = account.kind === 'reseller' && soldBy?.id !== account.id && call.store.find('clients', clientId)
  if (!isForeign) return undefined
  return explain(call, { clientId, resellerId: account.id, capability, subscriptionId: id, role })
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
