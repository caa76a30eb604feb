import {
  capabilities,
  neverDelegable,
  purchasing,
  type AccessExplanation,
  type AccessGrant,
  type AccessQuestion,
  type ActionState,
  type ClientAccess,
  type Subscription,
} from '@clientele/contract'
import { accessSteps } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { refused } from '../actions.ts'
import { recordOf } from '../change.ts'
import { isSuggestedBy } from '../subscriptions/suggested-by.ts'
import { pairAccess } from './pairs.ts'

type Question = AccessQuestion & { resellerId: string }
type RemovableBy = AccessExplanation['removableBy']

interface Blocked {
  state: ActionState
  removableBy: RemovableBy
}

interface Facts {
  access: ClientAccess
  /** Of the access, the newest first. */
  grants: readonly AccessGrant[]
  /** The one that is asked about, where it is the client's. */
  subscription: Subscription | undefined
  isSuggested: boolean
  isPaidFor: boolean
  /** When each grant that is on its way is to be in effect. */
  expectedBy: ReadonlyMap<string, string>
}

type Steps = Partial<Record<(typeof accessSteps)[number], (asked: Question, facts: Facts) => Blocked | undefined>>

/** The steps that depend on what mocks know; links, holds, roles and second factors are never in the way here. */
const steps: Steps = {
  switch({ clientId, resellerId }, { access: { allow, pausedAt } }) {
    if (!allow.wanted) return { state: refused('access_switch_off', { clientId, resellerId }), removableBy: 'client' }
    if (pausedAt !== null)
      return { state: refused('access_paused', { clientId, since: pausedAt }), removableBy: 'client' }
    return allow.observed ? undefined : waiting(allow.changedAt, allow.effectiveBy, allow.propagation === 'overdue')
  },

  grant(asked, facts) {
    const { grants, access, expectedBy } = facts
    const { clientId, capability, subscriptionId = null } = asked
    const inForce = grants.filter(({ status }) => status === 'active')
    if (isAmong(capability, neverDelegable) ? inForce.length > 0 : allowing(asked, facts)) return undefined
    if (inForce.some((grant) => isAmong(capability, grant.capabilities))) {
      return { state: refused('subscription_not_in_scope', { subscriptionId }), removableBy: 'client' }
    }
    const begins = grants.find((grant) => grant.status === 'activating' && isAmong(capability, grant.capabilities))
    if (begins) return waiting(begins.createdAt, expectedBy.get(begins.id) ?? null, begins.overdue)
    const [held] = inForce
    if (held) {
      const state = refused('capability_not_in_level', { capability, level: held.level })
      // a higher level has to be asked for; a word that no level knows cannot be
      return { state, removableBy: isAmong(capability, capabilities) ? 'reseller' : 'nobody' }
    }
    return notGranted(clientId, facts, access.pendingRequestId)
  },

  never_list({ capability }) {
    if (!isAmong(capability, neverDelegable)) return undefined
    return { state: refused('capability_never_delegable', { capability }), removableBy: 'nobody' }
  },

  payment_method({ capability, clientId }, { isPaidFor }) {
    if (isPaidFor || !isAmong(capability, purchasing)) return undefined
    return { state: refused('payment_method_missing', { clientId }), removableBy: 'client' }
  },
}

/** Why one may or may not: the steps in their order, up to the first that blocks (N2). */
export function explain(call: Surroundings, asked: Question): AccessExplanation {
  const facts = factsAbout(call, asked)
  const looked: AccessExplanation['steps'] = []
  for (const step of accessSteps) {
    const blocked = steps[step]?.(asked, facts)
    if (blocked) {
      const { state, removableBy } = blocked
      const { allowed: _allowed, ...why } = state
      return { allowed: false, ...why, grantId: null, steps: [...looked, { step, ok: false, ...why }], removableBy }
    }
    looked.push({ step, ok: true })
  }
  return { allowed: true, grantId: allowing(asked, facts)?.id ?? null, steps: looked, removableBy: null }
}

function factsAbout(call: Surroundings, asked: Question): Facts {
  const { clientId, resellerId, subscriptionId } = asked
  const access = pairAccess(call, { clientId, resellerId })
  const known = subscriptionId === undefined ? undefined : call.store.find('subscriptions', subscriptionId)
  const subscription = known?.clientId === clientId ? known : undefined
  const onTheirWay = call.store
    .records('propagations')
    .filter(({ target, state }) => target === 'grant' && state === 'pending')
  return {
    access,
    grants: access.grants.toReversed(),
    subscription,
    isSuggested: subscription !== undefined && isSuggestedBy(call, subscription, resellerId),
    isPaidFor: recordOf(call, 'clients', clientId).paymentMethodOnFile,
    expectedBy: new Map(onTheirWay.map(({ targetId, expectedBy }) => [targetId, expectedBy])),
  }
}

function allowing(asked: Question, facts: Facts): AccessGrant | undefined {
  return facts.grants.find(
    (grant) =>
      grant.status === 'active' && isAmong(asked.capability, grant.capabilities) && isInScope(grant, asked, facts),
  )
}

/** What is paid for: by the client, or to the reseller that sold it. */
const commerce = ['products.manage', ...purchasing]

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

function notGranted(clientId: string, { grants }: Facts, requestId: string | null): Blocked {
  const over = grants.find((grant) => !isLiving(grant))
  if (over && requestId === null) {
    const { id: grantId, endedAt, endsAt, updatedAt, endReason, status } = over
    const reason = endReason ?? (status === 'failed' ? 'failed' : 'expired')
    const data = { grantId, endedAt: endedAt ?? endsAt ?? updatedAt, endReason: reason }
    return { state: refused('grant_ended', data), removableBy: 'reseller' }
  }
  const removableBy = requestId === null ? 'reseller' : 'client'
  return { state: refused('access_not_granted', { clientId, requestId }), removableBy }
}

function waiting(since: string | null, expectedBy: string | null, overdue: boolean): Blocked {
  const at = since ?? new Date(0).toISOString()
  const data = { wanted: true, since: at, expectedBy: expectedBy ?? at, overdue }
  return { state: refused('propagation_pending', data), removableBy: 'time' }
}

function isAmong(one: string, list: readonly string[]): boolean {
  return list.includes(one)
}
