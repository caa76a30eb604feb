import { describe, expect, test } from 'vitest'
import { accountKindOf, reachOf, rights, roleCovers, roles, type Reach, type Right, type Role } from './rights.ts'

const everyRight = Object.keys(rights) as Right[]
const nobody = [] as const
const platform = ['platform_admin', 'platform_support'] as const
const managers = ['reseller_owner', 'reseller_manager'] as const
const sellers = [...managers, 'reseller_sales'] as const
const staff = [...sellers, 'reseller_support'] as const

/** right → who holds it, by reach. Who is not named does not hold it. */
const cells: Record<Right, Partial<Record<Reach, readonly Role[]>>> = {
  'self.read': {
    all: ['platform_admin', 'platform_support'],
    self: ['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support', 'client_admin', 'client_user'],
  },
  'clients.read': {
    all: ['platform_admin', 'platform_support'],
    tree: ['reseller_owner', 'reseller_manager'],
    own: ['reseller_sales', 'reseller_support'],
    self: ['client_admin', 'client_user'],
  },
  'clients.create': { all: ['platform_admin'], own: ['reseller_owner', 'reseller_manager', 'reseller_sales'] },
  'clients.update_contact': {
    all: ['platform_admin', 'platform_support'],
    tree: ['reseller_owner', 'reseller_manager'],
    own: ['reseller_sales'],
    self: ['client_admin'],
  },
  'clients.update_organization': {
    all: ['platform_admin'],
    tree: ['reseller_owner', 'reseller_manager'],
    own: ['reseller_sales'],
    self: ['client_admin'],
  },
  'clients.describe': {
    all: ['platform_admin', 'platform_support'],
    tree: ['reseller_owner', 'reseller_manager'],
    own: ['reseller_sales', 'reseller_support'],
    self: nobody,
  },
  'clients.tag': { all: ['platform_admin'], tree: ['reseller_owner', 'reseller_manager'], own: ['reseller_sales'] },
  'clients.verify': { all: ['platform_admin'] },
  'resellers.read': {
    all: ['platform_admin', 'platform_support'],
    tree: ['reseller_owner', 'reseller_manager'],
    self: ['reseller_sales', 'reseller_support'],
  },
  'resellers.create': { all: ['platform_admin'], tree: ['reseller_owner'] },
  'sessions.create': { all: ['platform_admin'], tree: ['reseller_owner'] },
  'api_keys.manage': { all: ['platform_admin'], self: ['reseller_owner', 'client_admin'] },
  'events.read': {
    all: ['platform_admin', 'platform_support'],
    tree: ['reseller_owner', 'reseller_manager'],
    own: ['reseller_sales', 'reseller_support'],
    self: ['client_admin'],
  },
  'access_levels.publish': { all: ['platform_admin'] },
  'access_requests.read': { all: platform, own: staff, self: ['client_admin'] },
  'access_requests.create': { all: ['platform_admin'], own: staff },
  'access_requests.cancel': { all: ['platform_admin'], own: staff },
  'access_requests.report_delivery': { all: ['platform_admin'] },
  'access.read': { all: platform, own: staff, self: ['client_admin', 'client_user'] },
  'access.change': { self: ['client_admin'] },
  'access.agree': { own: managers, self: ['client_admin'] },
  'access.check': { all: platform, own: staff, self: ['client_admin'] },
  'access.lock': { all: ['platform_admin'] },
  'access.use': { all: ['platform_admin'], own: [...managers, 'reseller_sales', 'reseller_support'] },
  'access_grants.end': { all: ['platform_admin'], own: managers, self: ['client_admin'] },
  'access_grants.lower': { own: managers, self: ['client_admin'] },
  'propagations.report': { all: ['platform_admin'] },
  'subscriptions.read': {
    all: platform,
    tree: managers,
    own: ['reseller_sales', 'reseller_support'],
    self: ['client_admin', 'client_user'],
  },
  'subscriptions.record': { all: ['platform_admin'] },
  'subscriptions.manage': {
    all: ['platform_admin'],
    tree: managers,
    own: ['reseller_sales', 'reseller_support'],
    self: ['client_admin'],
  },
  'suggestions.read': { all: platform, own: staff, self: ['client_admin'] },
  'suggestions.create': { all: ['platform_admin'], own: sellers },
  'suggestions.answer': { self: ['client_admin'] },
  'orders.read': { all: platform, own: staff, self: ['client_admin'] },
  'orders.create': { all: ['platform_admin'], own: staff, self: ['client_admin'] },
  'clients.set_payment_method': { all: ['platform_admin'] },
  'webhooks.manage': { all: ['platform_admin'], self: ['reseller_owner', 'client_admin'] },
  'settings.read': {
    all: ['platform_admin', 'platform_support'],
    self: ['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support', 'client_admin', 'client_user'],
  },
  'settings.update': { all: ['platform_admin'] },
}

describe.each(everyRight)('%s', (right) => {
  test.each(roles)('R81, R82: %s holds it as far as the table of rights says', (role) => {
    const reach = Object.entries(cells[right]).find(([, holders]) => holders.includes(role))?.[0]
    expect(reachOf(role, right)).toBe(reach)
  })
})

test('R81: the administrator reaches every client with every right, but those that are the client’s alone', () => {
  expect(everyRight.filter((right) => reachOf('platform_admin', right) === undefined)).toEqual([
    'access.change',
    'access.agree',
    'access_grants.lower',
    'suggestions.answer',
  ])
})

test('R4, R30: no reseller makes keys or sessions for those who decide about its access', () => {
  for (const role of roles.filter((one) => accountKindOf[one] === 'reseller')) {
    expect(roleCovers(role, 'client_admin')).toBe(false)
  }
  expect(roleCovers('platform_admin', 'client_admin')).toBe(true)
})

describe('R82: a role reaches no further than its kind of account', () => {
  const farthest = { platform: 'all', reseller: 'tree', client: 'self' } as const

  test.each(roles)('%s', (role) => {
    const order: readonly Reach[] = ['self', 'own', 'tree', 'all']
    const beyond = order.slice(order.indexOf(farthest[accountKindOf[role]]) + 1)
    expect(everyRight.filter((right) => beyond.some((reach) => reach === reachOf(role, right)))).toEqual([])
  })
})

test('R73: to see clients and to add them are two rights', () => {
  const seeing = roles.filter((role) => reachOf(role, 'clients.read'))
  const adding = roles.filter((role) => reachOf(role, 'clients.create'))
  expect(seeing).toEqual([...roles])
  expect(adding).toEqual(['platform_admin', 'reseller_owner', 'reseller_manager', 'reseller_sales'])
})

test('no role of a client holds the right to its description or tags', () => {
  for (const role of ['client_admin', 'client_user'] as const) {
    expect(reachOf(role, 'clients.describe')).toBeUndefined()
    expect(reachOf(role, 'clients.tag')).toBeUndefined()
  }
})

describe('roleCovers', () => {
  const order: (Reach | undefined)[] = [undefined, 'self', 'own', 'tree', 'all']
  const pairs = roles.flatMap((upper) => roles.map((lower) => [upper, lower] as const))

  test.each(pairs)('nobody hands out more than they hold: %s → %s', (upper, lower) => {
    const more = everyRight.filter(
      (right) => order.indexOf(reachOf(lower, right)) > order.indexOf(reachOf(upper, right)),
    )
    const vouched =
      upper === 'platform_admin' ? ['access.change', 'access.agree', 'access_grants.lower', 'suggestions.answer'] : []
    expect(roleCovers(upper, lower)).toBe(more.every((right) => vouched.includes(right)))
  })

  test('every role covers itself, and the platform admin covers all', () => {
    for (const role of roles) {
      expect(roleCovers(role, role)).toBe(true)
      expect(roleCovers('platform_admin', role)).toBe(true)
    }
  })

  test('nobody but a platform admin covers a role of the platform', () => {
    for (const upper of roles.filter((role) => accountKindOf[role] !== 'platform')) {
      expect(roleCovers(upper, 'platform_admin')).toBe(false)
      expect(roleCovers(upper, 'platform_support')).toBe(false)
    }
    expect(roleCovers('platform_support', 'platform_admin')).toBe(false)
  })

  test('an owner covers the staff of a reseller and the users of its clients, staff do not cover the owner', () => {
    const covered = roles.filter((role) => roleCovers('reseller_owner', role))
    expect(covered).toEqual([...roles.filter((role) => accountKindOf[role] === 'reseller'), 'client_user'])
    for (const staff of ['reseller_manager', 'reseller_sales', 'reseller_support'] as const) {
      expect(roleCovers(staff, 'reseller_owner')).toBe(false)
    }
  })
})
