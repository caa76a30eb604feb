import {
  capabilities,
  neverDelegable,
  purchasing,
  type AccessExplanation,
  type Capability,
  type ErrorCode,
  type ErrorData,
  type Role,
} from '@clientele/contract'
import { effectiveStatus, type Hold, type HoldScope, type Placed } from '../holds/effective-status.ts'
import type { StoredScope } from '../database/access.schema.ts'
import { rolesWith } from './staff-roles.ts'
import { isOpen } from './switch.rules.ts'

/** What is asked: may somebody of a reseller do this at a client, with one of its subscriptions or in general. */
export interface Question {
  clientId: string
  resellerId: string
  capability: string
  subscriptionId: string | undefined
  /** Of the person at the reseller. Left open, the question is about the reseller as such. */
  role: Role | undefined
  now: Date
}

/** What the tables say, as far as it matters. */
export interface AccessFacts {
  link: 'active' | 'disputed' | 'ended' | 'none'
  policy:
    | {
        wanted: boolean
        observed: boolean
        pausedAt: Date | null
        changedAt: Date
        effectiveBy: Date | null
        overdueAt: Date | null
      }
    | undefined
  /** Those that live, and the last one that ended. */
  grants: readonly GrantFacts[]
  pendingRequestId: string | null
  /** The one that is asked about, where it is the client's. */
  subscription:
    | {
        soldById: string | null
        suggestedById: string | null
        domains: readonly string[]
        isTicked: boolean
        /** The link of who sold it, where that one stands below the reseller that is asked about. */
        sellerBelow?: AccessFacts['link'] | undefined
      }
    | undefined
  paymentMethodOnFile: boolean
  clientStatus: string
  resellerStatus: string
  /** Those on the subscription, the client, the reseller and whoever stands above them. */
  holds: readonly Hold[]
  /** Who that is. */
  above: { client: readonly string[]; reseller: readonly string[] }
}

export interface GrantFacts {
  id: string
  status: 'activating' | 'active' | 'paused' | 'ending' | 'ended' | 'expired' | 'failed'
  /** As in `manage@1`. */
  level: string
  capabilities: readonly string[]
  scope: StoredScope
  createdAt: Date
  endsAt: Date | null
  autoExtend: string | null
  endedAt: Date | null
  endReason: string | null
  lastUsedAt: Date | null
  /** Of the change that is on its way for it. */
  expectedBy: Date | null
  overdueAt: Date | null
}

type RemovableBy = NonNullable<AccessExplanation['removableBy']>

/** What blocks: the code and data that the call itself is refused with, and who can change it. */
export type Blocked = {
  [C in ErrorCode]: { code: C; data: ErrorData[C]; removableBy: RemovableBy }
}[ErrorCode]

/** One term of the formula: nothing where it holds. */
export interface Step {
  step: AccessExplanation['steps'][number]['step']
  blocked: (question: Question, facts: AccessFacts) => Blocked | undefined
}

/**
 * Effective access (model 5.5), term by term, in the order they are looked at. What a reseller sold itself is not asked
 * here: commerce is apart (R200).
 */
export const formula: readonly Step[] = [
  { step: 'link', blocked: byLink },
  { step: 'switch', blocked: bySwitch },
  { step: 'grant', blocked: byGrant },
  { step: 'never_list', blocked: byNeverList },
  { step: 'payment_method', blocked: byPaymentMethod },
  { step: 'holds', blocked: byHolds },
  { step: 'role', blocked: byRole },
  // who signs in and how is the host's: no role needs more here than its session says
  { step: 'second_factor', blocked: () => undefined },
]

/** Yes with the grant that allows it, or no with every step that was looked at and who can remove what blocks (N2). */
export function explain(question: Question, facts: AccessFacts): AccessExplanation {
  const explained = explainBy(formula, question, facts)
  return explained.allowed ? { ...explained, grantId: allowing(question, facts)?.id ?? null } : explained
}

/** By whatever steps: the first that blocks is the answer. */
export function explainBy(wanted: readonly Step[], question: Question, facts: AccessFacts): AccessExplanation {
  const steps: AccessExplanation['steps'] = []
  for (const { step, blocked } of wanted) {
    const found = blocked(question, facts)
    if (found) {
      const { removableBy, code } = found
      const why = { code, ...(found.data === undefined ? {} : { data: found.data }) }
      steps.push({ step, ok: false, ...why })
      return { allowed: false, ...why, grantId: null, steps, removableBy }
    }
    steps.push({ step, ok: true })
  }
  return { allowed: true, grantId: null, steps, removableBy: null }
}

/** The grant that allows it, where nothing else blocks. */
function allowing(question: Question, facts: AccessFacts): GrantFacts | undefined {
  return facts.grants.find(
    (grant) => isInForce(grant, question.now) && containsIt(grant, question) && isInScope(grant.scope, question, facts),
  )
}

export function byLink({ clientId, resellerId }: Question, { link }: AccessFacts): Blocked | undefined {
  if (link === 'active') return undefined
  return { code: 'link_missing', data: { clientId, resellerId }, removableBy: 'platform' }
}

function bySwitch({ clientId, resellerId }: Question, { policy }: AccessFacts): Blocked | undefined {
  if (!policy?.wanted) return { code: 'access_switch_off', data: { clientId, resellerId }, removableBy: 'client' }
  if (policy.pausedAt !== null) {
    return { code: 'access_paused', data: { clientId, since: policy.pausedAt.toISOString() }, removableBy: 'client' }
  }
  if (isOpen({ ...policy, paused: false })) return undefined
  return onItsWay(policy.changedAt, policy.effectiveBy ?? policy.changedAt, policy.overdueAt)
}

function byGrant(question: Question, facts: AccessFacts): Blocked | undefined {
  const { now, clientId } = question
  const inForce = facts.grants.filter((grant) => isInForce(grant, now))
  // no level contains it: that is the next step's to say
  if (isNever(question.capability) ? inForce.length > 0 : allowing(question, facts)) return undefined
  if (inForce.some((grant) => containsIt(grant, question))) return outOfScope(question)
  const activating = facts.grants.find((grant) => grant.status === 'activating' && containsIt(grant, question))
  if (activating)
    return onItsWay(activating.createdAt, activating.expectedBy ?? activating.createdAt, activating.overdueAt)
  const [held] = inForce
  if (held) return notInLevel(question, held)
  const over = facts.grants.find((grant) => grant.status !== 'activating')
  if (over && facts.pendingRequestId === null) return ended(over, now)
  const data = { clientId, requestId: facts.pendingRequestId }
  return { code: 'access_not_granted', data, removableBy: facts.pendingRequestId === null ? 'reseller' : 'client' }
}

function byNeverList({ capability }: Question): Blocked | undefined {
  if (!isNever(capability)) return undefined
  return { code: 'capability_never_delegable', data: { capability }, removableBy: 'nobody' }
}

function byPaymentMethod({ capability, clientId }: Question, facts: AccessFacts): Blocked | undefined {
  if (facts.paymentMethodOnFile || !isAmong(capability, purchasing)) return undefined
  return { code: 'payment_method_missing', data: { clientId }, removableBy: 'client' }
}

/** An account that is not active is held, also where no hold says so. */
function byHolds(question: Question, facts: AccessFacts): Blocked | undefined {
  const isHeld = placesOf(question, facts).some((place) => {
    const { status, restricted } = effectiveStatus(place, facts.holds, question.now)
    return status === 'suspended' || restricted.includes(areaOf(question))
  })
  if (!isHeld && facts.clientStatus === 'active' && facts.resellerStatus === 'active') return undefined
  return { code: 'account_suspended', data: undefined, removableBy: 'platform' }
}

function placesOf({ clientId, resellerId, subscriptionId }: Question, { above }: AccessFacts): readonly Placed[] {
  const own = [
    { id: resellerId, above: above.reseller },
    { id: clientId, above: above.client },
  ]
  return subscriptionId === undefined ? own : [...own, { id: subscriptionId, above: [clientId, ...above.client] }]
}

/** What a hold has to close for a capability to be closed with it. */
function areaOf({ capability }: Question): HoldScope {
  return isAmong(capability, purchasing) ? 'purchase' : 'panel'
}

function byRole({ role, capability }: Question): Blocked | undefined {
  const users = rolesWith(capability)
  if (role === undefined || users.includes(role)) return undefined
  return { code: 'role_required', data: { roles: [...users] }, removableBy: 'reseller' }
}

/** The clock may be late to end it; who agreed to putting the end off agreed to that as well. */
function isInForce({ status, endsAt, autoExtend }: GrantFacts, now: Date): boolean {
  return status === 'active' && (endsAt === null || endsAt > now || autoExtend !== null)
}

function containsIt(grant: GrantFacts, { capability }: Question): boolean {
  return grant.capabilities.includes(capability)
}

/** What is paid for: by the client, or to the reseller that sold it. */
export const commerce: readonly Capability[] = ['products.manage', ...purchasing]

/** Whether a grant covers the subscription that is asked about; without one, the question is about the account. */
function isInScope(scope: StoredScope, question: Question, { subscription }: AccessFacts): boolean {
  const { subscriptionId, resellerId, capability } = question
  // what is bought anew is none of those that a narrower consent names (R6)
  if (subscriptionId === undefined) return scope.kind === 'all' || capability !== 'products.purchase'
  if (!subscription) return false
  const { soldById, suggestedById } = subscription
  // what another reseller sold is between that one and the client (R200)
  if (soldById !== null && soldById !== resellerId && isAmong(capability, commerce)) return false
  // what it suggested it manages once the client has bought it (R9)
  const isOwn = soldById === resellerId || suggestedById === resellerId
  if (scope.kind === 'sold_by_reseller') return isOwn
  if (scope.kind === 'sold_plus_ticked') return isOwn || subscription.isTicked
  if (scope.kind === 'subscriptions') return scope.ids.includes(subscriptionId)
  if (scope.kind === 'domains') return subscription.domains.some((domain) => scope.names.includes(domain))
  return scope.kind === 'all'
}

function outOfScope({ subscriptionId }: Question): Blocked {
  return {
    code: 'subscription_not_in_scope',
    data: { subscriptionId: subscriptionId ?? null },
    removableBy: 'client',
  }
}

/** A higher level has to be asked for; a word that no level knows cannot be. */
function notInLevel({ capability }: Question, { level }: GrantFacts): Blocked {
  const removableBy = isAmong(capability, capabilities) ? 'reseller' : 'nobody'
  return { code: 'capability_not_in_level', data: { capability, level }, removableBy }
}

function ended({ id, endedAt, endsAt, endReason, status }: GrantFacts, now: Date): Blocked {
  const at = (endedAt ?? endsAt ?? now).toISOString()
  const reason = endReason ?? (status === 'failed' ? 'failed' : 'expired')
  return { code: 'grant_ended', data: { grantId: id, endedAt: at, endReason: reason }, removableBy: 'reseller' }
}

function onItsWay(since: Date, expectedBy: Date, overdueAt: Date | null): Blocked {
  return {
    code: 'propagation_pending',
    data: {
      wanted: true,
      since: since.toISOString(),
      expectedBy: expectedBy.toISOString(),
      overdue: overdueAt !== null,
    },
    removableBy: 'time',
  }
}

function isNever(capability: string): boolean {
  return isAmong(capability, neverDelegable)
}

function isAmong(capability: string, list: readonly string[]): boolean {
  return list.includes(capability)
}
