import { eq } from 'drizzle-orm'
import { aboutPair } from '../access/about-pair.ts'
import { accessGrants } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Call } from '../handler.ts'

const hour = 3_600_000

/** Notes that something was done under a grant: once an hour at most, and the first time with an event (N8). */
export async function noteUse(tx: Tx, call: Call, grantId: string): Promise<void> {
  const [grant] = await tx.db.select().from(accessGrants).where(eq(accessGrants.id, grantId))
  if (!grant) return
  const { lastUsedAt } = grant
  if (lastUsedAt && call.now.getTime() - lastUsedAt.getTime() < hour) return
  await tx.db.update(accessGrants).set({ lastUsedAt: call.now }).where(eq(accessGrants.id, grantId))
  if (lastUsedAt) return
  await recordEvent(tx, call, {
    type: 'access_grant.used_first_time',
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(grant),
    grantId: grant.id,
    changes: { lastUsedAt: { from: null, to: call.now.toISOString() } },
  })
}
