import { and, eq } from 'drizzle-orm'
import { directTicks } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { aboutPair } from './about-pair.ts'
import type { Pair } from './pair.ts'
import { columnsOf, readTicks, switchState, type TickRow } from './policies.store.ts'
import { switchStep, type SwitchAction } from './switch.rules.ts'

/**
 * Ticks exactly these subscriptions for the reseller; each tick is a small switch of its own. Gives whether anything was
 * changed. Wants the pair locked.
 */
export async function moveTicks(
  tx: Tx,
  by: By,
  pair: Pair,
  policyId: string,
  subscriptionIds: readonly string[],
  propagationMax: string,
): Promise<boolean> {
  const present = await readTicks(tx, pair.clientId, [pair.resellerId])
  const ticked = present.filter(({ wanted }) => wanted).map(({ subscriptionId }) => subscriptionId)
  for (const id of new Set([...ticked, ...subscriptionIds])) {
    const tick = present.find(({ subscriptionId }) => subscriptionId === id)
    await moveTick(tx, by, pair, id, tick, subscriptionIds.includes(id) ? 'on' : 'off', propagationMax)
  }
  const [from, to] = [ticked.toSorted(), [...new Set(subscriptionIds)].toSorted()]
  if (from.join() === to.join()) return false
  await recordEvent(tx, by, {
    type: 'access_policy.direct_changed',
    subject: { type: 'access_policy', id: policyId },
    ...aboutPair(pair),
    changes: { direct: { from, to } },
  })
  return true
}

async function moveTick(
  tx: Tx,
  by: By,
  pair: Pair,
  subscriptionId: string,
  before: TickRow | undefined,
  move: 'on' | 'off',
  propagationMax: string,
): Promise<void> {
  const step = switchStep(switchState(before), move)
  if (!step.starts) return
  const columns = { ...columnsOf(step, before, by.now, propagationMax), changedAt: by.now }
  const { clientId, resellerId } = pair
  await tx.db
    .insert(directTicks)
    .values({ clientId, resellerId, subscriptionId, ...columns })
    .onConflictDoUpdate({
      target: [directTicks.clientId, directTicks.resellerId, directTicks.subscriptionId],
      set: columns,
    })
  const wanted = { target: 'tick', targetId: subscriptionId, wanted: step.state.wanted } as const
  await startPropagation(tx, by.now, pair, wanted, columns.effectiveBy ?? by.now)
}

/** What became of a tick on its way, or that its time is over. Wants the pair locked. */
export async function seeTick(
  tx: Tx,
  by: By,
  pair: Pair,
  subscriptionId: string,
  seen: Extract<SwitchAction, 'in_effect' | 'failed' | 'late'>,
): Promise<void> {
  const ticks = await readTicks(tx, pair.clientId, [pair.resellerId])
  const before = ticks.find((tick) => tick.subscriptionId === subscriptionId)
  if (!before) return
  const from = switchState(before)
  const step = switchStep(from, seen)
  if (step.state.propagation === from.propagation) return
  await tx.db
    .update(directTicks)
    .set(columnsOf(step, before, by.now, 'PT0S'))
    .where(
      and(
        eq(directTicks.clientId, pair.clientId),
        eq(directTicks.resellerId, pair.resellerId),
        eq(directTicks.subscriptionId, subscriptionId),
      ),
    )
  const inSync = step.state.propagation === 'in_sync'
  await recordEvent(tx, by, {
    type: inSync ? 'access_policy.propagation_completed' : 'access_policy.propagation_overdue',
    subject: { type: 'subscription', id: subscriptionId },
    ...aboutPair(pair),
    changes: { propagation: { from: from.propagation, to: step.state.propagation } },
  })
}
