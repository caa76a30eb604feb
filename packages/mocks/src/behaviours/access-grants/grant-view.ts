import { accessGrants, type AccessGrant, type AccessGrantAction, type ActionState } from '@clientele/contract'
import { accessGrantActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actionsFor, heldRight, noTransition } from '../actions.ts'
import { isExpiring } from './expiry.ts'
import { isLiving } from './grants.rules.ts'

/** A grant with what this caller may do with it. */
export function grantView(grant: AccessGrant, call: Surroundings): AccessGrant {
  return { ...shownGrant(grant, call), actions: grantActions(grant, call) }
}

/** What of it goes by the clock, as it is now. */
export function shownGrant(grant: AccessGrant, call: Surroundings): AccessGrant {
  const isTimed = call.store.timed.has(grant)
  const expiring = isTimed ? isLiving(grant) && isExpiring(call, grant) : grant.expiring
  return { ...grant, overdue: isOverdue(grant, call), expiring }
}

/** Whether something that is on its way for it takes longer than it may. */
export function isOverdue({ id, overdue }: AccessGrant, { store }: Surroundings): boolean {
  const onItsWay = store.records('propagations').filter(({ targetId, state }) => targetId === id && state === 'pending')
  return overdue || onItsWay.some((one) => one.overdue)
}

export function grantActions(grant: AccessGrant, call: Surroundings): Record<AccessGrantAction, ActionState> {
  return actionsFor(grant, call, accessGrantActions, (action) => actionOn(grant, call, action))
}

function actionOn(grant: AccessGrant, call: Surroundings, action: AccessGrantAction): ActionState {
  const held = heldRight(call, accessGrants[action].right)
  if (!held.allowed) return held
  const allowed = accessGrantActions.filter((one) => isLiving(grant) && hasObject(grant, one))
  return allowed.includes(action) ? held : noTransition(grant.status, allowed)
}

/** An end that can be put off, or is by itself; an offer that can be answered. */
function hasObject({ endsAt, autoExtend, offeredVersion }: AccessGrant, action: AccessGrantAction): boolean {
  if (action === 'extend') return endsAt !== null
  if (action === 'letRunOut') return autoExtend !== null
  return (action !== 'acceptVersion' && action !== 'declineVersion') || offeredVersion !== null
}
