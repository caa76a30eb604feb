import { neverDelegable, type AccessExplanation, type Capability, type Role } from '@clientele/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hold } from '../holds/effective-status.ts'
import { explain, formula, type AccessFacts, type GrantFacts, type Question } from './effective-access.ts'

const now = new Date('2026-03-10T12:00:00.000Z')
const ago = new Date('2026-03-01T12:00:00.000Z')
const later = new Date('2026-04-01T12:00:00.000Z')
const [clientId, resellerId, subscriptionId] = ['acc_client', 'acc_reseller', 'sub_direct']

const question: Question = {
  clientId,
  resellerId,
  capability: 'products.manage',
  subscriptionId: undefined,
  role: 'reseller_sales',
  now,
}

const grant: GrantFacts = {
  id: 'agr_1',
  status: 'active',
  level: 'manage@1',
  capabilities: ['products.view', 'products.manage', 'products.suggest'],
  scope: { kind: 'all' },
  createdAt: ago,
  endsAt: later,
  autoExtend: null,
  endedAt: null,
  endReason: null,
  lastUsedAt: null,
  expectedBy: null,
  overdueAt: null,
}

const policy: NonNullable<AccessFacts['policy']> = {
  wanted: true,
  observed: true,
  pausedAt: null,
  changedAt: ago,
  effectiveBy: null,
  overdueAt: null,
}

/** Everything holds. */
const facts: AccessFacts = {
  link: 'active',
  policy,
  grants: [grant],
  pendingRequestId: null,
  subscription: undefined,
  paymentMethodOnFile: true,
  clientStatus: 'active',
  resellerStatus: 'active',
  holds: [],
  above: { client: [], reseller: [] },
}

interface Case {
  step: AccessExplanation['steps'][number]['step']
  code: string
  data?: Record<string, unknown>
  removableBy: AccessExplanation['removableBy']
  asked?: Partial<Question>
  found?: Partial<AccessFacts>
}

const pending = (wanted: object) => ({ wanted: true, since: ago.toISOString(), overdue: false, ...wanted })
const purchase = {
  ...grant,
  level: 'manage_and_purchase@1',
  capabilities: [...grant.capabilities, 'products.purchase'],
}
const direct = { soldById: null, suggestedById: null, domains: ['shop.example.com'], isTicked: false }

const hold: Hold = { target: clientId, reach: 'tree', startsAt: ago, endsAt: null, liftedAt: null, scopes: 'all' }

const golden: Record<string, Case> = {
  'nobody let the reseller in': {
    found: { link: 'none' },
    step: 'link',
    code: 'link_missing',
    data: { clientId, resellerId },
    removableBy: 'platform',
  },
  'the link is disputed': {
    found: { link: 'disputed' },
    step: 'link',
    code: 'link_missing',
    data: { clientId, resellerId },
    removableBy: 'platform',
  },
  'the switch was never touched': {
    found: { policy: undefined },
    step: 'switch',
    code: 'access_switch_off',
    data: { clientId, resellerId },
    removableBy: 'client',
  },
  'the switch is off, whatever is observed': {
    found: { policy: { ...policy, wanted: false } },
    step: 'switch',
    code: 'access_switch_off',
    data: { clientId, resellerId },
    removableBy: 'client',
  },
  'all access is paused': {
    found: { policy: { ...policy, pausedAt: ago } },
    step: 'switch',
    code: 'access_paused',
    data: { clientId, since: ago.toISOString() },
    removableBy: 'client',
  },
  'the switch is on its way': {
    found: { policy: { ...policy, observed: false, effectiveBy: later } },
    step: 'switch',
    code: 'propagation_pending',
    data: pending({ expectedBy: later.toISOString() }),
    removableBy: 'time',
  },
  'the switch is overdue': {
    found: { policy: { ...policy, observed: false, effectiveBy: ago, overdueAt: now } },
    step: 'switch',
    code: 'propagation_pending',
    data: pending({ expectedBy: ago.toISOString(), overdue: true }),
    removableBy: 'time',
  },
  'there is no grant': {
    found: { grants: [] },
    step: 'grant',
    code: 'access_not_granted',
    data: { clientId, requestId: null },
    removableBy: 'reseller',
  },
  'a request waits for the client': {
    found: { grants: [], pendingRequestId: 'arq_1' },
    step: 'grant',
    code: 'access_not_granted',
    data: { clientId, requestId: 'arq_1' },
    removableBy: 'client',
  },
  'the grant is on its way': {
    found: { grants: [{ ...grant, status: 'activating', expectedBy: later }] },
    step: 'grant',
    code: 'propagation_pending',
    data: pending({ expectedBy: later.toISOString() }),
    removableBy: 'time',
  },
  'the client ended the grant': {
    found: { grants: [{ ...grant, status: 'ending', endedAt: ago, endReason: 'client_ended' }] },
    step: 'grant',
    code: 'grant_ended',
    data: { grantId: 'agr_1', endedAt: ago.toISOString(), endReason: 'client_ended' },
    removableBy: 'reseller',
  },
  'the grant is over, and the clock has not said so yet': {
    found: { grants: [{ ...grant, endsAt: now }] },
    step: 'grant',
    code: 'grant_ended',
    data: { grantId: 'agr_1', endedAt: now.toISOString(), endReason: 'expired' },
    removableBy: 'reseller',
  },
  'the vendor refused the grant': {
    found: { grants: [{ ...grant, status: 'failed', endedAt: ago }] },
    step: 'grant',
    code: 'grant_ended',
    data: { grantId: 'agr_1', endedAt: ago.toISOString(), endReason: 'failed' },
    removableBy: 'reseller',
  },
  'the level does not contain it': {
    asked: { capability: 'products.purchase' },
    step: 'grant',
    code: 'capability_not_in_level',
    data: { capability: 'products.purchase', level: 'manage@1' },
    removableBy: 'reseller',
  },
  'no level knows the word': {
    asked: { capability: 'moon.fly_to' },
    step: 'grant',
    code: 'capability_not_in_level',
    data: { capability: 'moon.fly_to', level: 'manage@1' },
    removableBy: 'nobody',
  },
  'R174: the subscription is not ticked': {
    asked: { subscriptionId },
    found: { subscription: direct, grants: [{ ...grant, scope: { kind: 'sold_plus_ticked' } }] },
    step: 'grant',
    code: 'subscription_not_in_scope',
    data: { subscriptionId },
    removableBy: 'client',
  },
  'the subscription is another client’s': {
    asked: { subscriptionId },
    step: 'grant',
    code: 'subscription_not_in_scope',
    data: { subscriptionId },
    removableBy: 'client',
  },
  'R70: no level ever allows it': {
    asked: { capability: 'credentials.write' },
    step: 'never_list',
    code: 'capability_never_delegable',
    data: { capability: 'credentials.write' },
    removableBy: 'nobody',
  },
  'R7: there is nothing to pay with': {
    asked: { capability: 'products.purchase' },
    found: { grants: [purchase], paymentMethodOnFile: false },
    step: 'payment_method',
    code: 'payment_method_missing',
    data: { clientId },
    removableBy: 'client',
  },
  'the client is suspended': {
    found: { clientStatus: 'suspended' },
    step: 'holds',
    code: 'account_suspended',
    removableBy: 'platform',
  },
  'the reseller is suspended': {
    found: { resellerStatus: 'suspended' },
    step: 'holds',
    code: 'account_suspended',
    removableBy: 'platform',
  },
  'a hold on the client closes the panel': {
    found: { holds: [{ ...hold, target: clientId, scopes: ['panel'] }] },
    step: 'holds',
    code: 'account_suspended',
    removableBy: 'platform',
  },
  'a hold far above the reseller closes everything': {
    found: { holds: [{ ...hold, target: 'acc_top' }], above: { client: [], reseller: ['acc_top'] } },
    step: 'holds',
    code: 'account_suspended',
    removableBy: 'platform',
  },
  'a hold on the subscription': {
    asked: { subscriptionId },
    found: { subscription: direct, holds: [{ ...hold, target: subscriptionId, reach: 'self' }] },
    step: 'holds',
    code: 'account_suspended',
    removableBy: 'platform',
  },
  'support staff do not buy': {
    asked: { capability: 'products.purchase', role: 'reseller_support' },
    found: { grants: [purchase] },
    step: 'role',
    code: 'role_required',
    data: { roles: ['reseller_owner', 'reseller_manager', 'reseller_sales'] },
    removableBy: 'reseller',
  },
}

describe('why not', () => {
  test.each(Object.entries(golden))('%s', (_, { asked, found, step, code, data, removableBy }) => {
    const order = formula.map((one) => one.step)
    const why = { code, ...(data && { data }) }
    expect(explain({ ...question, ...asked }, { ...facts, ...found })).toEqual({
      allowed: false,
      ...why,
      grantId: null,
      steps: [
        ...order.slice(0, order.indexOf(step)).map((before) => ({ step: before, ok: true })),
        { step, ok: false, ...why },
      ],
      removableBy,
    })
  })

  test('every step that can block has its case', () => {
    const blocking = new Set(Object.values(golden).map(({ step }) => step))
    expect(formula.map(({ step }) => step).filter((step) => !blocking.has(step))).toEqual(['second_factor'])
  })

  test.each(neverDelegable)('R70: %s is never delegable, even where a grant says so', (capability) => {
    const generous = { ...facts, grants: [{ ...grant, capabilities: [capability] }] }
    expect(explain({ ...question, capability }, generous)).toMatchObject({
      allowed: false,
      code: 'capability_never_delegable',
    })
  })
})

describe('why', () => {
  test('every step in its order, and the grant', () => {
    expect(explain(question, facts)).toEqual({
      allowed: true,
      grantId: 'agr_1',
      steps: formula.map(({ step }) => ({ step, ok: true })),
      removableBy: null,
    })
  })

  test('of the grants the one that contains it', () => {
    const console = { ...grant, id: 'agr_2', level: 'console_standard@1', capabilities: ['console.users'] }
    const both = { ...facts, grants: [console, grant] }
    expect(explain(question, both)).toMatchObject({ allowed: true, grantId: 'agr_1' })
    expect(explain({ ...question, capability: 'console.users' }, both).grantId).toBe('agr_2')
  })

  test('who agreed to putting the end off is not shut out by a clock that is late', () => {
    const extending = { ...facts, grants: [{ ...grant, endsAt: ago, autoExtend: 'P180D' }] }
    expect(explain(question, extending).allowed).toBe(true)
  })

  test.each<[GrantFacts['scope'], Partial<NonNullable<AccessFacts['subscription']>>, boolean]>([
    [{ kind: 'all' }, {}, true],
    [{ kind: 'sold_by_reseller' }, {}, false],
    [{ kind: 'sold_by_reseller' }, { isTicked: true }, false],
    [{ kind: 'sold_by_reseller' }, { soldById: resellerId }, true],
    [{ kind: 'sold_plus_ticked' }, { soldById: resellerId }, true],
    [{ kind: 'sold_plus_ticked' }, { soldById: 'acc_other' }, false],
    [{ kind: 'sold_plus_ticked' }, { isTicked: true }, true],
    // R9
    [{ kind: 'sold_plus_ticked' }, { suggestedById: resellerId }, true],
    [{ kind: 'sold_by_reseller' }, { suggestedById: 'acc_other' }, false],
    [{ kind: 'subscriptions', ids: ['sub_other'] }, {}, false],
    [{ kind: 'subscriptions', ids: ['sub_other', subscriptionId] }, {}, true],
    [{ kind: 'domains', names: ['example.com'] }, {}, false],
    [{ kind: 'domains', names: ['shop.example.com'] }, {}, true],
  ])('with the scope %o a subscription that is %o: %s', (scope, with_, allowed) => {
    const found = { ...facts, grants: [{ ...grant, scope }], subscription: { ...direct, ...with_ } }
    expect(explain({ ...question, subscriptionId }, found).allowed).toBe(allowed)
  })

  test('a hold that closes something else is no matter', () => {
    const mail = { ...facts, holds: [{ ...hold, scopes: ['mail_out', 'purchase'] as const }] }
    expect(explain(question, mail).allowed).toBe(true)
    const buying = { ...mail, grants: [purchase] }
    expect(explain({ ...question, capability: 'products.purchase' }, buying).code).toBe('account_suspended')
  })

  test('of the reseller as such no role is asked', () => {
    const asked = { ...question, capability: 'products.purchase', role: undefined }
    expect(explain(asked, { ...facts, grants: [purchase] }).allowed).toBe(true)
  })

  test.each<[Capability, Role, boolean]>([
    ['products.manage', 'reseller_support', true],
    ['products.suggest', 'reseller_support', false],
    ['subscriptions.renew', 'reseller_support', false],
    ['subscriptions.renew', 'reseller_sales', true],
    ['support.cases.create', 'reseller_sales', false],
    ['support.cases.create', 'reseller_support', true],
    ['console.users', 'reseller_sales', true],
    ['console.users', 'client_admin', false],
  ])('model 5.6: %s by %s: %s', (capability, role, allowed) => {
    const found = { ...facts, grants: [{ ...grant, capabilities: [capability] }] }
    expect(explain({ ...question, capability, role }, found).allowed).toBe(allowed)
  })
})

const date = fc.constantFrom(ago, now, later)
const maybeDate = fc.option(date)
const someGrant: fc.Arbitrary<GrantFacts> = fc.record({
  id: fc.constantFrom('agr_1', 'agr_2'),
  status: fc.constantFrom('activating', 'active', 'paused', 'ending', 'ended', 'expired', 'failed'),
  level: fc.constant('manage@1'),
  capabilities: fc.subarray(['products.view', 'products.manage', 'products.purchase', 'credentials.read']),
  scope: fc.constantFrom<GrantFacts['scope']>(
    { kind: 'all' },
    { kind: 'sold_plus_ticked' },
    { kind: 'sold_by_reseller' },
    { kind: 'subscriptions', ids: [subscriptionId] },
  ),
  createdAt: fc.constant(ago),
  endsAt: maybeDate,
  autoExtend: fc.constantFrom(null, 'P180D'),
  endedAt: maybeDate,
  endReason: fc.constantFrom(null, 'client_ended'),
  lastUsedAt: maybeDate,
  expectedBy: maybeDate,
  overdueAt: maybeDate,
})
const someHold: fc.Arbitrary<Hold> = fc.record({
  target: fc.constantFrom(clientId, resellerId, subscriptionId, 'acc_top', 'acc_other'),
  reach: fc.constantFrom('self', 'tree'),
  startsAt: date,
  endsAt: maybeDate,
  liftedAt: maybeDate,
  scopes: fc.constantFrom<Hold['scopes'][]>('all', ['panel'], ['purchase'], ['web']),
})
const someFacts: fc.Arbitrary<AccessFacts> = fc.record({
  link: fc.constantFrom('active', 'disputed', 'ended', 'none'),
  policy: fc.option(
    fc.record({
      wanted: fc.boolean(),
      observed: fc.boolean(),
      pausedAt: maybeDate,
      changedAt: date,
      effectiveBy: maybeDate,
      overdueAt: maybeDate,
    }),
    { nil: undefined },
  ),
  grants: fc.array(someGrant, { maxLength: 3 }),
  pendingRequestId: fc.constantFrom(null, 'arq_1'),
  subscription: fc.option(
    fc.record({
      soldById: fc.constantFrom(null, resellerId, 'acc_other'),
      suggestedById: fc.constantFrom(null, resellerId, 'acc_other'),
      domains: fc.constant([]),
      isTicked: fc.boolean(),
    }),
    { nil: undefined },
  ),
  paymentMethodOnFile: fc.boolean(),
  clientStatus: fc.constantFrom('active', 'suspended'),
  resellerStatus: fc.constantFrom('active', 'suspended'),
  holds: fc.array(someHold, { maxLength: 2 }),
  above: fc.constant({ client: [resellerId, 'acc_top'], reseller: ['acc_top'] }),
})
const someQuestion: fc.Arbitrary<Question> = fc.record({
  clientId: fc.constant(clientId),
  resellerId: fc.constant(resellerId),
  capability: fc.constantFrom('products.manage', 'products.purchase', 'credentials.read', 'moon.fly_to'),
  subscriptionId: fc.constantFrom(undefined, subscriptionId),
  role: fc.constantFrom<(Role | undefined)[]>(undefined, 'reseller_owner', 'reseller_sales', 'reseller_support'),
  now: fc.constant(now),
})

/** The sentence of model 5.5 as one expression. */
function naive(asked: Question, found: AccessFacts): boolean {
  const covers = (scope: GrantFacts['scope']) =>
    asked.subscriptionId === undefined ||
    (found.subscription !== undefined &&
      (scope.kind === 'all' ||
        (scope.kind === 'subscriptions' && scope.ids.includes(asked.subscriptionId)) ||
        (scope.kind !== 'subscriptions' && found.subscription.soldById === asked.resellerId) ||
        found.subscription.suggestedById === asked.resellerId ||
        (scope.kind === 'sold_plus_ticked' && found.subscription.isTicked)))
  const buys = asked.capability === 'products.purchase'
  return (
    found.link === 'active' &&
    found.policy !== undefined &&
    found.policy.wanted &&
    found.policy.observed &&
    found.policy.pausedAt === null &&
    found.grants.some(
      ({ status, capabilities, scope, endsAt, autoExtend }) =>
        status === 'active' &&
        capabilities.includes(asked.capability) &&
        covers(scope) &&
        (endsAt === null || asked.now < endsAt || autoExtend !== null),
    ) &&
    asked.capability !== 'credentials.read' &&
    (!buys || found.paymentMethodOnFile) &&
    found.clientStatus === 'active' &&
    found.resellerStatus === 'active' &&
    !found.holds.some(
      ({ target, reach, startsAt, endsAt, liftedAt, scopes }) =>
        liftedAt === null &&
        startsAt <= asked.now &&
        (endsAt === null || asked.now < endsAt) &&
        (scopes === 'all' || scopes.includes(buys ? 'purchase' : 'panel')) &&
        ([clientId, resellerId].includes(target) ||
          (target === subscriptionId && asked.subscriptionId !== undefined) ||
          (target === 'acc_top' && reach === 'tree')),
    ) &&
    !(buys && asked.role === 'reseller_support')
  )
}

describe('whatever the tables say', () => {
  test('the steps in their order say what the formula says', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (asked, found) => {
        expect(explain(asked, found).allowed).toBe(naive(asked, found))
      }),
      { numRuns: 3000 },
    )
  })

  test('a no has a code, and a yes has its grant', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (asked, found) => {
        const { allowed, code, grantId, steps, removableBy } = explain(asked, found)
        expect(allowed).toBe(code === undefined)
        expect(allowed).toBe(grantId !== null)
        expect(allowed).toBe(removableBy === null)
        expect(steps.filter(({ ok }) => !ok)).toHaveLength(allowed ? 0 : 1)
        expect(steps.at(-1)?.ok).toBe(allowed)
      }),
      { numRuns: 1000 },
    )
  })

  test('off always wins', () => {
    fc.assert(
      fc.property(someQuestion, someFacts, (asked, found) => {
        const off = { ...found, policy: found.policy && { ...found.policy, wanted: false } }
        expect(explain(asked, off).allowed).toBe(false)
      }),
    )
  })
})
