import { and, eq, inArray } from 'drizzle-orm'
import type { Pair } from '../access/pair.ts'
import { accessGrants } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { livingStatuses } from './grants.rules.ts'

export type GrantRow = typeof accessGrants.$inferSelect

export async function readGrant(tx: Tx, id: string): Promise<GrantRow | undefined> {
  const [row] = await tx.db.select().from(accessGrants).where(eq(accessGrants.id, id))
  return row
}

/** The living grants of a pair, at most one a family. */
export async function livingGrants(tx: Tx, { clientId, resellerId }: Pick<Pair, 'clientId' | 'resellerId'>) {
  return tx.db
    .select()
    .from(accessGrants)
    .where(
      and(
        eq(accessGrants.clientId, clientId),
        eq(accessGrants.resellerId, resellerId),
        inArray(accessGrants.status, [...livingStatuses]),
      ),
    )
    .orderBy(accessGrants.id)
}

/** Writes what has changed of a grant, one version on. */
export async function saveGrant(tx: Tx, { id, version }: GrantRow, changes: Partial<GrantRow>, now: Date) {
  const [row] = await tx.db
    .update(accessGrants)
    .set({ ...changes, version: version + 1, updatedAt: now })
    .where(eq(accessGrants.id, id))
    .returning()
  return row as GrantRow
}
