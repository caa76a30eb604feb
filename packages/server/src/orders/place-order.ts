import type { FieldError } from '@clientele/contract'
import { neededVerification, orderableSkus } from '../clients/orderable.rules.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import { holdClient } from '../clients/reached-client.ts'
import { orders } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf, recordEvent } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { newId } from '../new-id.ts'
import type { Family } from '../product-families/catalogue.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import { skuName } from '../subscriptions/subscription-view.ts'
import { insertSubscription } from '../subscriptions/subscriptions.store.ts'

export type OrderRow = typeof orders.$inferSelect

/** What is bought, for whom, and who pays. */
export interface Purchase {
  client: ClientRow
  items: readonly { sku: string; quantity: number }[]
  /** The reseller that sells it and bills the client itself; else the platform sells it. */
  soldById: string | null
  /** The reseller that takes part: it buys under a grant, sells, or has suggested it. */
  resellerId: string | null
  grantId: string | null
  suggestionId: string | null
}

/**
 * Buys: the order, a subscription for each product, and their events. What is charged to the client needs a payment
 * method on file, of which nothing else is known here (R7, R10, R11).
 */
export async function placeOrder(call: Call, tx: Tx, purchase: Purchase): Promise<OrderRow> {
  const { now } = call
  const { client, soldById, resellerId, grantId, suggestionId } = purchase
  await holdClient(tx, client)
  requireOrderable(client, purchase.items, call.families)
  const chargedTo = soldById === null ? 'client' : 'reseller'
  if (chargedTo === 'client' && !client.paymentMethodOnFile) {
    throw new Refusal('payment_method_missing', `The client ${client.id} has no payment method on file.`, {
      data: { clientId: client.id },
    })
  }
  const id = newId('ord', now)
  const about = { clientId: client.id, ...(grantId === null ? {} : { grantId }) }
  const items: OrderRow['items'] = []
  for (const { sku, quantity } of purchase.items) {
    const subscription = await insertSubscription(tx, {
      id: newId('sub', now),
      clientId: client.id,
      sku,
      productFamily: call.families.find(({ skus }) => skus.some(({ key }) => key === sku))?.key ?? '',
      soldById,
      status: 'active',
      seats: quantity,
      orderId: id,
      suggestedById: suggestionId === null ? null : resellerId,
      createdAt: now,
      updatedAt: now,
    })
    items.push({ sku, quantity, subscriptionId: subscription.id })
    const subject = { type: 'subscription', id: subscription.id, display: skuName(call.families, sku) } as const
    await recordEvent(tx, call, {
      type: 'subscription.created',
      subject,
      ...about,
      ownerId: resellerId ?? client.parentId,
      changes: { sku: { from: null, to: sku } },
    })
  }
  const placedBy = actorOf(call.caller)
  const row = {
    id,
    clientId: client.id,
    resellerId,
    placedBy,
    grantId,
    suggestionId,
    items,
    chargedTo,
    createdAt: now,
  } as const
  await tx.db.insert(orders).values(row)
  await recordEvent(tx, call, {
    type: 'order.placed',
    subject: { type: 'order', id },
    ...about,
    // what a client orders by itself is its own business
    ownerId: resellerId ?? client.id,
    changes: { items: { from: null, to: items }, chargedTo: { from: null, to: chargedTo } },
  })
  return row
}

/** Refuses what the client cannot be sold now: there is no such product, or it has to prove itself first (R49, R50). */
export function requireOrderable(
  client: ClientRow,
  items: readonly { sku: string }[],
  families: readonly Family[],
): void {
  if (client.status !== 'active') {
    throw new Refusal(
      'invalid_state_transition',
      `The client ${client.id} is ${client.status}: nothing can be bought.`,
      {
        data: { state: client.status, allowed: [] },
      },
    )
  }
  const skus = families.flatMap((family) => family.skus)
  refuseInvalid(
    items.flatMap(({ sku }, index): FieldError[] =>
      skus.some(({ key }) => key === sku)
        ? []
        : [{ pointer: `/items/${index}/sku`, code: 'invalid_choice', detail: 'There is no such product.' }],
    ),
  )
  const orderable = orderableSkus(client, families)
  const refused = items.find(({ sku }) => !orderable.includes(sku))
  if (!refused) return
  const sku = skus.find(({ key }) => key === refused.sku)
  const minVerification = sku ? neededVerification(client, sku) : 'none'
  throw new Refusal('sku_not_orderable', `${refused.sku} cannot be ordered for ${client.id} now.`, {
    data: { sku: refused.sku, minVerification },
  })
}
