import { and, eq } from 'drizzle-orm'
import type { Pair } from '../access/pair.ts'
import { accessGrants, propagations } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { wake } from '../jobs/due-work.ts'
import { newId } from '../new-id.ts'

export type PropagationRow = typeof propagations.$inferSelect

/** The grant that a propagation is about. */
export const isItsGrant = and(eq(propagations.target, 'grant'), eq(accessGrants.id, propagations.targetId))

/** What a grant is to allow once everything is in effect; of the switch and of ticks nothing. */
export function wantedCapabilities(
  grant: Pick<typeof accessGrants.$inferSelect, 'capabilities' | 'agreedCapabilities'> | null,
): readonly string[] {
  return grant ? (grant.agreedCapabilities ?? grant.capabilities) : []
}

/** What is to be brought about elsewhere. */
export interface Wanted {
  target: 'switch' | 'tick' | 'grant'
  targetId: string
  wanted: boolean
}

/**
 * Sends a change on its way. One of the same target that is under way is superseded: what becomes of it does not matter
 * any more.
 */
export async function startPropagation(
  tx: Tx,
  now: Date,
  { clientId, resellerId }: Pair,
  wanted: Wanted,
  expectedBy: Date,
): Promise<void> {
  await startPropagations(tx, now, [{ clientId, resellerId, ...wanted }], expectedBy)
}

// well below the number of values a statement may have
const together = 1000

/** The same for one act that changes many things. */
export async function startPropagations(
  tx: Tx,
  now: Date,
  changes: readonly (Pair & Wanted)[],
  expectedBy: Date,
): Promise<void> {
  if (changes.length === 0) return
  // callers do not see what is on its way
  await tx.asSystem(async () => {
    await supersede(tx, now, changes)
    const rows = changes.map((change) => ({
      id: newId('ppg', now),
      ...change,
      state: 'pending' as const,
      nextAttemptAt: now,
      expectedBy,
      createdAt: now,
    }))
    for (let from = 0; from < rows.length; from += together) {
      await tx.db.insert(propagations).values(rows.slice(from, from + together))
    }
    await wake(tx, 'propagations')
  })
}

async function supersede(tx: Tx, now: Date, changes: readonly (Pair & Wanted)[]): Promise<void> {
  await tx.query(
    `update propagations p set state = 'superseded', settled_at = $1, next_attempt_at = null
      from unnest($2::text[], $3::text[], $4::text[], $5::text[]) c(client_id, reseller_id, target, target_id)
      where p.client_id = c.client_id and p.reseller_id = c.reseller_id and p.target = c.target
        and p.target_id = c.target_id and p.state = 'pending'`,
    [
      now,
      changes.map(({ clientId }) => clientId),
      changes.map(({ resellerId }) => resellerId),
      changes.map(({ target }) => target),
      changes.map(({ targetId }) => targetId),
    ],
    'supersede',
  )
}
