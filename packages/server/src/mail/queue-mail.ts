import { hostOfEmail } from '@clientele/contract/forms'
import { mails } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { wake } from '../jobs/due-work.ts'
import { newId } from '../new-id.ts'
import { notifySettings, readSettings } from '../settings/settings.store.ts'
import type { MailData, TemplateName } from './mail-data.ts'
import { sealBody, type Attachment } from './mail-body.ts'
import type { MailSurroundings } from './mailing.ts'
import { singleLine } from './single-line.ts'
import { writeMail } from './write-mail.ts'

/** What follows the fate of its mail. */
export interface About {
  type: 'access_request' | 'suggestion'
  id: string
}

/** A mail to be written and sent. */
export interface NewMail<T extends TemplateName> {
  template: T
  to: { email: string; name?: string | null }
  /** Of whoever reads it; where the template does not have it, English. */
  languageCode: string | null
  data: MailData[T]
  about?: About
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
  const { off } = notifySettings(await readSettings(tx))
  if (template !== 'access_request' && off.includes(template)) return
  const written = writeMail(template, mail.languageCode ?? 'en', data, by.mailing.templates)
  const id = newId('mai', by.now)
  await tx.db.insert(mails).values({
    id,
    messageId: `<${id.toLowerCase()}@${hostOfEmail(by.mailing.from.email)}>`,
    template,
    languageCode: written.languageCode,
    toEmail: singleLine(to.email),
    toName: to.name ? singleLine(to.name) : null,
    replyTo: isForReseller(template, data)
      ? null
      : data.reseller.supportEmail && singleLine(data.reseller.supportEmail),
    subject: written.subject,
    sealedBody: sealBody(by.masterKey, {
      text: written.text,
      html: written.html,
      attachments: attachmentsOf(data),
    }),
    state: 'queued',
    aboutType: mail.about?.type ?? null,
    aboutId: mail.about?.id ?? null,
    nextAttemptAt: by.now,
    createdAt: by.now,
  })
  await wake(tx, 'mails')
}

const toResellers: readonly TemplateName[] = ['request_declined', 'request_expired', 'renewal_asked']

function isForReseller(template: TemplateName, data: MailData[TemplateName]): boolean {
  return toResellers.includes(template) || ('audience' in data && data.audience === 'reseller')
}

function attachmentsOf(data: MailData[TemplateName]): Attachment[] {
  if (!('receipt' in data)) return []
  // RFC 7515, section 9.2.1
  return [{ filename: `${data.receipt.id}.jws`, contentType: 'application/jose', content: data.receipt.jws }]
}
