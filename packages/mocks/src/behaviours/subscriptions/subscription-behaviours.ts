import type { Event, FieldError, Subscription } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { noteUse } from '../access-grants/note-use.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { newSubscription, noteSubscriptions, recordSubscription } from './new-subscription.ts'
import { consentFor, subscriptionView } from './subscription-view.ts'

type About = Surroundings & { params: { id: string } }

/** Rows of `subscriptions` with rules of their own: changed by who sold them, or under a grant. */
export const subscriptionBehaviours: Behaviours<'subscriptions'> = {
  record(call) {
    const { clientId, sku, soldById, seats, domains } = call.input
    const { store } = call
    const seller = soldById ? store.find('resellers', soldById) : undefined
    const { account } = store.me
    const isSold = store.records('productFamilies').some(({ skus }) => skus.some(({ key }) => key === sku))
    refuseFields([
      ...(store.find('clients', clientId) ? [] : [choice('/clientId', 'There is no such client.')]),
      ...(isSold ? [] : [choice('/sku', 'There is no such product.')]),
    ])
    const soldBy = soldById ? { id: soldById, name: seller?.displayName ?? account.name } : null
    const facts = { clientId, sku, soldBy, seats: seats ?? null, domains: domains ?? [] }
    return subscriptionView(newSubscription(call, facts, {}), call)
  },

  setSeats(call) {
    const { seats } = call.input
    return changed(call, 'subscription.seats_changed', ({ seats: before }) =>
      before === seats ? undefined : { to: { seats }, changes: { seats: { from: before, to: seats } } },
    )
  },

  cancel: (call) =>
    changed(call, 'subscription.canceled', ({ status }) => ({
      to: { status: 'canceled' },
      changes: { status: { from: status, to: 'canceled' } },
    })),
}

/** Changes a subscription as this caller may now, under the grant that allows it where one has to. */
function changed(
  call: About,
  type: 'subscription.seats_changed' | 'subscription.canceled',
  act: (before: Subscription) => { to: Partial<Subscription>; changes: Event['changes'] } | undefined,
): Subscription {
  const subscription = recordOf(call, 'subscriptions', call.params.id)
  requireVersion(call, subscription.etag)
  const { actions } = subscriptionView(subscription, call)
  const consent = consentFor(subscription, call)
  requireAllowed(actions?.setSeats ?? { allowed: true }, `A change of subscription ${subscription.id}`)
  const grantId = consent?.grantId ?? undefined
  noteUse(call, grantId)
  const step = act(subscription)
  if (step) {
    noteSubscriptions(call, change(call, subscription, step.to))
    const resellerId = grantId === undefined ? undefined : call.store.me.account.id
    recordSubscription(call, type, subscription, { resellerId, grantId }, step.changes)
  }
  return subscriptionView(subscription, call)
}

function choice(pointer: string, detail: string): FieldError {
  return { pointer, code: 'invalid_choice', detail }
}
