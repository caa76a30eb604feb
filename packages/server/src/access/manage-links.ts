import { linkTo } from '../access-requests/request-links.ts'
import { makeLink } from '../auth/links.ts'
import type { Tx } from '../database/transaction.ts'
import { linkSettings, readSettings } from '../settings/settings.store.ts'
import type { Pair } from './pair.ts'

// All of this wants a transaction in system scope: links are nobody's to read.

/** Where a link to manage access is to be mailed, or who was shown it. */
export interface ManageLinkHolder {
  email: string
  /** Whoever reads that mailbox could decide: it was answered from, or somebody signed in with it. @default true */
  provesMailbox?: boolean
}

/**
 * Makes a link by which the access of a pair is seen, paused and ended without an account; `null` where the host has no
 * page for it. Only its hash is kept, so each mail has a link of its own.
 */
export async function newManageLink(
  tx: Tx,
  { clientId, resellerId }: Pair,
  holder: ManageLinkHolder,
  now: Date,
): Promise<string | null> {
  const { manageUrl } = linkSettings(await readSettings(tx))
  if (manageUrl === null) return null
  const link = { purpose: 'manage' as const, clientId, resellerId, requestId: null, ...holder }
  return linkTo(manageUrl, await makeLink(tx, link, now))
}

/** Takes back all links by which the access of a pair is managed, wherever they were passed on to. */
export async function revokeManageLinks(tx: Tx, { clientId, resellerId }: Pair, now: Date): Promise<void> {
  await tx.query(
    `update link_tokens set revoked_at = $3
      where client_id = $1 and reseller_id = $2 and purpose = 'manage' and revoked_at is null`,
    [clientId, resellerId, now],
  )
}
