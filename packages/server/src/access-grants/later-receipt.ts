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

/** What a client agreed to after the first time. */
interface LaterAgreement {
  /** As it stands after the act. */
  grant: GrantRow
  /** The version it is pinned to then. */
  level: LevelRow
  /** From now on, where that is what was agreed to; else as it was. ISO 8601; `null` is without an end. */
  duration?: string | null
  /** The page was read in. @default that of the request */
  languageCode?: string | undefined
}

/**
 * Signs what the client agreed to when it took a newer version of a level, or put the end off: the rest of the agreement
 * is as it was. Gives the grant as it is then. Wants system scope.
 */
export async function issueLaterReceipt(
  tx: Tx,
  by: By & { masterKey: MasterKey },
  { grant, level, ...agreed }: LaterAgreement,
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
    duration: agreed.duration === undefined ? known.duration : agreed.duration,
    languageCode: agreed.languageCode ?? known.language_code,
  })
  return { ...grant, receiptId: id }
}
