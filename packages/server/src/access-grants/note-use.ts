import { aboutPair } from '../access/about-pair.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Call } from '../handler.ts'

const hour = 3_600_000

/**
 * Notes that something was done under a grant: once an hour at most, and the first time with an event (N8). Those who do it
 * at the same time hold the pair together: whoever writes first notes it for all.
 */
export async function noteUse(tx: Tx, call: Call, grantId: string): Promise<void> {
  await tx.asSystem(async () => {
    const [noted] = await tx.query<{ client_id: string; reseller_id: string; before: Date | null }>(
      `update access_grants g set last_used_at = $2
         from (select id, last_used_at as before from access_grants where id = $1 for update) was
        where g.id = was.id and (was.before is null or was.before <= $3)
        returning g.client_id, g.reseller_id, was.before`,
      [grantId, call.now, new Date(call.now.getTime() - hour)],
    )
    if (!noted || noted.before !== null) return
    await recordEvent(tx, call, {
      type: 'access_grant.used_first_time',
      subject: { type: 'access_grant', id: grantId },
      ...aboutPair({ clientId: noted.client_id, resellerId: noted.reseller_id }),
      grantId,
      changes: { lastUsedAt: { from: null, to: call.now.toISOString() } },
    })
  })
}
