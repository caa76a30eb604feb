import { subscriptions, type ActionState, type Subscription } from '@clientele/contract'
import { subscriptionActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { explain } from '../access/explain.ts'
import { actionsFor, heldRight, noTransition } from '../actions.ts'

/** A subscription with what this caller may do with it. */
export function subscriptionView(subscription: Subscription, call: Surroundings): Subscription {
  const state = () => stateOf(subscription, call)
  return { ...subscription, actions: actionsFor(subscription, call, subscriptionActions, state) }
}

/** What a reseller sold is its own business; the others want a grant (R200). */
function stateOf(subscription: Subscription, call: Surroundings): ActionState {
  const { account } = call.store.me
  const { id, clientId, soldBy, status } = subscription
  const held = heldRight(call, subscriptions.setSeats.right)
  if (!held.allowed) return held
  const isForeign = account.kind === 'reseller' && soldBy?.id !== account.id && call.store.find('clients', clientId)
  const consent = isForeign
    ? explain(call, { clientId, resellerId: account.id, capability: 'products.manage', subscriptionId: id })
    : held
  if (!consent.allowed) {
    const { code, data } = consent
    return { allowed: false, ...(code === undefined ? {} : { code }), ...(data === undefined ? {} : { data }) }
  }
  return status === 'active' || status === 'trial' ? held : noTransition(status, [])
}
