import type { Client, Event, Subscription } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notTicked } from '../access/not-ticked.ts'
import { fresh } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { isKept } from './kept.ts'

/** Keeps a subscription that the client has from now on. */
export function newSubscription(
  call: Surroundings,
  facts: Pick<Subscription, 'clientId' | 'sku' | 'soldBy' | 'seats' | 'domains'>,
  about: { resellerId?: string | undefined; grantId?: string | undefined },
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
  noteSubscriptions(call, subscription)
  recordSubscription(call, 'subscription.created', subscription, about, { sku: { from: null, to: facts.sku } })
  return subscription
}

/** What it means for the record of its client, and for the resellers that it was not bought from. */
export function noteSubscriptions(call: Surroundings, { clientId }: Subscription): void {
  noteAll(call, clientId)
}

/** The same for all that a client has. */
export function noteAll({ store }: Surroundings, clientId: string): void {
  const client = store.find('clients', clientId)
  const all = store.records('subscriptions').filter((one) => one.clientId === clientId)
  // what somebody else sells to the client is no business of its owner (R201)
  const ours = all.filter(({ soldBy }) => soldBy === null || soldBy.id === client?.owner.id)
  if (client) client.subscriptionState = stateOf(ours)
  for (const access of store.records('access')) {
    if (access.clientId !== clientId) continue
    const direct = all.filter((one) => isKept(one) && one.soldBy?.id !== access.reseller.id)
    const known = access.direct.filter(({ subscription }) => direct.some(({ id }) => id === subscription.id))
    const added = direct.filter(({ id }) => !known.some(({ subscription }) => subscription.id === id))
    access.direct = [...known, ...added.map(notTicked)]
  }
}

/** Records what happened to a subscription: the business of who sold it, looks after it, or owns the client. */
export function recordSubscription(
  call: Surroundings,
  type: Extract<Event['type'], `subscription.${string}`>,
  { id, name, clientId, soldBy }: Subscription,
  { resellerId, grantId }: { resellerId?: string | undefined; grantId?: string | undefined },
  changes: Event['changes'],
): void {
  const owner = soldBy?.id ?? resellerId ?? call.store.find('clients', clientId)?.owner.id
  const subject = { type: 'subscription', id, display: name } as const
  recordEvent(call, { type, subject, clientId, resellerId: owner, grantId, changes })
}

/** What several subscriptions are together. */
export function stateOf(all: readonly Subscription[]): Client['subscriptionState'] {
  if (all.length === 0) return 'none'
  const alive = new Set(all.filter(isKept).map(({ status }) => status))
  if (alive.size === 0) return 'ended'
  if (alive.has('suspended')) return alive.size === 1 ? 'suspended' : 'mixed'
  return alive.size === 1 && alive.has('trial') ? 'trial' : 'active'
}
