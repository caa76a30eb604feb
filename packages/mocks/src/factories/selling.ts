import type { Order, Subscription, Suggestion } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { refTo, type AccountLike } from './accounts.ts'
import { made, type Given } from './made.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

/**
 * A product that a client has, sold by the caller's reseller where nothing else is said. `soldBy: null` is the platform.
 *
 * @example
 * const storage = aSubscription({ client: aClient(), name: 'Additional storage', soldBy: null })
 */
export function aSubscription({
  client,
  soldBy,
  ...given
}: Omit<Given<Subscription>, 'soldBy'> & { client?: AccountLike; soldBy?: AccountLike | null } = {}): Subscription {
  const number = nextNumber()
  const { actions: _actions, ...example } = examples.subscriptions.get.output
  const all = {
    ...example,
    id: factoryId('sub', number),
    ...(client ? { clientId: client.id } : {}),
    ...(soldBy === undefined ? {} : { soldBy: soldBy && refTo(soldBy) }),
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
  }
  return made('aSubscription', schemasOf('subscriptions', 'get').output, all, given)
}

/**
 * Products that a reseller suggests to a client, sent where nothing else is said.
 *
 * @example
 * const suggestion = aSuggestion({ client: aClient(), status: 'draft' })
 */
export function aSuggestion({
  client,
  reseller,
  ...given
}: Omit<Given<Suggestion>, 'client' | 'reseller'> & { client?: AccountLike; reseller?: AccountLike } = {}): Suggestion {
  const number = nextNumber()
  const { actions: _actions, ...example } = examples.suggestions.get.output
  const all: Suggestion = {
    ...example,
    id: factoryId('sug', number),
    ...(client ? { client: refTo(client) } : {}),
    ...(reseller ? { reseller: refTo(reseller) } : {}),
    status: 'sent',
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
  }
  return made('aSuggestion', schemasOf('suggestions', 'get').output, all, given)
}

/**
 * What was bought for a client.
 *
 * @example
 * const order = anOrder({ client: aClient(), chargedTo: 'reseller', grantId: null })
 */
export function anOrder({ client, ...given }: Given<Order> & { client?: AccountLike } = {}): Order {
  const number = nextNumber()
  const all = {
    ...examples.orders.get.output,
    id: factoryId('ord', number),
    ...(client ? { clientId: client.id } : {}),
    createdAt: factoryTime(number),
  }
  return made('anOrder', schemasOf('orders', 'get').output, all, given)
}
