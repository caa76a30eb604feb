import { makeLink } from '../auth/links.ts'
import type { MasterKey } from '../auth/master-key.ts'
import type { Tx } from '../database/transaction.ts'
import type { RequestRow } from './access-requests.store.ts'

/**
 * The two tokens of a request. The one in the mail proves the mailbox; the one that the sender may copy and pass on
 * proves nothing, and whoever answers by it has to be signed in: else a reseller could answer its own requests.
 */
export interface RequestLinks {
  mailed: string
  copied: string
}

/** Makes the links of a request. Wants a transaction in system scope. */
export async function makeLinks(tx: Tx, row: RequestRow, now: Date): Promise<RequestLinks> {
  const link = {
    purpose: 'request' as const,
    clientId: row.clientId,
    resellerId: row.resellerId,
    requestId: row.id,
    email: row.recipientEmail,
  }
  return {
    mailed: await makeLink(tx, link, now),
    copied: await makeLink(tx, { ...link, provesMailbox: false }, now),
  }
}

export function sealLinks(key: MasterKey, { mailed, copied }: RequestLinks): Buffer {
  return key.seal(Buffer.from(JSON.stringify([mailed, copied])))
}

export function openLinks(key: MasterKey, sealed: Buffer): RequestLinks {
  const [mailed, copied] = JSON.parse(key.open(sealed).toString()) as [string, string]
  return { mailed, copied }
}

/** The address of the host's page. What stands behind the `#` is not sent to its server, and is in no log. */
export function linkTo(page: string, token: string): string {
  return `${page}#${token}`
}
