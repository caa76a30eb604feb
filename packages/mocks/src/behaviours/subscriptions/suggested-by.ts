import type { Subscription } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** Whether the client bought it on this reseller's suggestion: what it suggested it manages (R9). */
export function isSuggestedBy({ store }: Surroundings, { id }: Subscription, resellerId: string): boolean {
  const order = store.records('orders').find(({ items }) => items.some(({ subscriptionId }) => subscriptionId === id))
  return order !== undefined && order.suggestionId !== null && order.reseller?.id === resellerId
}
