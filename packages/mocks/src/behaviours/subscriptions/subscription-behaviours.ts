import type { Subscription } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, fresh, recordOf } from '../change.ts'
import { subscriptionView } from './subscription-view.ts'

/** Rows of `subscriptions` with rules of their own: changed by who sold them, or under a grant. */
export const subscriptionBehaviours: Behaviours<'subscriptions'> = {
  record(call) {
    const { clientId, sku, soldById, seats, domains } = call.input
    const { store } = call
    const client = store.find('clients', clientId)
    const seller = soldById ? store.find('resellers', soldById) : undefined
    const detail = 'There is no such client.'
    refuseFields(client ? [] : [{ pointer: '/clientId', code: 'invalid_choice', detail }])
    const soldBy = soldById ? { id: soldById, name: seller?.displayName ?? store.me.account.name } : null
    const subscription = newSubscription(call, { clientId, sku, soldBy, seats: seats ?? null, domains: domains ?? [] })
    return subscriptionView(subscription, call)
  },

  setSeats(call) {
    const subscription = toChange(call)
    const { seats } = call.input
    return subscriptionView(seats === subscription.seats ? subscription : change(call, subscription, { seats }), call)
  },

  cancel: (call) => subscriptionView(change(call, toChange(call), { status: 'canceled' }), call),
}

/** Keeps a subscription that the client has from now on. */
export function newSubscription(
  call: Surroundings,
  facts: Pick<Subscription, 'clientId' | 'sku' | 'soldBy' | 'seats' | 'domains'>,
): Subscription {
  const { store } = call
  const families = store.records('productFamilies')
  const family = families.find(({ skus }) => skus.some(({ key }) => key === facts.sku))
  const subscription: Subscription = {
    id: store.newId('sub'),
    ...facts,
    name: family?.skus.find(({ key }) => key === facts.sku)?.name ?? facts.sku,
    productFamily: family?.key ?? '',
    status: 'active',
    ...fresh(call),
  }
  store.records('subscriptions').push(subscription)
  return subscription
}

function toChange(call: Surroundings & { params: { id: string } }): Subscription {
  const subscription = recordOf(call, 'subscriptions', call.params.id)
  requireVersion(call, subscription.etag)
  const { actions } = subscriptionView(subscription, call)
  requireAllowed(actions?.setSeats ?? { allowed: true }, `A change of subscription ${subscription.id}`)
  return subscription
}
