import { and, eq, inArray, lte } from 'drizzle-orm'
import { aboutPair } from '../access/about-pair.ts'
import { suggestions } from '../database/access.schema.ts'
import { bySystem, recordEvent } from '../events/record-event.ts'
import type { DueWork } from '../jobs/due-work.ts'

/** Suggestions end at the time that was set for them. */
export const expireSuggestions: DueWork = {
  name: 'suggestions',
  run: ({ transact, clock }) =>
    transact({ reach: 'system' }, async (tx) => {
      const now = clock.now()
      const due = await tx.db
        .select()
        .from(suggestions)
        .where(and(inArray(suggestions.status, ['sent', 'viewed']), lte(suggestions.expiresAt, now)))
        .orderBy(suggestions.expiresAt)
        .limit(100)
        .for('update', { skipLocked: true })
      for (const row of due) {
        await tx.db
          .update(suggestions)
          .set({ status: 'expired', version: row.version + 1, updatedAt: now })
          .where(eq(suggestions.id, row.id))
        await recordEvent(tx, bySystem(now), {
          type: 'suggestion.expired',
          subject: { type: 'suggestion', id: row.id },
          ...aboutPair(row),
          changes: { status: { from: row.status, to: 'expired' } },
        })
      }
      return due.length
    }),
}
