import { accountKindOf, reachOf, type Reach, type Right, type Role } from '@clientele/contract'
import type { Scope } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'

/** Who is calling, as read from the database for this very request. */
export interface Caller {
  kind: 'api_key' | 'widget_session' | 'link_holder'
  /** The API key that was used, or that made the session; of a link nothing. */
  keyId: string
  /** Of that key. */
  keyRole: Role | undefined
  /** The key's id, or the viewer's id at the host. */
  id: string
  name: string | null
  role: Role
  account: {
    id: string
    kind: 'platform' | 'reseller' | 'client'
    name: string
    parentId: string | null
    parentName: string | null
  }
  /** The account and the resellers below it, top first. Empty for clients. */
  tree: readonly string[]
  authenticatedAt: Date | undefined
  /** Where answers reach the person, as the host or the link says. */
  email: string | null
  /** The clients that the person administers, as the host says: read again on each request (R32). */
  administers: readonly string[]
  /** What the host says of the person's account (R166). */
  identityKind: 'managed' | 'consumer' | undefined
}

/** One word for a caller: whose idempotency keys and budgets are whose. */
export function callerKey(caller: Caller): string {
  if (caller.kind === 'link_holder') return caller.id
  return caller.kind === 'api_key' ? caller.keyId : `${caller.keyId}:${caller.account.id}:${caller.id}`
}

/** What a client's people see of all its resellers together. */
const ofAllResellers: readonly Right[] = ['access.read', 'subscriptions.read']

/**
 * How far the caller holds a right, or `undefined` where it does not. A session that a reseller's key made for a person of
 * its client shows that person nothing of the client's other resellers: the key would see it as well (R201).
 */
export function callerReach({ role, keyRole }: Pick<Caller, 'role' | 'keyRole'>, right: Right): Reach | undefined {
  const isShared = keyRole && accountKindOf[role] === 'client' && accountKindOf[keyRole] === 'reseller'
  return isShared && ofAllResellers.includes(right) ? undefined : reachOf(role, right)
}

/** How far the caller holds a right; refuses where it does not. */
export function requireRight(caller: Caller, right: Right): Reach {
  const reach = callerReach(caller, right)
  if (reach) return reach
  throw new Refusal('permission_denied', `The role ${caller.role} does not hold the right ${right}.`, {
    data: { right },
  })
}

/** What a transaction of this caller may see under a right that reaches this far. */
export function scopeOf(caller: Caller, reach: Reach): Scope {
  return scopeWithin({ account: caller.account.id, caller: callerKey(caller) }, caller.tree, reach)
}

/** What can be seen from an account under a right that reaches this far. */
export function scopeWithin(who: { account: string; caller: string }, tree: readonly string[], reach: Reach): Scope {
  if (reach === 'all') return { reach: 'all', ...who }
  const accounts = { self: [], own: tree.slice(0, 1), tree }[reach]
  return { reach: 'some', ...who, accounts }
}

/** The owners whose clients the caller reaches; `undefined` is all. What row-level security enforces, said again for the index. */
export function ownersIn(caller: Caller, reach: Reach): readonly string[] | undefined {
  const scope = scopeOf(caller, reach)
  return scope.reach === 'some' ? scope.accounts : undefined
}
