import type { AccessExplanation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isOverdue } from '../access-grants/grant-view.ts'
import { isLinked } from '../accounts/client-behind.ts'
import { recordOf } from '../change.ts'
import { isSuggestedBy } from '../subscriptions/suggested-by.ts'
import { pairAccess } from './pairs.ts'
import type { Facts, Question } from './question.ts'
import { allowing, isOwnCommerce } from './scope.ts'
import { formula, selling, suggesting, type Steps } from './steps.ts'

/**
 * Why one may or may not: the steps in their order, up to the first that blocks (N2). What wants no consent has steps of
 * its own; who may not do it as commerce may still do it under a grant.
 */
export function explain(call: Surroundings, asked: Question): AccessExplanation {
  const client = call.store.find('clients', asked.clientId)
  if (!client || !isLinked(call, client, asked.resellerId)) return withoutLink(asked)
  const facts = factsAbout(call, asked)
  if (asked.capability === 'products.suggest') return explainBy(suggesting, asked, facts)
  const sold = isOwnCommerce(asked, facts) ? explainBy(selling, asked, facts) : undefined
  if (sold?.allowed) return sold
  const explained = explainBy(formula, asked, facts)
  return explained.allowed ? { ...explained, grantId: allowing(asked, facts)?.id ?? null } : explained
}

function withoutLink({ clientId, resellerId }: Question): AccessExplanation {
  const why = { code: 'link_missing', data: { clientId, resellerId } }
  const steps = [{ step: 'link', ok: false, ...why } as const]
  return { allowed: false, ...why, grantId: null, steps, removableBy: 'platform' }
}

function explainBy(steps: Steps, asked: Question, facts: Facts): AccessExplanation {
  const looked: AccessExplanation['steps'] = []
  for (const { step, blocked } of steps) {
    const found = blocked(asked, facts)
    if (found) {
      const { state, removableBy } = found
      const { allowed: _allowed, ...why } = state
      return { allowed: false, ...why, grantId: null, steps: [...looked, { step, ok: false, ...why }], removableBy }
    }
    looked.push({ step, ok: true })
  }
  return { allowed: true, grantId: null, steps: looked, removableBy: null }
}

function factsAbout(call: Surroundings, { clientId, resellerId, subscriptionId }: Question): Facts {
  const access = pairAccess(call, { clientId, resellerId })
  const known = subscriptionId === undefined ? undefined : call.store.find('subscriptions', subscriptionId)
  const subscription = known?.clientId === clientId ? known : undefined
  const onTheirWay = call.store
    .records('propagations')
    .filter(({ target, state }) => target === 'grant' && state === 'pending')
  return {
    access,
    client: recordOf(call, 'clients', clientId),
    grants: access.grants.map((grant) => ({ ...grant, overdue: isOverdue(grant, call) })).toReversed(),
    subscription,
    isSuggested: subscription !== undefined && isSuggestedBy(call, subscription, resellerId),
    expectedBy: new Map(onTheirWay.map(({ targetId, expectedBy }) => [targetId, expectedBy])),
  }
}
