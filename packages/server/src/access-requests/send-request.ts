import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { actorOf } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { readParties, revokeLinks, type RequestRow } from './access-requests.store.ts'
import type { AskingSettings } from './request-facts.ts'
import { linkTo, makeLinks, openLinks, sealLinks } from './request-links.ts'
import { nextReminder } from './requests.rules.ts'
import { levelOf, partiesOf, type Mailing } from './tell.ts'

/**
 * Sends a request, for the first time or again: a new link, and the old one is dead; the time to answer begins now. What
 * an earlier answer said is gone from the request; the events keep it. The row that comes back is to be written.
 */
export async function sendRequest(call: Call, tx: Tx, row: RequestRow, settings: AskingSettings): Promise<RequestRow> {
  const { caller, now, masterKey } = call
  const { requestUrl } = settings
  if (requestUrl === null) throw new Error('Clientele: a request was about to be sent without a page for its link.')
  const expiresAt = shifted(now, settings.ttl)
  return tx.asSystem(async () => {
    await revokeLinks(tx, row.id, now)
    const links = await makeLinks(tx, row, now)
    const sent: RequestRow = {
      ...row,
      status: 'pending',
      delivery: 'queued',
      deliveryAt: now,
      deliveryDetail: null,
      sentAt: now,
      attempts: [...row.attempts, now],
      expiresAt,
      remindAt: nextReminder(remindersOf(now, settings), now, expiresAt),
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
      renewalAskedAt: null,
      sealedLinks: sealLinks(masterKey, links),
      sender: actorOf(caller),
      senderEmail: caller.email,
    }
    await mailRequest(tx, call, 'access_request', sent, linkTo(requestUrl, links.mailed))
    return sent
  })
}

/** Reminds of a pending request by its own link. Wants system scope; the row that comes back is to be written. */
export async function remindOfRequest(
  tx: Tx,
  by: Mailing,
  row: RequestRow,
  settings: AskingSettings,
  /** No reminder by the clock before this. */
  notBefore: Date,
): Promise<RequestRow> {
  const { sentAt, expiresAt, sealedLinks } = row
  const remindAt = sentAt && expiresAt ? nextReminder(remindersOf(sentAt, settings), notBefore, expiresAt) : null
  // without a page there is nothing that a mail could lead to
  if (!sealedLinks || settings.requestUrl === null) return { ...row, remindAt }
  const { mailed } = openLinks(by.masterKey, sealedLinks)
  await mailRequest(tx, by, 'request_reminder', row, linkTo(settings.requestUrl, mailed))
  return { ...row, remindAt, remindedAt: [...row.remindedAt, by.now] }
}

function remindersOf(sentAt: Date, { reminders }: AskingSettings): Date[] {
  return reminders.map((offset) => shifted(sentAt, offset))
}

async function mailRequest(
  tx: Tx,
  by: Mailing,
  template: 'access_request' | 'request_reminder',
  row: RequestRow,
  link: string,
): Promise<void> {
  const parties = await readParties(tx, row)
  await queueMail(tx, by, {
    template,
    to: { email: row.recipientEmail, name: parties.client.name },
    languageCode: row.languageCode,
    about: { type: 'access_request', id: row.id },
    data: {
      ...partiesOf(parties),
      level: await levelOf(tx, row),
      // a key is no person, and what it is called is the reseller's own affair
      sender: row.sender.type === 'api_key' ? null : row.sender.display,
      message: row.message,
      scope: row.scope,
      duration: row.duration,
      autoExtend: row.autoExtend,
      link,
      expiresAt: row.expiresAt ?? by.now,
      timeZone: parties.client.timeZone ?? parties.reseller.timeZone ?? 'UTC',
    },
  })
}
