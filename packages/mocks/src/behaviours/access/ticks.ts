import type { ClientAccess, DirectSubscription } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'
import { later } from '../later.ts'
import { pairAccess, type Pair } from './pairs.ts'
import { aboutPolicy, raiseVersion, touchPolicy } from './policies.ts'
import { startPropagation } from './start-propagation.ts'
import { moved, seen, type SwitchSeen } from './switch.rules.ts'
import { seenValue } from './switch.ts'

/** Ticks exactly these subscriptions for the reseller; each tick is a small switch of its own. */
export function moveTicks(call: Surroundings, access: ClientAccess, ids: readonly string[]): void {
  touchPolicy(call, access)
  const pair = { clientId: access.clientId, resellerId: access.reseller.id }
  const before = tickedIn(access)
  const { propagationMax } = call.store.single('settings').access
  access.direct = access.direct.map((one): DirectSubscription => {
    const isWanted = ids.includes(one.subscription.id)
    // those that are not ticked and were not are left alone
    if (!isWanted && !one.wanted) return one
    const { state, starts } = moved({ ...one, paused: false }, isWanted ? 'on' : 'off')
    if (!starts) return one
    const { wanted, observed, propagation } = state
    startPropagation(call, pair, { target: 'tick', targetId: one.subscription.id, wanted })
    const [changedAt, effectiveBy] = [call.now.toISOString(), later(call.now, propagationMax)]
    return { ...one, wanted, observed, propagation, changedAt, effectiveBy }
  })
  const after = tickedIn(access)
  if (before.join() === after.join()) return
  const changes = { direct: { from: before, to: after } }
  recordEvent(call, { type: 'access_policy.direct_changed', ...aboutPolicy(call, access), changes })
  // the ticks are part of what was saved: whoever saw the older ones decides again
  raiseVersion(call, access)
}

/** What became of a tick on its way. */
export function seeTick(call: Surroundings, pair: Pair, subscriptionId: string, outcome: SwitchSeen): void {
  const access = pairAccess(call, pair)
  const before = access.direct.find(({ subscription }) => subscription.id === subscriptionId)
  if (!before) return
  const state = seen({ ...before, paused: false }, outcome)
  if (state.propagation === before.propagation) return
  access.direct = access.direct.map((one) => (one === before ? seenValue(one, state) : one))
  recordEvent(call, {
    type: state.propagation === 'in_sync' ? 'access_policy.propagation_completed' : 'access_policy.propagation_overdue',
    subject: { type: 'subscription', id: subscriptionId },
    ...pair,
    changes: { propagation: { from: before.propagation, to: state.propagation } },
  })
}

export function tickedIn({ direct }: ClientAccess): string[] {
  return direct.flatMap(({ subscription, wanted }) => (wanted ? [subscription.id] : [])).toSorted()
}
