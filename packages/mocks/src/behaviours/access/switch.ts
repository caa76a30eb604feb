import type { ClientAccess, Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { openGrants, shutGrants } from '../access-grants/step-grant.ts'
import { actorOf } from '../actor-of.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { later } from '../later.ts'
import { pairAccess, type Pair } from './pairs.ts'
import { aboutPolicy, policyIdOf, raiseVersion, switchState } from './policies.ts'
import { startPropagation } from './start-propagation.ts'
import { aimOf, isOpen, moved, seen, type SwitchMove, type SwitchSeen, type SwitchState } from './switch.rules.ts'

/** Moves the client's switch for one reseller: off counts at once, on when it was seen to be in effect (SM4). */
export function moveSwitch(call: Surroundings, pair: Pair, move: SwitchMove): void {
  const access = pairAccess(call, pair)
  const before = switchState(access)
  const { state, starts } = moved(before, move)
  const events = eventsBetween(before, state)
  if (events.length === 0 && !starts) return
  const { now, store } = call
  const { wanted, observed, propagation, paused } = state
  const { propagationMax } = store.single('settings').access
  raiseVersion(call, access)
  access.allow = {
    wanted,
    observed,
    propagation,
    changedAt: now.toISOString(),
    effectiveBy: starts ? later(now, propagationMax) : access.allow.effectiveBy,
  }
  access.pausedAt = paused ? (access.pausedAt ?? now.toISOString()) : null
  access.changedBy = actorOf(call)
  for (const [type, changes] of events) recordEvent(call, { type, ...aboutPolicy(call, access), changes })
  const aim = aimOf(state)
  if (starts) startPropagation(call, pair, { target: 'switch', targetId: policyIdOf(call, access), wanted: aim })
  if (!aim) shutGrants(call, access)
}

/** What became of a change of the switch. What waited for it alone goes on. */
export function seeSwitch(call: Surroundings, pair: Pair, outcome: SwitchSeen): void {
  const access = pairAccess(call, pair)
  const before = switchState(access)
  const after = seen(before, outcome)
  if (after.propagation === before.propagation) return
  const isDone = after.propagation === 'in_sync'
  raiseVersion(call, access)
  access.allow = seenValue(access.allow, after)
  recordEvent(call, {
    type: isDone ? 'access_policy.propagation_completed' : 'access_policy.propagation_overdue',
    ...aboutPolicy(call, access),
    changes: changesBetween(before, after, ['propagation', 'observed']),
  })
  if (isDone && isOpen(after)) openGrants(call, access)
}

/** A value after something was seen of it. */
export function seenValue<T extends ClientAccess['allow']>(value: T, { observed, propagation }: SwitchState): T {
  return { ...value, observed, propagation, effectiveBy: propagation === 'in_sync' ? null : value.effectiveBy }
}

function eventsBetween(from: SwitchState, to: SwitchState): [Event['type'], Event['changes']][] {
  const allow: [Event['type'], Event['changes']] = [
    'access_policy.allow_changed',
    { allow: { from: from.wanted, to: to.wanted } },
  ]
  const paused: [Event['type'], Event['changes']] = [
    to.paused ? 'access_policy.paused_all' : 'access_policy.resumed_all',
    changesBetween(from, to, ['paused']),
  ]
  return [...(from.wanted === to.wanted ? [] : [allow]), ...(from.paused === to.paused ? [] : [paused])]
}
