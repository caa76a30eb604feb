import { reachOf, suggestions, type AccessAnswer, type AccessExplanation } from '@clientele/contract'
import {
  byLink,
  commerce,
  explain,
  explainBy,
  type AccessFacts,
  type Blocked,
  type Question,
  type Step,
} from './effective-access.ts'
import { salespeople } from './staff-roles.ts'

/** What may be done with what one has sold: seats, renewal, cancelling. It is paid to the seller. */
const ofSeller: readonly string[] = ['products.view', ...commerce]

/** Commerce is apart from access: what a reseller sold itself wants the link and a role that sells (R200). */
const selling: readonly Step[] = [
  {
    step: 'link',
    blocked: (question, facts) => byLink(question, { ...facts, link: linkOfSeller(question, facts) ?? 'none' }),
  },
  { step: 'role', blocked: bySeller },
]

/** A suggestion buys nothing, and wants no consent either (R8). */
const suggesting: readonly Step[] = [
  { step: 'link', blocked: byLink },
  { step: 'role', blocked: bySuggester },
]

/**
 * Why a call is allowed, or why not: what wants no consent by its own steps, everything else by those of model 5.5. Who
 * may not do it as commerce, support staff for one, may still do it under a grant.
 */
export function explanationOf(question: Question, facts: AccessFacts): AccessExplanation {
  if (question.capability === 'products.suggest') return explainBy(suggesting, question, facts)
  const isSold = linkOfSeller(question, facts) !== undefined && ofSeller.includes(question.capability)
  const sold = isSold ? explainBy(selling, question, facts) : undefined
  return sold?.allowed ? sold : explain(question, facts)
}

/** Of a subscription that the reseller sold, or one below it where the role reaches so far (model 5.6): the seller's link. */
function linkOfSeller({ resellerId, role }: Question, facts: AccessFacts): AccessFacts['link'] | undefined {
  if (facts.subscription?.soldById === resellerId) return facts.link
  const isFar = role === undefined || reachOf(role, 'subscriptions.manage') === 'tree'
  return isFar ? facts.subscription?.sellerBelow : undefined
}

/** The same in short. The call itself is refused with this code and data. */
export function answerTo(question: Question, facts: AccessFacts): AccessAnswer {
  const { steps: _steps, removableBy: _removableBy, ...answer } = explanationOf(question, facts)
  return answer
}

function bySeller({ role }: Question): Blocked | undefined {
  if (role === undefined || salespeople.includes(role)) return undefined
  return { code: 'role_required', data: { roles: [...salespeople] }, removableBy: 'reseller' }
}

function bySuggester({ role }: Question): Blocked | undefined {
  const { right } = suggestions.create
  if (role === undefined || (right && reachOf(role, right))) return undefined
  return { code: 'permission_denied', data: { right: String(right) }, removableBy: 'reseller' }
}
