import type { Event } from '@clientele/contract'
import { eq } from 'drizzle-orm'
import { openGrants, shutGrants } from '../access-grants/step-grant.ts'
import { accessPolicies } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf, recordEvent, type By } from '../events/record-event.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { aboutPair } from './about-pair.ts'
import type { Pair } from './pair.ts'
import { columnsOf, ensurePolicy, readPolicies, switchState, type PolicyRow } from './policies.store.ts'
import { aimOf, isOpen, switchStep, type SwitchAction, type SwitchState, type SwitchStep } from './switch.rules.ts'

/** What people do with the switch. What the vendor says comes by the propagations. */
export type SwitchMove = Extract<SwitchAction, 'on' | 'off' | 'pause' | 'resume'>

/**
 * Moves the client's switch for one reseller: off counts at once, on when it was seen to be. Gives whether anything that
 * the client decides was changed. Wants the pair locked.
 */
export async function moveSwitch(
  tx: Tx,
  by: By,
  pair: Pair,
  move: SwitchMove,
  propagationMax: string,
): Promise<boolean> {
  const [before] = await readPolicies(tx, pair.clientId, [pair.resellerId])
  const from = switchState(before)
  const step = switchStep(from, move)
  const events = eventsBetween(from, step.state)
  if (events.length === 0 && !step.starts) return false
  const after = await write(tx, by, pair, step, propagationMax)
  for (const [type, changes] of events) {
    await recordEvent(tx, by, { type, subject: { type: 'access_policy', id: after.id }, ...aboutPair(pair), changes })
  }
  if (step.starts) {
    const wanted = { target: 'switch', targetId: after.id, wanted: aimOf(step.state) } as const
    await startPropagation(tx, by.now, pair, wanted, after.effectiveBy ?? by.now)
  }
  if (!aimOf(step.state)) await shutGrants(tx, by, pair)
  return events.length > 0
}

/** What became of a change of the switch, or that its time is over. Wants the pair locked. */
export async function seeSwitch(
  tx: Tx,
  by: By,
  pair: Pair,
  seen: Extract<SwitchAction, 'in_effect' | 'failed' | 'late'>,
): Promise<void> {
  const [before] = await readPolicies(tx, pair.clientId, [pair.resellerId])
  if (!before) return
  const from = switchState(before)
  const step = switchStep(from, seen)
  if (step.state.propagation === from.propagation) return
  const inSync = step.state.propagation === 'in_sync'
  await tx.db
    .update(accessPolicies)
    .set({ ...columnsOf(step, before, by.now, 'PT0S'), version: before.version + 1, updatedAt: by.now })
    .where(eq(accessPolicies.id, before.id))
  await recordEvent(tx, by, {
    type: inSync ? 'access_policy.propagation_completed' : 'access_policy.propagation_overdue',
    subject: { type: 'access_policy', id: before.id },
    ...aboutPair(pair),
    changes: {
      propagation: { from: from.propagation, to: step.state.propagation },
      ...(from.observed === step.state.observed ? {} : { observed: { from: from.observed, to: step.state.observed } }),
    },
  })
  if (inSync && isOpen(step.state)) await openGrants(tx, by, pair)
}

function eventsBetween(from: SwitchState, to: SwitchState): [Event['type'], Event['changes']][] {
  const events: [Event['type'], Event['changes']][] = []
  const paused = { paused: { from: from.paused, to: to.paused } }
  if (from.wanted !== to.wanted) {
    events.push(['access_policy.allow_changed', { allow: { from: from.wanted, to: to.wanted } }])
  }
  if (from.paused !== to.paused) {
    events.push([to.paused ? 'access_policy.paused_all' : 'access_policy.resumed_all', paused])
  }
  return events
}

async function write(tx: Tx, by: By, pair: Pair, step: SwitchStep, propagationMax: string): Promise<PolicyRow> {
  const before = await ensurePolicy(tx, by, pair)
  const [row] = await tx.db
    .update(accessPolicies)
    .set({
      ...columnsOf(step, before, by.now, propagationMax),
      pausedAt: step.state.paused ? (before.pausedAt ?? by.now) : null,
      changedAt: by.now,
      changedBy: 'caller' in by ? actorOf(by.caller) : by.actor,
      version: before.version + 1,
      updatedAt: by.now,
    })
    .where(eq(accessPolicies.id, before.id))
    .returning()
  return row as PolicyRow
}
