import { hostOfEmail } from '@clientele/contract/forms'
import { mails } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { wake } from '../jobs/due-work.ts'
import { newId } from '../new-id.ts'
import { notifySettings, readSettings } from '../settings/settings.store.ts'
import { alwaysSent, type MailData, type TemplateName } from './mail-data.ts'
import { sealBody, type Attachment } from './mail-body.ts'
import type { MailSurroundings } from './mailing.ts'
import { singleLine } from './single-line.ts'
import { takePlaceOfOlder, type StateOf } from './state-notices.ts'
import { writeMail } from './write-mail.ts'

/** What a mail is about: looked at once more before it goes out (still-true.ts). */
export interface About {
  type: 'access_request' | 'access_grant' | 'access_policy' | 'propagation' | 'suggestion'
  id: string
  /** What it says of that, where that can be something else by then. */
  says?: string
}

/** A mail to be written and sent. */
export interface NewMail<T extends TemplateName> {
  template: T
  to: { email: string; name?: string | null }
  /** Of whoever reads it; where the template does not have it, English. */
  languageCode: string | null
  data: MailData[T]
  about?: About
  /** Whose state it tells, to whom: a newer mail about the same takes its place. Wants a transaction in system scope. */
  stateOf?: StateOf | undefined
}

/**
 * Writes a mail in the transaction of what it tells, and wakes the sender: neither is ever there without the other. Notices
 * that the platform has switched off are not written (R204).
 */
export async function queueMail<T extends TemplateName>(
  tx: Tx,
  by: { now: Date } & MailSurroundings,
  mail: NewMail<T>,
): Promise<void> {
  const { template, to, data } = mail
  // also where the new one is not sent: the older one is not true any more
  const nextAttemptAt = mail.stateOf ? await takePlaceOfOlder(tx, mail.stateOf, by.now) : by.now
  const { off } = notifySettings(await readSettings(tx))
  if (!isAlwaysSent(template) && off.includes(template)) return
  const written = writeMail(template, mail.languageCode ?? 'en', data, by.mailing.templates)
  const id = newId('mai', by.now)
  await tx.db.insert(mails).values({
    id,
    messageId: `<${id.toLowerCase()}@${hostOfEmail(by.mailing.from.email)}>`,
    template,
    languageCode: written.languageCode,
    toEmail: singleLine(to.email),
    toName: to.name ? singleLine(to.name) : null,
    replyTo: isForClient(template, data) ? data.reseller.supportEmail && singleLine(data.reseller.supportEmail) : null,
    subject: written.subject,
    sealedBody: sealBody(by.masterKey, {
      text: written.text,
      html: written.html,
      attachments: attachmentsOf(data),
    }),
    state: 'queued',
    aboutType: mail.about?.type ?? null,
    aboutId: mail.about?.id ?? null,
    says: mail.about?.says ?? null,
    toClient: isForClient(template, data),
    stateOf: mail.stateOf?.key ?? null,
    nextAttemptAt,
    createdAt: by.now,
  })
  await wake(tx, 'mails')
}

function isAlwaysSent(template: TemplateName): template is (typeof alwaysSent)[number] {
  return (alwaysSent as readonly TemplateName[]).includes(template)
}

const notToClients: readonly TemplateName[] = ['request_declined', 'request_expired', 'renewal_asked', 'access_overdue']

function isForClient(template: TemplateName, data: MailData[TemplateName]): boolean {
  return !notToClients.includes(template) && !('audience' in data && data.audience === 'reseller')
}

function attachmentsOf(data: MailData[TemplateName]): Attachment[] {
  if (!('receipt' in data)) return []
  // RFC 7515, section 9.2.1
  return [{ filename: `${data.receipt.id}.jws`, contentType: 'application/jose', content: data.receipt.jws }]
}
