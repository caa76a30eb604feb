import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { afterAll, vi } from 'vitest'

/** A mail as it arrived. */
interface ReceivedMail extends Email {
  /** What the envelope said. */
  recipients: string[]
  raw: string
  header(name: string): string | undefined
}

/** A real SMTP server that a test can make difficult. */
export interface MailReceiver {
  url: string
  mails: ReceivedMail[]
  /**
   * The next answers to RCPT and DATA: a code and a text; `hang up` in the middle of DATA; `no answer` to a mail that was
   * taken. Then all is well again.
   */
  refuse: { recipients: string[]; data: string[] }
  /** The mails, once there are so many. */
  received(count: number): Promise<ReceivedMail[]>
  stop(): Promise<void>
  start(): Promise<void>
}

/** Starts an SMTP server on a port of its own, stopped after the file's last test. */
export async function openMailReceiver(): Promise<MailReceiver> {
  const mails: ReceivedMail[] = []
  const refuse: MailReceiver['refuse'] = { recipients: [], data: [] }
  let server: SMTPServer | undefined
  let port = 0

  const create = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => done(refusal(refuse.recipients.shift())),
      onData: (stream, session, done) => {
        const answer = refuse.data.shift()
        if (answer === 'hang up') {
          stream.once('data', () => hangUp(session.id))
          return
        }
        void take(stream, session, answer, done)
      },
    })
  const take = async (
    stream: Readable,
    { envelope }: SMTPServerSession,
    answer: string | undefined,
    done: (refused: Error | null) => void,
  ) => {
    const raw = await buffer(stream)
    const refused = refusal(answer)
    const recipients = envelope.rcptTo.map(({ address }) => address)
    if (!refused) mails.push(await parsed(raw, recipients))
    if (answer !== 'no answer') done(refused)
  }
  const hangUp = (id: string) => {
    for (const connection of server?.connections ?? []) {
      const { id: other, _socket: socket } = connection as unknown as { id: string; _socket: { destroy(): void } }
      if (other === id) socket.destroy()
    }
  }
  const start = async () => {
    server = create()
    // clients that hang up are not the test's failure
    server.on('error', () => {})
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }
  const stop = async () => {
    const stopping = server
    server = undefined
    if (stopping) await new Promise<void>((resolve) => stopping.close(() => resolve()))
  }
  await start()
  afterAll(stop)
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse,
    received: (count) =>
      vi.waitFor(
        () => {
          if (mails.length < count) throw new Error(`${mails.length} of ${count} mails have arrived.`)
          return mails
        },
        { timeout: 15_000, interval: 20 },
      ),
    start,
    stop,
  }
}

async function parsed(raw: Buffer, recipients: string[]): Promise<ReceivedMail> {
  const email = await PostalMime.parse(raw)
  const header = (name: string) => email.headers.find(({ key }) => key === name.toLowerCase())?.value
  return Object.assign(email, { recipients, raw: raw.toString(), header })
}

function refusal(answer: string | undefined): (Error & { responseCode: number }) | null {
  if (answer === undefined || answer === 'no answer') return null
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })
}
