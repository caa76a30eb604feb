import type { Propagation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { openGrant, stepGrant } from '../access-grants/step-grant.ts'
import { newestOf } from '../access-levels/levels.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { pairAccess, settleState, type Pair } from './pairs.ts'
import { switchState } from './policies.ts'
import { seeSwitch } from './switch.ts'
import { isOpen, type SwitchSeen } from './switch.rules.ts'
import { seeTick } from './ticks.ts'

/** Rows of `propagations` with rules of their own: what was wanted is in effect once that is reported. */
export const propagationBehaviours: Behaviours<'propagations'> = {
  observed(call) {
    const propagation = recordOf(call, 'propagations', call.params.id)
    if (propagation.state !== 'pending') return propagation
    const { outcome, detail = null } = call.input
    const state = outcome === 'in_effect' ? 'in_sync' : 'failed'
    Object.assign(propagation, { state, detail, overdue: false, settledAt: call.now.toISOString() })
    // one of the examples may be about a client that is not there
    if (call.store.find('clients', propagation.clientId)) settle(call, propagation, outcome)
    return propagation
  },
}

function settle(call: Surroundings, propagation: Propagation, outcome: SwitchSeen): void {
  const { clientId, resellerId, target, targetId } = propagation
  const pair = { clientId, resellerId }
  if (target === 'switch') seeSwitch(call, pair, outcome)
  else if (target === 'tick') seeTick(call, pair, targetId, outcome)
  else seeGrant(call, pair, propagation, outcome)
  settleState(call, pair)
}

/** A grant is in effect with the switch above it, and what the client agreed to beside what it had is there as well. */
function seeGrant(call: Surroundings, pair: Pair, { targetId, wanted }: Propagation, outcome: SwitchSeen): void {
  const access = pairAccess(call, pair)
  const grant = access.grants.find(({ id }) => id === targetId)
  if (!grant) return
  if (outcome === 'failed') {
    stepGrant(call, grant, 'fail', { endedAt: call.now.toISOString() })
  } else if (!wanted) {
    stepGrant(call, grant, 'gone')
  } else if (isLiving(grant)) {
    const [key = ''] = grant.level.split('@')
    const agreed = call.store.agreed.get(grant.id)
    const newest = newestOf(call, key)?.capabilities
    call.store.agreed.delete(grant.id)
    const capabilities = agreed?.filter((capability) => newest?.includes(capability) ?? true)
    const seen = capabilities ? keepGrant(call, { ...grant, capabilities }) : grant
    if (isOpen(switchState(access))) openGrant(call, seen)
  }
}
