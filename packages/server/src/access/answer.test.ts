import type { Role } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { answerTo, explanationOf } from './answer.ts'
import { explain, type AccessFacts, type Question } from './effective-access.ts'

const [clientId, resellerId, subscriptionId] = ['acc_client', 'acc_reseller', 'sub_sold']
const now = new Date('2026-03-10T12:00:00.000Z')

/** A client that never allowed anything, and what this reseller sold it. */
const facts: AccessFacts = {
  link: 'active',
  policy: undefined,
  grants: [],
  pendingRequestId: null,
  subscription: { soldById: resellerId, suggestedById: null, domains: [], isTicked: false },
  paymentMethodOnFile: false,
  clientStatus: 'active',
  resellerStatus: 'active',
  holds: [],
  above: { client: [], reseller: [] },
}

const asked = (with_: Partial<Question> = {}): Question => ({
  clientId,
  resellerId,
  capability: 'products.manage',
  subscriptionId,
  role: 'reseller_sales',
  now,
  ...with_,
})

describe('R200: what the reseller sold', () => {
  test.each<[string, Role | undefined, boolean]>([
    ['products.view', 'reseller_sales', true],
    ['products.manage', 'reseller_owner', true],
    ['products.manage', 'reseller_manager', true],
    ['products.manage', 'reseller_sales', true],
    ['products.manage', undefined, true],
    ['products.manage', 'reseller_support', false],
    ['subscriptions.renew', 'reseller_sales', true],
    ['subscriptions.renew', 'reseller_support', false],
    // more seats
    ['products.purchase', 'reseller_sales', true],
    ['products.purchase', 'reseller_support', false],
    // a console is not commerce, and a domain is not what was sold
    ['licenses.assign', 'reseller_owner', false],
    ['console.users', 'reseller_owner', false],
    ['domains.manage', 'reseller_owner', false],
    ['credentials.read', 'reseller_owner', false],
    ['moon.fly_to', 'reseller_owner', false],
  ])('%s by %s, with the switch off: %s', (capability, role, allowed) => {
    expect(answerTo(asked({ capability, role }), facts).allowed).toBe(allowed)
  })

  test('wants the link and a role that sells, and no grant', () => {
    expect(explanationOf(asked(), facts)).toEqual({
      allowed: true,
      grantId: null,
      steps: [
        { step: 'link', ok: true },
        { step: 'role', ok: true },
      ],
      removableBy: null,
    })
    expect(answerTo(asked(), { ...facts, link: 'ended' })).toMatchObject({ allowed: false, code: 'link_missing' })
  })

  test('is no business of others, and of no use for the rest', () => {
    for (const soldById of [null, 'acc_other']) {
      const other = { ...facts, subscription: facts.subscription && { ...facts.subscription, soldById } }
      expect(explanationOf(asked(), other)).toEqual(explain(asked(), other))
    }
    const general = asked({ subscriptionId: undefined })
    expect(answerTo(general, { ...facts, subscription: undefined }).code).toBe('access_switch_off')
  })

  test('support staff manage it like everything else: under a grant', () => {
    const question = asked({ role: 'reseller_support' })
    expect(explanationOf(question, facts)).toEqual(explain(question, facts))
  })
})

describe('R8: a suggestion', () => {
  const suggesting = { capability: 'products.suggest', subscriptionId: undefined }

  test('wants no consent', () => {
    expect(answerTo(asked(suggesting), facts)).toEqual({ allowed: true, grantId: null })
    expect(answerTo(asked({ ...suggesting, role: undefined }), facts).allowed).toBe(true)
  })

  test('wants the link, and the right to suggest', () => {
    expect(answerTo(asked(suggesting), { ...facts, link: 'none' }).code).toBe('link_missing')
    expect(explanationOf(asked({ ...suggesting, role: 'reseller_support' }), facts)).toMatchObject({
      code: 'permission_denied',
      data: { right: 'suggestions.create' },
      removableBy: 'reseller',
    })
  })
})
