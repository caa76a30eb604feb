import { and, eq, inArray, lte } from 'drizzle-orm'
import { suggestions } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import { bySystem, recordEvent } from '../events/record-event.ts'
import type { DueWork } from '../jobs/due-work.ts'

/** Suggestions end at the time that was set for them. */
export const expireSuggestions: DueWork = {
  name: 'suggestions',
  run: ({ transact, clock }) =>
    transact({ reach: 'system' }, async (tx) => {
      const now = clock.now()
      const due = await tx.db
        .select({ row: suggestions, ownerId: accounts.parentId })
        .from(suggestions)
        .innerJoin(accounts, eq(accounts.id, suggestions.clientId))
        .where(and(inArray(suggestions.status, ['sent', 'viewed']), lte(suggestions.expiresAt, now)))
        .orderBy(suggestions.expiresAt)
        .limit(100)
        .for('update', { of: suggestions, skipLocked: true })
      for (const { row, ownerId } of due) {
        await tx.db
          .update(suggestions)
          .set({ status: 'expired', version: row.version + 1, updatedAt: now })
          .where(eq(suggestions.id, row.id))
        await recordEvent(tx, bySystem(now), {
          type: 'suggestion.expired',
          subject: { type: 'suggestion', id: row.id },
          ownerId: ownerId ?? '',
          clientId: row.clientId,
          resellerId: row.resellerId,
          changes: { status: { from: row.status, to: 'expired' } },
        })
      }
      return due.length
    }),
}
