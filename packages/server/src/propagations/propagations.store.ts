import { and, eq } from 'drizzle-orm'
import type { Pair } from '../access/pair.ts'
import { propagations } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { wake } from '../jobs/due-work.ts'
import { newId } from '../new-id.ts'

export type PropagationRow = typeof propagations.$inferSelect

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
  const ofTarget = [eq(propagations.target, wanted.target), eq(propagations.targetId, wanted.targetId)]
  const ofPair = [eq(propagations.clientId, clientId), eq(propagations.resellerId, resellerId)]
  // callers do not see what is on its way
  await tx.asSystem(async () => {
    await tx.db
      .update(propagations)
      .set({ state: 'superseded', settledAt: now, nextAttemptAt: null })
      .where(and(...ofPair, ...ofTarget, eq(propagations.state, 'pending')))
    await tx.db.insert(propagations).values({
      id: newId('ppg', now),
      clientId,
      resellerId,
      ...wanted,
      state: 'pending',
      nextAttemptAt: now,
      expectedBy,
      createdAt: now,
    })
    await wake(tx, 'propagations')
  })
}
