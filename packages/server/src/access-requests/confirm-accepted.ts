import type { LevelRow } from '../access-levels/access-levels.store.ts'
import { newManageLink, revokeManageLinks } from '../access/manage-links.ts'
import { retellPause } from '../access/pause-notices.ts'
import type { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { Call } from '../handler.ts'
import { openMailbox } from '../mail/closed-mailboxes.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { AskedClient, RequestRow } from './access-requests.store.ts'
import { ownMailbox } from './linked-request.ts'
import { partiesOf, resellerMailbox } from './tell.ts'

/** What accepting led to. */
interface Accepted {
  client: AskedClient
  reseller: typeof accounts.$inferSelect
  level: LevelRow
  endsAt: Date | null
  receipt: { id: string; jws: string }
  /** That the page was read in. */
  languageCode: string
}

/**
 * The final confirmation to both sides (R28), the client's with the link by which it sees, pauses and ends the access
 * without an account. Gives that link, or `null` where the host has no page for it. Wants system scope.
 */
export async function confirmAccepted(
  tx: Tx,
  call: Call,
  row: RequestRow,
  { client, reseller, languageCode, ...accepted }: Accepted,
): Promise<string | null> {
  const { caller } = call
  await retellPause(tx, call, { clientId: client.id, resellerId: row.resellerId })
  const mailbox = ownMailbox(call)
  // whoever lets somebody in wants to hear of it
  if (mailbox !== null) await openMailbox(tx, call, mailbox)
  const email = mailboxOf(call, row, client)
  const manageLink = await replaceManageLink(tx, call, row, email)
  const told = {
    ...partiesOf({ client, reseller }),
    ...accepted,
    scope: row.scope,
    autoExtend: row.autoExtend,
  }
  await queueMail(tx, call, {
    template: 'access_confirmed',
    to: { email, name: caller.kind === 'widget_session' ? caller.name : client.name },
    languageCode,
    data: {
      ...told,
      audience: 'client',
      manageLink: isKnownMailbox(call) ? manageLink : null,
      timeZone: client.timeZone ?? reseller.timeZone ?? 'UTC',
    },
  })
  const to = resellerMailbox(row, reseller)
  if (to) {
    const timeZone = reseller.timeZone ?? 'UTC'
    const data = { ...told, audience: 'reseller' as const, manageLink: null, timeZone }
    await queueMail(tx, call, { template: 'access_confirmed', to, languageCode: reseller.languageCode, data })
  }
  return manageLink
}

/** The newest one is the one that works: whoever answered before may have gone. */
async function replaceManageLink(tx: Tx, call: Call, row: RequestRow, email: string): Promise<string | null> {
  await revokeManageLinks(tx, row, call.now)
  return newManageLink(tx, row, { email, provesMailbox: isKnownMailbox(call) }, call.now)
}

/** Whoever is signed in may have been passed the link, and the address it was sent to was typed by the reseller. */
function isKnownMailbox({ caller }: Call): boolean {
  return caller.email !== null
}

/**
 * Where the person who answered is reached, as far as is known; else the client. The address that the reseller typed comes
 * last: it may be the reseller's own.
 */
function mailboxOf({ caller }: Call, row: RequestRow, client: AskedClient): string {
  return caller.email ?? client.primaryEmail ?? row.recipientEmail
}
