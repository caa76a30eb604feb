import { and, eq, inArray } from 'drizzle-orm'
import { accessPolicies, directTicks } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { actorOf, type By } from '../events/record-event.ts'
import { newId } from '../new-id.ts'
import type { Pair } from './pair.ts'
import type { SwitchState } from './switch.rules.ts'

export type PolicyRow = typeof accessPolicies.$inferSelect
export type TickRow = typeof directTicks.$inferSelect

/** What a switch and a tick have in common. */
type Stored = Pick<TickRow, 'wanted' | 'observed' | 'effectiveBy' | 'overdueAt'> & { pausedAt?: Date | null }

/** The switches of a client, or those for some resellers. A reseller without a row has one that was never touched. */
export async function readPolicies(tx: Tx, clientId: string, resellerIds?: readonly string[]): Promise<PolicyRow[]> {
  const among = resellerIds && inArray(accessPolicies.resellerId, [...resellerIds])
  return tx.db
    .select()
    .from(accessPolicies)
    .where(and(eq(accessPolicies.clientId, clientId), among))
    .orderBy(accessPolicies.resellerId)
}

/** The ticks that the client made for some resellers, also those that were taken out again. */
export async function readTicks(tx: Tx, clientId: string, resellerIds: readonly string[]): Promise<TickRow[]> {
  if (resellerIds.length === 0) return []
  return tx.db
    .select()
    .from(directTicks)
    .where(and(eq(directTicks.clientId, clientId), inArray(directTicks.resellerId, [...resellerIds])))
}

export const neverTouched: SwitchState = { wanted: false, paused: false, observed: false, propagation: 'in_sync' }

/** A stored switch or tick as the rules see it. */
export function switchState(row: Stored | undefined): SwitchState {
  if (!row) return neverTouched
  const onItsWay = row.overdueAt === null ? 'pending' : 'overdue'
  return {
    wanted: row.wanted,
    paused: (row.pausedAt ?? null) !== null,
    observed: row.observed,
    propagation: row.effectiveBy === null ? 'in_sync' : onItsWay,
  }
}

/** The columns that a step changes; a change that sets out has the whole time again. */
export function columnsOf(
  { state, starts }: { state: SwitchState; starts: boolean },
  before: Pick<Stored, 'effectiveBy' | 'overdueAt'> | undefined,
  now: Date,
  propagationMax: string,
): Pick<TickRow, 'wanted' | 'observed' | 'effectiveBy' | 'overdueAt'> {
  const { wanted, observed, propagation } = state
  if (starts) return { wanted, observed, effectiveBy: shifted(now, propagationMax), overdueAt: null }
  const inSync = propagation === 'in_sync'
  return {
    wanted,
    observed,
    effectiveBy: inSync ? null : (before?.effectiveBy ?? now),
    overdueAt: propagation === 'overdue' ? (before?.overdueAt ?? now) : null,
  }
}

/** The switch for a reseller, made where it was never touched. Wants the pair locked. */
export async function ensurePolicy(tx: Tx, by: By, { clientId, resellerId }: Pair): Promise<PolicyRow> {
  const [present] = await readPolicies(tx, clientId, [resellerId])
  if (present) return present
  const changedBy = 'caller' in by ? actorOf(by.caller) : by.actor
  const dates = { changedAt: by.now, createdAt: by.now, updatedAt: by.now }
  const [made] = await tx.db
    .insert(accessPolicies)
    .values({ id: newId('apo', by.now), clientId, resellerId, wanted: false, observed: false, changedBy, ...dates })
    .returning()
  return made as PolicyRow
}
