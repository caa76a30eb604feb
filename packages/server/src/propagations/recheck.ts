import type { propagations } from '@clientele/contract'
import { requireSeenPair } from '../access/own-client.ts'
import type { Answer } from '../handler.ts'
import { wake } from '../jobs/due-work.ts'

/** What was tried so lately is left alone: nobody makes the vendor busy by a button. */
const lately = '1 minute'

/** Makes due what is on its way between the two, for whoever may see their access (N7). */
export const recheck: Answer<(typeof propagations)['recheck']> = async (call, tx) => {
  const { client } = await requireSeenPair(tx, call, call.params)
  return tx.asSystem(async () => {
    const asked = await tx.query(
      `update propagations set next_attempt_at = $3
        where client_id = $1 and reseller_id = $2 and state = 'pending'
          and (attempted_at is null or attempted_at <= $3::timestamptz - $4::interval)
        returning id`,
      [client.id, call.params.resellerId, call.now, lately],
    )
    if (asked.length > 0) await wake(tx, 'propagations')
    return { asked: asked.length }
  })
}
