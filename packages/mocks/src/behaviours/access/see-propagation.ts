import type { AccessGrant, Propagation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { aboutGrant, openGrant, pairOf, stepGrant } from '../access-grants/step-grant.ts'
import { newestOf } from '../access-levels/levels.ts'
import { recordEvent } from '../events/record-event.ts'
import { pairAccess, settleState, type Pair } from './pairs.ts'
import { switchState } from './policies.ts'
import { startPropagation } from './start-propagation.ts'
import { seeSwitch } from './switch.ts'
import { isOpen, type SwitchSeen } from './switch.rules.ts'
import { seeTick } from './ticks.ts'

/** Takes in what was seen of a change on its way: it is so now, it will not be, or its time is over. */
export function seePropagation(
  call: Surroundings,
  propagation: Propagation,
  outcome: SwitchSeen,
  detail: string | null,
): void {
  const before = { ...propagation }
  const isGivenUp = outcome === 'failed' && canBeGivenUp(call, propagation)
  const settled = { overdue: false, settledAt: call.now.toISOString(), detail }
  if (outcome === 'in_effect') Object.assign(propagation, { state: 'in_sync', ...settled })
  else if (isGivenUp) Object.assign(propagation, { state: 'failed', ...settled })
  else Object.assign(propagation, { overdue: true, ...(outcome === 'failed' && { detail }) })
  // one of the examples may be about a client that is not there
  if (call.store.find('clients', propagation.clientId)) settle(call, before, outcome, isGivenUp)
}

/**
 * What a vendor refuses to begin does not begin. That it is to stop, to become less, or to go on as was agreed is not the
 * vendor's to decide: it stays due.
 */
function canBeGivenUp({ store }: Surroundings, { target, targetId, wanted }: Propagation): boolean {
  return wanted && (target !== 'grant' || store.find('accessGrants', targetId)?.status === 'activating')
}

function settle(call: Surroundings, propagation: Propagation, outcome: SwitchSeen, isGivenUp: boolean): void {
  const { clientId, resellerId, target, targetId } = propagation
  const pair = { clientId, resellerId }
  const grant = pairAccess(call, pair).grants.find(({ id }) => id === targetId)
  if (target === 'switch') seeSwitch(call, pair, outcome)
  else if (target === 'tick') seeTick(call, pair, targetId, outcome)
  else if (grant && outcome !== 'in_effect') refuseGrant(call, grant, propagation, isGivenUp)
  else if (grant) seeGrant(call, pair, grant, propagation.wanted)
  settleState(call, pair)
}

/** One that was never in effect has failed; one that was changed on its way may be in effect there, and is taken away. */
function refuseGrant(call: Surroundings, grant: AccessGrant, { overdue }: Propagation, isGivenUp: boolean): void {
  if (isGivenUp) {
    stepGrant(call, grant, 'fail', { endedAt: call.now.toISOString(), offeredVersion: null, expiring: false })
    call.store.agreed.delete(grant.id)
    const all = call.store.records('propagations')
    const wasChanged = all.some(({ targetId, state }) => targetId === grant.id && state === 'superseded')
    if (wasChanged) startPropagation(call, pairOf(grant), { target: 'grant', targetId: grant.id, wanted: false })
  } else if (!overdue) {
    const changes = { overdue: { from: false, to: true } }
    recordEvent(call, { type: 'access_grant.overdue', ...aboutGrant(grant), changes })
  }
}

/** A grant is in effect with the switch above it, and what the client agreed to beside what it had is there as well. */
function seeGrant(call: Surroundings, pair: Pair, grant: AccessGrant, wanted: boolean): void {
  if (!wanted) stepGrant(call, grant, 'gone')
  if (!wanted || !isLiving(grant)) return
  const [key = ''] = grant.level.split('@')
  const agreed = call.store.agreed.get(grant.id)
  const newest = newestOf(call, key)?.capabilities
  call.store.agreed.delete(grant.id)
  const capabilities = agreed?.filter((capability) => newest?.includes(capability) ?? true)
  const seen = capabilities ? keepGrant(call, { ...grant, capabilities }) : grant
  if (isOpen(switchState(pairAccess(call, pair)))) openGrant(call, seen)
}
