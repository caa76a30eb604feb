/** The roles a key or a session can have. A sub-reseller's owner is a `reseller_owner` further down the tree. */
export const roles = [
  'platform_admin',
  'platform_support',
  'reseller_owner',
  'reseller_manager',
  'reseller_sales',
  'reseller_support',
  'client_admin',
  'client_user',
] as const

export type Role = (typeof roles)[number]

/**
 * How far a right reaches: every account; the clients of the own account and of those below it; the own direct
 * clients; the own account alone.
 */
export type Reach = 'all' | 'tree' | 'own' | 'self'

/** The kind of account a role belongs to. */
export const accountKindOf = {
  platform_admin: 'platform',
  platform_support: 'platform',
  reseller_owner: 'reseller',
  reseller_manager: 'reseller',
  reseller_sales: 'reseller',
  reseller_support: 'reseller',
  client_admin: 'client',
  client_user: 'client',
} as const satisfies Record<Role, string>

/* @__NO_SIDE_EFFECTS__ */
function table<T extends Record<string, Partial<Record<Role, Reach>>>>(facts: T) {
  return facts as { readonly [K in keyof T]: Readonly<Partial<Record<Role, Reach>>> }
}

const everybody = {
  platform_admin: 'all',
  platform_support: 'all',
  reseller_owner: 'self',
  reseller_manager: 'self',
  reseller_sales: 'self',
  reseller_support: 'self',
  client_admin: 'self',
  client_user: 'self',
} as const

const staff = {
  platform_admin: 'all',
  platform_support: 'all',
  reseller_owner: 'own',
  reseller_manager: 'own',
  reseller_sales: 'own',
  reseller_support: 'own',
} as const

// the platform's reach is that of its keys, which make the keys and sessions of everybody below
const resellers = {
  platform_admin: 'all',
  reseller_owner: 'own',
  reseller_manager: 'own',
  reseller_sales: 'own',
  reseller_support: 'own',
} as const

const salespeople = {
  platform_admin: 'all',
  reseller_owner: 'own',
  reseller_manager: 'own',
  reseller_sales: 'own',
} as const

/** Who may do what, and how far: right → role → reach. A role that is not named does not hold the right. */
export const rights = /* @__PURE__ */ table({
  'self.read': everybody,
  'clients.read': {
    platform_admin: 'all',
    platform_support: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    reseller_support: 'own',
    client_admin: 'self',
    client_user: 'self',
  },
  'clients.create': { platform_admin: 'all', reseller_owner: 'own', reseller_manager: 'own', reseller_sales: 'own' },
  'clients.update_contact': {
    platform_admin: 'all',
    platform_support: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    client_admin: 'self',
  },
  'clients.update_organization': {
    platform_admin: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    client_admin: 'self',
  },
  'clients.describe': {
    platform_admin: 'all',
    platform_support: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    reseller_support: 'own',
  },
  'clients.tag': { platform_admin: 'all', reseller_owner: 'tree', reseller_manager: 'tree', reseller_sales: 'own' },
  'clients.verify': { platform_admin: 'all' },
  'resellers.read': {
    platform_admin: 'all',
    platform_support: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'self',
    reseller_support: 'self',
  },
  'resellers.create': { platform_admin: 'all', reseller_owner: 'tree' },
  'sessions.create': { platform_admin: 'all', reseller_owner: 'tree' },
  'api_keys.manage': { platform_admin: 'all', reseller_owner: 'self', client_admin: 'self' },
  'events.read': {
    platform_admin: 'all',
    platform_support: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    reseller_support: 'own',
    client_admin: 'self',
  },
  // who may ask, see and use access; that of the client itself is the client's alone to change
  'access_levels.publish': { platform_admin: 'all' },
  'access_requests.read': { ...staff, client_admin: 'self' },
  'access_requests.create': resellers,
  'access_requests.cancel': resellers,
  'access_requests.report_delivery': { platform_admin: 'all' },
  'access.read': { ...staff, client_admin: 'self', client_user: 'self' },
  'access.change': { client_admin: 'self' },
  'access.agree': { reseller_owner: 'own', reseller_manager: 'own', client_admin: 'self' },
  'access.lock': { platform_admin: 'all' },
  'access.use': resellers,
  'access.check': { ...staff, client_admin: 'self' },
  'access_grants.end': { platform_admin: 'all', reseller_owner: 'own', reseller_manager: 'own', client_admin: 'self' },
  'access_grants.lower': {
    reseller_owner: 'own',
    reseller_manager: 'own',
    client_admin: 'self',
  },
  'propagations.report': { platform_admin: 'all' },
  'subscriptions.read': {
    ...staff,
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    client_admin: 'self',
    client_user: 'self',
  },
  'subscriptions.record': { platform_admin: 'all' },
  // support staff only as far as the client lets them: who sells needs no consent for what was sold (R200)
  'subscriptions.manage': {
    platform_admin: 'all',
    reseller_owner: 'tree',
    reseller_manager: 'tree',
    reseller_sales: 'own',
    reseller_support: 'own',
    client_admin: 'self',
  },
  'suggestions.read': { ...staff, client_admin: 'self' },
  'suggestions.create': salespeople,
  'suggestions.answer': { client_admin: 'self' },
  'orders.read': { ...staff, client_admin: 'self' },
  // whoever at a reseller asks is answered with the reason: buying for a client is for those who sell
  'orders.create': { ...resellers, client_admin: 'self' },
  'clients.set_payment_method': { platform_admin: 'all' },
  'webhooks.manage': { platform_admin: 'all', reseller_owner: 'self', client_admin: 'self' },
  'settings.read': everybody,
  'settings.update': { platform_admin: 'all' },
})

export type Right = keyof typeof rights

const order: readonly Reach[] = ['self', 'own', 'tree', 'all']

/** How far `role` holds `right`, or `undefined` where it does not. */
export function reachOf(role: Role, right: Right): Reach | undefined {
  return rights[right][role]
}

/**
 * What a client decides about its own account and a reseller agrees to. The platform knows who they are and makes
 * their sessions, and cannot do any of it itself; a reseller's key cannot either, so no reseller lets itself in (R4).
 */
const vouchedFor: readonly Right[] = ['access.change', 'access.agree', 'access_grants.lower', 'suggestions.answer']

/**
 * Whether everything `lower` may do, `upper` may do at least as far: no one hands out a right they do not hold, but the
 * platform those that it vouches for.
 */
export function roleCovers(upper: Role, lower: Role): boolean {
  return Object.entries(rights).every(([right, reach]) => {
    if (upper === 'platform_admin' && vouchedFor.includes(right as Right)) return true
    const wanted = reach[lower]
    const held = reach[upper]
    return wanted === undefined || (held !== undefined && order.indexOf(held) >= order.indexOf(wanted))
  })
}
