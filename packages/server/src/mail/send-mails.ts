import { and, eq, inArray } from 'drizzle-orm'
import { mails } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { bySystem } from '../events/record-event.ts'
import type { DueWork, Working } from '../jobs/due-work.ts'
import { closeMailbox } from './closed-mailboxes.ts'
import { followerOf } from './followers.ts'
import { openBody } from './mail-body.ts'
import { singleLine } from './single-line.ts'
import { staleAmong } from './still-true.ts'

type MailRow = typeof mails.$inferSelect

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Mails at the same time. */
const atOnce = 5
/** A mail that was taken and not settled by then is sent again, with the same Message-ID: its server was killed. */
const lease = 3 * minute
const giveUpAfter = 3 * day

/** Sends what is due. No transaction is open while a mail server is talked to. */
export const mailWork: DueWork = {
  name: 'mails',
  async run(by) {
    const now = by.clock.now()
    const { due, toSend, unwanted } = await by.transact({ reach: 'system' }, async (tx) => {
      const due = await take(tx, now)
      return { due, ...(await keepStale(tx, due, now)) }
    })
    // in a transaction of its own, so that nobody waits for a mail with what this waits for
    const tell = (mail: MailRow) =>
      by.transact({ reach: 'system' }, (tx) => tellFollower(tx, mail, { state: 'complained', detail: null }, now))
    await Promise.all([...toSend.map((mail) => deliver(mail, by)), ...unwanted.map(tell)])
    return due.length
  },
}

async function take(tx: Tx, now: Date): Promise<MailRow[]> {
  const ids = await tx.query<{ id: string }>(
    `update mails set attempts = attempts + 1, next_attempt_at = $2
      where id in (
        select id from mails where state = 'queued' and next_attempt_at <= $1
        order by next_attempt_at, id limit $3 for update skip locked
      ) returning id`,
    [now, new Date(now.getTime() + lease), atOnce],
    'take-mails',
  )
  return ids.length === 0
    ? []
    : tx.db
        .select()
        .from(mails)
        .where(
          inArray(
            mails.id,
            ids.map(({ id }) => id),
          ),
        )
}

/** What is not to go out any more stays here. Gives what is, and what nobody wants to read. */
async function keepStale(
  tx: Tx,
  due: readonly MailRow[],
  now: Date,
): Promise<Record<'toSend' | 'unwanted', MailRow[]>> {
  const ids = due.map(({ id }) => id)
  const stale = new Map((ids.length === 0 ? [] : await staleAmong(tx, ids, now)).map((one) => [one.id, one]))
  if (stale.size > 0) {
    // this was no attempt: what never left is not counted as mailed
    await tx.query(
      `update mails set state = 'dropped', sealed_body = null, next_attempt_at = null, attempts = attempts - 1
        where id = any($1)`,
      [[...stale.keys()]],
      'keep-stale-mails',
    )
  }
  return {
    toSend: due.filter(({ id }) => !stale.has(id)),
    unwanted: due.filter(({ id }) => stale.get(id)?.isUnwanted),
  }
}

/** What became of one attempt. */
type Outcome =
  | { state: 'sent' | 'bounced' | 'failed'; detail: string | null }
  | { state: 'queued'; detail: string; next: Date }

async function deliver(mail: MailRow, by: Working): Promise<void> {
  const outcome = await attempt(mail, by)
  const settleWith = (follow: typeof tellFollower) =>
    by.transact({ reach: 'system' }, async (tx) => {
      const isOurs = await settle(tx, mail, outcome, by)
      // also where the mail itself is of no interest any more: nothing gets through to there
      if (outcome.state === 'bounced') await closeMailbox(tx, mail.toEmail, 'bounced', by.clock.now())
      if (isOurs) await follow(tx, mail, outcome, by.clock.now())
    })
  try {
    await settleWith(tellFollower)
  } catch (error) {
    // it has gone out, whatever became of what follows it: unsettled it would go out again and again
    await settleWith(async () => {})
    throw error
  }
}

async function attempt(mail: MailRow, by: Working): Promise<Outcome> {
  const { from, server } = by.mailing
  try {
    // without a server the mailbox is where it goes
    if (!server) return { state: 'sent', detail: null }
    if (mail.sealedBody === null) throw new Error('The text of the mail is gone.')
    const { state, ...more } = await server.send({
      ...openBody(by.masterKey, mail.sealedBody),
      messageId: mail.messageId,
      from,
      to: { name: mail.toName, email: mail.toEmail },
      replyTo: mail.replyTo,
      subject: mail.subject,
      languageCode: mail.languageCode,
      date: mail.createdAt,
    })
    return { state, detail: 'detail' in more ? more.detail : null }
  } catch (error) {
    const detail = singleLine(error instanceof Error ? error.message : String(error)).slice(0, 300)
    const next = new Date(by.clock.now().getTime() + backoff(mail.attempts))
    const isTooLate = next.getTime() > mail.createdAt.getTime() + giveUpAfter
    return isTooLate ? { state: 'failed', detail } : { state: 'queued', detail, next }
  }
}

/** 1, 2, 4, … minutes, and every hour from then on. */
function backoff(attempts: number): number {
  return Math.min(hour, minute * 2 ** (attempts - 1))
}

/** Writes down what became of an attempt, and whether that was for this server to say. */
async function settle(tx: Tx, mail: MailRow, outcome: Outcome, by: Working): Promise<boolean> {
  const now = by.clock.now()
  const isOver = outcome.state !== 'queued'
  // whoever took it over in the meantime says what became of it
  const settled = await tx.db
    .update(mails)
    .set({
      state: outcome.state,
      detail: outcome.detail,
      nextAttemptAt: outcome.state === 'queued' ? outcome.next : null,
      sentAt: outcome.state === 'sent' ? now : null,
      ...(isOver && by.mailing.server ? { sealedBody: null } : {}),
    })
    .where(and(eq(mails.id, mail.id), eq(mails.state, 'queued'), eq(mails.attempts, mail.attempts)))
    .returning({ id: mails.id })
  return settled.length > 0
}

async function tellFollower(
  tx: Tx,
  mail: MailRow,
  outcome: Outcome | { state: 'complained'; detail: null },
  now: Date,
): Promise<void> {
  if (outcome.state === 'queued' || mail.aboutId === null) return
  await followerOf(mail.template)?.(tx, bySystem(now), {
    id: mail.aboutId,
    mailId: mail.id,
    to: mail.toEmail,
    state: outcome.state === 'failed' ? 'bounced' : outcome.state,
    detail: outcome.detail,
  })
}
