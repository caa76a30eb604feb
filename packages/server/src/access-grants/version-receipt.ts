import type { LevelRow } from '../access-levels/access-levels.store.ts'
import type { MasterKey } from '../auth/master-key.ts'
import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import type { GrantRow } from './grants.store.ts'
import { issueReceipt } from './issue-receipt.ts'

interface Known {
  [column: string]: unknown
  client_name: string
  reseller_name: string
  duration: string | null
  language_code: string
}

/**
 * Signs what the client agreed to when it took a newer version of a level: the rest of the agreement is as it was. Gives
 * the grant as it is then. Wants system scope.
 */
export async function issueVersionReceipt(
  tx: Tx,
  by: By & { masterKey: MasterKey },
  { grant, level, languageCode }: { grant: GrantRow; level: LevelRow; languageCode: string | undefined },
): Promise<GrantRow> {
  const [known] = await tx.query<Known>(
    `select c.name as client_name, r.name as reseller_name, q.duration,
        coalesce(q.language_code, c.language_code, 'en') as language_code
       from accounts c join accounts r on r.id = $2 left join access_requests q on q.id = $3
      where c.id = $1`,
    [grant.clientId, grant.resellerId, grant.requestId],
  )
  if (!known) throw new Error(`Clientele: an account of the grant ${grant.id} is missing.`)
  const { id } = await issueReceipt(tx, by, {
    grant,
    level,
    client: { name: known.client_name },
    reseller: { name: known.reseller_name },
    duration: known.duration,
    languageCode: languageCode ?? known.language_code,
  })
  return { ...grant, receiptId: id }
}
