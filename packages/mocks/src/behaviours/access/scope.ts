import { purchasing, type AccessGrant } from '@clientele/contract'
import type { Facts, Question } from './question.ts'

/** What is paid for: by the client, or to the reseller that sold it. */
const commerce = ['products.manage', ...purchasing]

/** Whether it is about something that the reseller sold itself. */
export function isOwnCommerce({ capability, resellerId }: Question, { subscription }: Facts): boolean {
  return subscription?.soldBy?.id === resellerId && ['products.view', ...commerce].includes(capability)
}

/** The grant that allows it, where nothing else blocks. */
export function allowing(asked: Question, facts: Facts): AccessGrant | undefined {
  return facts.grants.find(
    (grant) =>
      grant.status === 'active' && isAmong(asked.capability, grant.capabilities) && isInScope(grant, asked, facts),
  )
}

/** Whether a grant covers the subscription that is asked about; without one, the question is about the account. */
function isInScope({ scope }: AccessGrant, asked: Question, { access, subscription, isSuggested }: Facts): boolean {
  const { subscriptionId, resellerId, capability } = asked
  // what is bought anew is none of those that a narrower consent names (R6)
  if (subscriptionId === undefined) return scope.kind === 'all' || capability !== 'products.purchase'
  if (!subscription) return false
  const { id, soldBy, domains } = subscription
  // what another reseller sold is between that one and the client (R200)
  if (soldBy !== null && soldBy.id !== resellerId && commerce.includes(capability)) return false
  if (scope.kind === 'all') return true
  if (scope.kind === 'subscriptions') return scope.ids.includes(id)
  if (scope.kind === 'domains') return domains.some((name) => scope.names.includes(name))
  // what it suggested it manages once the client has bought it (R9)
  const isOwn = soldBy?.id === resellerId || isSuggested
  const isTicked = access.direct.some((one) => one.subscription.id === id && one.wanted && one.observed)
  return isOwn || (scope.kind === 'sold_plus_ticked' && isTicked)
}

function isAmong(one: string, list: readonly string[]): boolean {
  return list.includes(one)
}
