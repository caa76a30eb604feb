import {
  accessGrants,
  type AccessGrant,
  type AccessGrantAction,
  type ActionState,
  type Reach,
} from '@clientele/contract'
import { reachOf } from '@clientele/contract'
import { accessGrantActions } from '@clientele/contract/schemas'
import { refused, requireAllowed } from '../action-state.ts'
import { isManagedEnough } from '../access/identity.rules.ts'
import type { Caller } from '../auth/caller.ts'
import type { AccessSettings } from '../settings/settings.store.ts'
import { possibleActions } from './grants.rules.ts'
import type { GrantRow } from './grants.store.ts'

/** What decides about the actions besides the grant and the caller. */
export interface GrantSurroundings {
  clientForm: 'quick' | 'organization' | null
  offeredVersion: AccessGrant['offeredVersion']
  settings: AccessSettings
}

/** What this caller may do with this grant now, and for what they may not, why. Handlers refuse by the same answer. */
export function grantActionsOn(
  caller: Caller,
  grant: GrantRow,
  around: GrantSurroundings,
): Record<AccessGrantAction, ActionState> {
  const states = accessGrantActions.map((action) => [action, grantActionOn(caller, grant, around, action)] as const)
  return Object.fromEntries(states) as Record<AccessGrantAction, ActionState>
}

/** Refuses what {@link grantActionsOn} says is not allowed, with the same code and data. */
export function requireGrantAction(
  caller: Caller,
  grant: GrantRow,
  around: GrantSurroundings,
  action: AccessGrantAction,
): void {
  const state = grantActionOn(caller, grant, around, action)
  requireAllowed(state, `${action} cannot be done with the grant ${grant.id} now: it is ${grant.status}.`)
}

/** Whether a grant is this caller's, as far as a right reaches. */
export function isPartyTo(caller: Caller, grant: GrantRow, reach: Reach): boolean {
  if (reach === 'all') return true
  return caller.account.id === (caller.account.kind === 'client' ? grant.clientId : grant.resellerId)
}

function grantActionOn(
  caller: Caller,
  grant: GrantRow,
  { clientForm, offeredVersion, settings }: GrantSurroundings,
  action: AccessGrantAction,
): ActionState {
  const { right } = accessGrants[action]
  const reach = right && reachOf(caller.role, right)
  // the link in a mail has rows of its own
  if (!reach || caller.kind === 'link_holder' || !isPartyTo(caller, grant, reach)) {
    return refused('permission_denied', { right })
  }
  if (right === 'access.change' && !isManagedEnough(caller, { form: clientForm }, settings)) {
    return refused('actor_not_managed_identity', { identityKind: caller.identityKind ?? 'unknown' })
  }
  const allowed = possibleActions(grant.status).filter((one) => hasObject(one, grant, offeredVersion))
  return allowed.includes(action)
    ? { allowed: true }
    : refused('invalid_state_transition', { state: grant.status, allowed })
}

/** An end that can be put off, or is by itself; an offer that can be answered. */
function hasObject(
  action: AccessGrantAction,
  { endsAt, autoExtend }: GrantRow,
  offeredVersion: GrantSurroundings['offeredVersion'],
): boolean {
  if (action === 'extend') return endsAt !== null
  if (action === 'letRunOut') return autoExtend !== null
  return (action !== 'acceptVersion' && action !== 'declineVersion') || offeredVersion !== null
}
