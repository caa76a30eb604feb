import type { AccountRef, Client, FieldError, Order } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { actorOf } from '../actor-of.ts'
import { recordEvent } from '../events/record-event.ts'
import { newSubscription } from '../subscriptions/new-subscription.ts'

interface Purchase {
  client: Client
  items: readonly { sku: string; quantity?: number | undefined }[]
  /** The reseller that takes part: it sells, buys under a grant, or has suggested it. */
  reseller: AccountRef | null
  chargedTo: Order['chargedTo']
  grantId: string | null
  suggestionId: string | null
}

/** Buys: the order and a subscription for each product. What the client pays needs a payment method on file (R7). */
export function placeOrder(call: Surroundings, purchase: Purchase): Order {
  const { store, now } = call
  const { client, items, reseller, chargedTo, grantId, suggestionId } = purchase
  requireOrderable(call, client, items)
  if (chargedTo === 'client' && !client.paymentMethodOnFile) {
    const data = { clientId: client.id }
    throw new Refusal('payment_method_missing', `The client ${client.id} has no payment method on file.`, data)
  }
  const soldBy = chargedTo === 'reseller' ? reseller : null
  const order: Order = {
    id: store.newId('ord'),
    clientId: client.id,
    reseller,
    placedBy: actorOf(call),
    grantId,
    suggestionId,
    items: items.map(({ sku, quantity = 1 }) => {
      const facts = { clientId: client.id, sku, soldBy, seats: quantity, domains: [] }
      const about = { resellerId: reseller?.id ?? client.owner.id, grantId: grantId ?? undefined }
      return { sku, quantity, subscriptionId: newSubscription(call, facts, about).id }
    }),
    chargedTo,
    createdAt: now.toISOString(),
  }
  store.records('orders').push(order)
  recordEvent(call, {
    type: 'order.placed',
    subject: { type: 'order', id: order.id },
    clientId: client.id,
    // what a client orders by itself is its own business
    resellerId: reseller?.id ?? client.id,
    grantId: grantId ?? undefined,
    changes: { items: { from: null, to: order.items }, chargedTo: { from: null, to: chargedTo } },
  })
  return order
}

/** Refuses what the client cannot be sold now: there is no such product, or it has to prove itself first (R49, R50). */
export function requireOrderable({ store }: Surroundings, client: Client, items: readonly { sku: string }[]): void {
  if (client.status !== 'active') {
    const data = { state: client.status, allowed: [] }
    throw new Refusal('invalid_state_transition', `The client ${client.id} is ${client.status}.`, data)
  }
  const skus = store.records('productFamilies').flatMap((family) => family.skus)
  const unknown = items.flatMap(({ sku }, index): FieldError[] => {
    if (skus.some(({ key }) => key === sku)) return []
    return [{ pointer: `/items/${index}/sku`, code: 'invalid_choice', detail: 'There is no such product.' }]
  })
  refuseFields(unknown)
  const refused = items.find(({ sku }) => !client.orderableSkus.includes(sku))
  if (!refused) return
  const sku = skus.find(({ key }) => key === refused.sku)
  // to whom it is not sold otherwise, it is once their domain is verified
  const isSoldTo = sku?.customerTypes.includes(client.customerType ?? 'person')
  const minVerification = isSoldTo === false ? 'domain_verified' : (sku?.minVerification ?? 'none')
  throw new Refusal('sku_not_orderable', `${refused.sku} cannot be ordered for ${client.id} now.`, {
    sku: refused.sku,
    minVerification,
  })
}
