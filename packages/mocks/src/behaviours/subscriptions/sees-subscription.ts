import type { Subscription } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isLinked } from '../accounts/client-behind.ts'
import { isOpen } from '../access/switch.rules.ts'
import { switchState } from '../access/policies.ts'

/**
 * Who sold it sees it, and so does the client. What the platform sold is seen by the owner and by whoever was let in beside
 * it; what another reseller sold, only while a grant in effect covers it (R201).
 */
export function seesSubscription(call: Surroundings, one: Subscription): boolean {
  const { store } = call
  const { kind, id: own } = store.me.account
  if (!store.isNamed || kind === 'platform') return true
  if (kind === 'client') return one.clientId === own
  if (one.soldBy?.id === own) return true
  const client = store.find('clients', one.clientId)
  if (!client || !isLinked(call, client, own)) return false
  return one.soldBy === null || isCovered(call, one, own)
}

function isCovered({ store }: Surroundings, { id, clientId, domains }: Subscription, resellerId: string): boolean {
  const access = store.records('access').find((one) => one.clientId === clientId && one.reseller.id === resellerId)
  if (!access || !isOpen(switchState(access))) return false
  const ticks = access.direct.filter(({ wanted, observed }) => wanted && observed)
  const isTicked = ticks.some(({ subscription }) => subscription.id === id)
  const inEffect = access.grants.filter(({ status, capabilities }) => status === 'active' && capabilities.length > 0)
  return inEffect.some(({ scope }) => {
    if (scope.kind === 'subscriptions') return scope.ids.includes(id)
    if (scope.kind === 'domains') return domains.some((name) => scope.names.includes(name))
    return scope.kind === 'all' || (scope.kind === 'sold_plus_ticked' && isTicked)
  })
}
