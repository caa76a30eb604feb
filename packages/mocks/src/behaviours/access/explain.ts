import {
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
import { isLiving } from '../access-grants/grant-view.ts'
import { refused } from '../actions.ts'
import { recordOf } from '../change.ts'
import { pairAccess } from './pairs.ts'

type Question = AccessQuestion & { resellerId: string }
type RemovableBy = AccessExplanation['removableBy']

interface Blocked {
  state: ActionState
  removableBy: RemovableBy
}

interface Facts {
  access: ClientAccess
  subscription: Subscription | undefined
  isPaidFor: boolean
}

type Steps = Partial<Record<(typeof accessSteps)[number], (asked: Question, facts: Facts) => Blocked | undefined>>

/** The steps that depend on what mocks know; holds, roles and second factors are never in the way here. */
const steps: Steps = {
  switch({ clientId, resellerId }, { access: { allow, pausedAt } }) {
    if (!allow.wanted) return { state: refused('access_switch_off', { clientId, resellerId }), removableBy: 'client' }
    if (pausedAt !== null)
      return { state: refused('access_paused', { clientId, since: pausedAt }), removableBy: 'client' }
    return allow.observed ? undefined : waiting(allow.changedAt, allow.effectiveBy, allow.propagation === 'overdue')
  },

  grant(asked, facts) {
    const { grants, pendingRequestId: requestId } = facts.access
    const { clientId, capability, subscriptionId = '' } = asked
    const inForce = grants.filter(({ status }) => status === 'active')
    if (isNever(capability) ? inForce.length > 0 : allowing(asked, facts)) return undefined
    if (inForce.some((grant) => contains(grant, capability))) {
      return { state: refused('subscription_not_in_scope', { subscriptionId }), removableBy: 'client' }
    }
    const begins = grants.find((grant) => grant.status === 'activating' && contains(grant, capability))
    if (begins) return waiting(begins.createdAt, facts.access.allow.effectiveBy, begins.overdue)
    const [held] = inForce
    if (held) {
      const state = refused('capability_not_in_level', { capability, level: held.level })
      return { state, removableBy: 'reseller' }
    }
    const over = grants.find((grant) => !isLiving(grant))
    if (over && requestId === null) {
      const { id: grantId, endedAt, endsAt, updatedAt, endReason } = over
      const data = { grantId, endedAt: endedAt ?? endsAt ?? updatedAt, endReason: endReason ?? 'expired' }
      return { state: refused('grant_ended', data), removableBy: 'reseller' }
    }
    const removableBy = requestId === null ? 'reseller' : 'client'
    return { state: refused('access_not_granted', { clientId, requestId }), removableBy }
  },

  never_list({ capability }) {
    if (!isNever(capability)) return undefined
    return { state: refused('capability_never_delegable', { capability }), removableBy: 'nobody' }
  },

  payment_method({ capability, clientId }, { isPaidFor }) {
    if (isPaidFor || !purchasing.some((one) => one === capability)) return undefined
    return { state: refused('payment_method_missing', { clientId }), removableBy: 'client' }
  },
}

/** Why one may or may not: the steps in their order, up to the first that blocks (N2). */
export function explain(call: Surroundings, asked: Question): AccessExplanation {
  const { clientId, subscriptionId } = asked
  const facts = {
    access: pairAccess(call, asked),
    subscription: subscriptionId === undefined ? undefined : call.store.find('subscriptions', subscriptionId),
    isPaidFor: recordOf(call, 'clients', clientId).paymentMethodOnFile,
  }
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

function allowing(asked: Question, facts: Facts): AccessGrant | undefined {
  return facts.access.grants.find(
    (grant) => grant.status === 'active' && contains(grant, asked.capability) && isInScope(grant, asked, facts),
  )
}

function contains({ capabilities }: AccessGrant, capability: string): boolean {
  return capabilities.some((one) => one === capability)
}

/** Whether a grant covers the subscription that is asked about; without one, the question is about the account. */
function isInScope({ scope }: AccessGrant, asked: Question, { access, subscription }: Facts): boolean {
  const id = asked.subscriptionId
  if (id === undefined || scope.kind === 'all') return true
  const isSold = subscription?.soldBy?.id === asked.resellerId
  const isTicked = access.direct.some((one) => one.subscription.id === id && one.wanted && one.observed)
  if (scope.kind === 'subscriptions') return scope.ids.includes(id)
  if (scope.kind === 'domains') return subscription?.domains.some((name) => scope.names.includes(name)) ?? false
  return isSold || (scope.kind === 'sold_plus_ticked' && isTicked)
}

function isNever(capability: string): boolean {
  return neverDelegable.some((one) => one === capability)
}

function waiting(since: string | null, expectedBy: string | null, overdue: boolean): Blocked {
  const at = since ?? new Date(0).toISOString()
  const data = { wanted: true, since: at, expectedBy: expectedBy ?? at, overdue }
  return { state: refused('propagation_pending', data), removableBy: 'time' }
}
