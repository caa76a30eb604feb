import { createTransport } from 'nodemailer'
import { singleLine } from './single-line.ts'

/** A mail on its way out. */
interface OutgoingMail {
  messageId: string
  from: { name: string; email: string }
  to: { name: string | null; email: string }
  replyTo: string | null
  subject: string
  languageCode: string
  date: Date
  text: string
  html: string
  attachments: readonly { filename: string; contentType: string; content: string }[]
}

/** What takes mails. */
export interface MailServer {
  /** Taken, or refused for good for this recipient. Throws where it is worth another try. */
  send(mail: OutgoingMail): Promise<{ state: 'sent' } | { state: 'bounced'; detail: string }>
}

// a server that says nothing is given up before somebody else takes the mail over (send-mails.ts)
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 30_000 }
const atMost = 60_000

/** A server by its URL, as in `smtps://user:password@mail.example.com`. */
export function smtpServer(url: string): MailServer {
  const { protocol } = URL.parse(url) ?? {}
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    // not the URL itself: it holds a password
    throw new Error('Clientele: the SMTP URL is none. Give one as in smtps://user:password@mail.example.com.')
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })

  return {
    async send(mail) {
      const sending = transport.sendMail({
        messageId: mail.messageId,
        date: mail.date,
        from: { name: mail.from.name, address: mail.from.email },
        to: { name: mail.to.name ?? '', address: mail.to.email },
        ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
        // what is written on it, and not what an address list could be read from
        envelope: { from: mail.from.email, to: [mail.to.email] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // RFC 3834: no out-of-office answer, please
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.languageCode },
        attachments: mail.attachments.map(({ filename, contentType, content }) => ({
          filename,
          contentType,
          content,
          contentDisposition: 'attachment' as const,
        })),
      })
      try {
        await within(atMost, sending)
        return { state: 'sent' }
      } catch (error) {
        const detail = refusedForGood(error)
        if (detail === undefined) throw error
        return { state: 'bounced', detail }
      }
    },
  }
}

/** RFC 5321: a 5yz reply to RCPT says that this recipient will never be taken. */
function refusedForGood(error: unknown): string | undefined {
  const { responseCode, command, response } = error as { responseCode?: number; command?: string; response?: string }
  if (command !== 'RCPT TO' || responseCode === undefined || responseCode < 500) return undefined
  return singleLine(response ?? String(responseCode)).slice(0, 300)
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The mail server took longer than ${milliseconds / 1000} s.`)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
