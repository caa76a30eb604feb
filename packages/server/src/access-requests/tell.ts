import type { Event } from '@clientele/contract'
import { readLevel, type LevelRow } from '../access-levels/access-levels.store.ts'
import { aboutPair } from '../access/about-pair.ts'
import type { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import type { MailData } from '../mail/mail-data.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { readParties, type AskedClient, type RequestRow } from './access-requests.store.ts'

/** Whoever causes a mail, and what mails are made with. */
export type Mailing = MailSurroundings & { now: Date }

type Reseller = typeof accounts.$inferSelect

/** Both sides, as mails speak of them. */
export function partiesOf({ client, reseller }: { client: AskedClient; reseller: Reseller }) {
  return {
    client: { name: client.name, firstName: (client.person ?? client.admin)?.firstName ?? null },
    reseller: { name: reseller.name, supportEmail: reseller.supportEmail },
  }
}

type ToReseller = 'request_declined' | 'request_expired' | 'renewal_asked'

/**
 * Tells the reseller in its own language: whoever sent the request, else its support address. Wants system scope, as all
 * mails do that name both sides.
 */
export async function tellReseller<T extends ToReseller>(
  tx: Tx,
  by: Mailing,
  row: RequestRow,
  template: T,
  fill: (shared: MailData['renewal_asked']) => MailData[T],
): Promise<void> {
  const parties = await readParties(tx, row)
  const to = resellerMailbox(row, parties.reseller)
  if (!to) return
  const data = fill({ ...partiesOf(parties), level: await levelOf(tx, row) })
  const about = { type: 'access_request', id: row.id } as const
  await queueMail(tx, by, { template, to, languageCode: parties.reseller.languageCode, about, data })
}

/** The client had a mail with a link that leads nowhere now. */
export async function tellClientOfCancel(tx: Tx, by: Mailing, row: RequestRow): Promise<void> {
  const parties = await readParties(tx, row)
  await queueMail(tx, by, {
    template: 'request_canceled',
    to: { email: row.recipientEmail, name: parties.client.name },
    languageCode: row.languageCode,
    data: { ...partiesOf(parties), level: await levelOf(tx, row) },
  })
}

export function resellerMailbox(
  { senderEmail, sender }: RequestRow,
  { supportEmail, name }: Reseller,
): { email: string; name: string | null } | undefined {
  if (senderEmail) return { email: senderEmail, name: sender.display }
  return supportEmail ? { email: supportEmail, name } : undefined
}

export async function levelOf(tx: Tx, { id, levelKey, levelVersion }: RequestRow): Promise<LevelRow> {
  const level = await readLevel(tx, levelKey, levelVersion)
  if (!level) throw new Error(`Clientele: the level ${levelKey}@${levelVersion} of request ${id} is missing.`)
  return level
}

/** Records what happened to a request, for both sides. One that was never sent is the reseller's alone. */
export async function recordRequest(
  tx: Tx,
  by: By,
  type: Extract<Event['type'], `access_request.${string}`>,
  row: RequestRow,
  changes: Event['changes'],
): Promise<void> {
  const { clientId, ...reseller } = aboutPair(row)
  const subject = { type: 'access_request', id: row.id } as const
  await recordEvent(tx, by, { type, subject, ...reseller, ...(row.sentAt && clientId ? { clientId } : {}), changes })
}

/** As most events of requests say it. */
export function statusChange(from: RequestRow['status'] | null, to: RequestRow['status']): Event['changes'] {
  return { status: { from, to } }
}
