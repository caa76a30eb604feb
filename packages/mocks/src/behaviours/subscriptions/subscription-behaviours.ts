import type { ActionState, Capability, Event, FieldError, Subscription } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { noteUse } from '../access-grants/note-use.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change } from '../change.ts'
import { ownRecord } from '../own-record.ts'
import { newSubscription, noteSubscriptions, recordSubscription } from './new-subscription.ts'
import { consentFor, stateOf, subscriptionView } from './subscription-view.ts'

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
    const facts = {
      clientId: store.aliases.get(clientId) ?? clientId,
      sku,
      soldBy,
      seats: seats ?? null,
      domains: domains ?? [],
    }
    return subscriptionView(newSubscription(call, facts, {}), call)
  },

  setSeats(call) {
    const { seats } = call.input
    return changed(call, 'subscription.seats_changed', ({ seats: before }) => ({
      wants: before === null || seats > before ? 'products.purchase' : 'products.manage',
      to: { seats },
      changes: before === seats ? undefined : { seats: { from: before, to: seats } },
    }))
  },

  cancel: (call) =>
    changed(call, 'subscription.canceled', ({ status }) => ({
      wants: 'products.manage',
      to: { status: 'canceled' },
      changes: { status: { from: status, to: 'canceled' } },
    })),
}

/** A change, and what of the client's consent it wants. */
interface Step {
  wants: Capability
  to: Partial<Subscription>
  /** Nothing, where it is so already. */
  changes: Event['changes'] | undefined
}

/** Changes a subscription as this caller may now, under the grant that allows it where one has to. */
function changed(
  call: About,
  type: 'subscription.seats_changed' | 'subscription.canceled',
  stepFrom: (before: Subscription) => Step,
): Subscription {
  const subscription = ownRecord(call, 'subscriptions', call.params.id)
  requireVersion(call, subscription.etag)
  const { wants, to, changes } = stepFrom(subscription)
  requireAllowed(mayChange(subscription, call, wants), `A change of subscription ${subscription.id}`)
  const grantId = consentFor(subscription, call, wants)?.grantId ?? undefined
  noteUse(call, grantId)
  if (changes) {
    noteSubscriptions(call, change(call, subscription, to))
    const resellerId = grantId === undefined ? undefined : call.store.me.account.id
    recordSubscription(call, type, subscription, { resellerId, grantId }, changes)
  }
  return subscriptionView(subscription, call)
}

/** As the test said, as long as it said anything. */
function mayChange(subscription: Subscription, call: Surroundings, wants: Capability): ActionState {
  const { store } = call
  const given = store.isCallerGiven || store.changed.has(subscription) ? undefined : subscription.actions?.setSeats
  return given ?? stateOf(subscription, call, wants)
}

function choice(pointer: string, detail: string): FieldError {
  return { pointer, code: 'invalid_choice', detail }
}
