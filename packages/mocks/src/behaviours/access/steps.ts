import {
  capabilities,
  neverDelegable,
  purchasing,
  reachOf,
  suggestions,
  type AccessExplanation,
  type ActionState,
  type Role,
} from '@clientele/contract'
import { isLiving } from '../access-grants/grants.rules.ts'
import { refused } from '../actions.ts'
import type { Facts, Question } from './question.ts'
import { allowing } from './scope.ts'

/** What blocks, and who can remove it. */
interface Blocked {
  state: ActionState
  removableBy: AccessExplanation['removableBy']
}

type Look = (asked: Question, facts: Facts) => Blocked | undefined
export type Steps = readonly { step: AccessExplanation['steps'][number]['step']; blocked: Look }[]

const nothing: Look = () => undefined
const link = { step: 'link', blocked: nothing } as const

/** Effective access (model 5.5), term by term. That there is a link was seen before; second factors are the host's. */
export const formula: Steps = [
  link,
  { step: 'switch', blocked: bySwitch },
  { step: 'grant', blocked: byGrant },
  { step: 'never_list', blocked: byNeverList },
  { step: 'payment_method', blocked: byPaymentMethod },
  { step: 'holds', blocked: byStatus },
  { step: 'role', blocked: byRole },
  { step: 'second_factor', blocked: nothing },
]

/** Commerce is apart from access: what a reseller sold itself wants a role that sells (R200). */
export const selling: Steps = [link, { step: 'role', blocked: bySeller }]

/** A suggestion buys nothing, and wants no consent either (R8). */
export const suggesting: Steps = [link, { step: 'role', blocked: bySuggester }]

function bySwitch({ clientId, resellerId }: Question, { access: { allow, pausedAt } }: Facts): Blocked | undefined {
  if (!allow.wanted) return { state: refused('access_switch_off', { clientId, resellerId }), removableBy: 'client' }
  if (pausedAt !== null)
    return { state: refused('access_paused', { clientId, since: pausedAt }), removableBy: 'client' }
  return allow.observed ? undefined : waiting(allow.changedAt, allow.effectiveBy, allow.propagation === 'overdue')
}

function byGrant(asked: Question, facts: Facts): Blocked | undefined {
  const { grants, expectedBy } = facts
  const { capability, subscriptionId = null } = asked
  const inForce = grants.filter(({ status }) => status === 'active')
  if (isAmong(capability, neverDelegable) ? inForce.length > 0 : allowing(asked, facts)) return undefined
  if (inForce.some((grant) => isAmong(capability, grant.capabilities))) {
    return { state: refused('subscription_not_in_scope', { subscriptionId }), removableBy: 'client' }
  }
  const begins = grants.find((grant) => grant.status === 'activating' && isAmong(capability, grant.capabilities))
  if (begins) return waiting(begins.createdAt, expectedBy.get(begins.id) ?? null, begins.overdue)
  const [held] = inForce
  if (!held) return notGranted(asked, facts)
  const state = refused('capability_not_in_level', { capability, level: held.level })
  // a higher level has to be asked for; a word that no level knows cannot be
  return { state, removableBy: isAmong(capability, capabilities) ? 'reseller' : 'nobody' }
}

function byNeverList({ capability }: Question): Blocked | undefined {
  if (!isAmong(capability, neverDelegable)) return undefined
  return { state: refused('capability_never_delegable', { capability }), removableBy: 'nobody' }
}

function byPaymentMethod({ capability, clientId }: Question, { client }: Facts): Blocked | undefined {
  if (client.paymentMethodOnFile || !isAmong(capability, purchasing)) return undefined
  return { state: refused('payment_method_missing', { clientId }), removableBy: 'client' }
}

function byStatus(_asked: Question, { client }: Facts): Blocked | undefined {
  if (client.status === 'active') return undefined
  return { state: refused('account_suspended', undefined), removableBy: 'platform' }
}

const staff: readonly Role[] = ['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support']
export const salespeople = staff.filter((role) => role !== 'reseller_support')
const supporters = staff.filter((role) => role !== 'reseller_sales')
const toSell = ['products.purchase', 'products.suggest', 'subscriptions.renew']

function byRole({ role, capability }: Question): Blocked | undefined {
  const others = toSell.includes(capability) ? salespeople : staff
  return wants(capability.startsWith('support.') ? supporters : others, role)
}

function bySeller({ role }: Question): Blocked | undefined {
  return wants(salespeople, role)
}

/** Who has another role than these cannot. */
export function wants(roles: readonly Role[], role: Role | undefined): Blocked | undefined {
  if (role === undefined || roles.includes(role)) return undefined
  return { state: refused('role_required', { roles: [...roles] }), removableBy: 'reseller' }
}

function bySuggester({ role }: Question): Blocked | undefined {
  const { right } = suggestions.create
  if (role === undefined || (right && reachOf(role, right))) return undefined
  return { state: refused('permission_denied', { right: String(right) }), removableBy: 'reseller' }
}

function notGranted({ clientId }: Question, { grants, access: { pendingRequestId: requestId } }: Facts): Blocked {
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
