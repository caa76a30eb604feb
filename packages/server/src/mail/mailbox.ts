import { desc, eq, gt } from 'drizzle-orm'
import type { MasterKey } from '../auth/master-key.ts'
import { mails } from '../database/delivery.schema.ts'
import type { Transact } from '../database/transaction.ts'
import { openBody, type Attachment } from './mail-body.ts'

/** A mail as the mailbox lists it. */
export interface MailSummary {
  id: string
  messageId: string
  /** Which of the texts it is, as in `access_request`. */
  template: string
  languageCode: string
  to: { email: string; name: string | null }
  replyTo: string | null
  subject: string
  /** `dropped`: it was no longer true before it went out. */
  state: 'queued' | 'sent' | 'bounced' | 'failed' | 'dropped'
  createdAt: Date
  sentAt: Date | null
}

/** A mail as it is read. */
export interface Mail extends MailSummary {
  /** `null` once a mail server has taken it: mails hold links that let people in, and are not kept. */
  body: { text: string; html: string; attachments: readonly Attachment[] } | null
}

/**
 * The mails of a server without SMTP, for developing and showing. It is no part of the HTTP API: whoever reads it can
 * answer for every client.
 */
export interface Mailbox {
  /** The newest first, 100 at most; with `after`, those that are newer than that one. */
  list(options?: { after?: string }): Promise<MailSummary[]>
  get(id: string): Promise<Mail | undefined>
}

export function createMailbox(opened: () => Promise<{ transact: Transact; masterKey: MasterKey }>): Mailbox {
  return {
    async list({ after } = {}) {
      const { transact } = await opened()
      return transact({ reach: 'system' }, async (tx) => {
        const newer = after === undefined ? undefined : gt(mails.id, after)
        const rows = await tx.db.select().from(mails).where(newer).orderBy(desc(mails.id)).limit(100)
        return rows.map(summary)
      })
    },
    async get(id) {
      const { transact, masterKey } = await opened()
      return transact({ reach: 'system' }, async (tx) => {
        const [row] = await tx.db.select().from(mails).where(eq(mails.id, id))
        return row && { ...summary(row), body: row.sealedBody && openBody(masterKey, row.sealedBody) }
      })
    },
  }
}

function summary(row: typeof mails.$inferSelect): MailSummary {
  const { id, messageId, template, languageCode, replyTo, subject, state, createdAt, sentAt } = row
  const to = { email: row.toEmail, name: row.toName }
  return { id, messageId, template, languageCode, to, replyTo, subject, state, createdAt, sentAt }
}
