import type { Tx } from '../database/transaction.ts'

// All of this wants a transaction in system scope: mails are nobody's to read.

/** Between two mails to one reader that tell the state of one thing. */
const peace = 10 * 60_000

/**
 * Makes room for a mail that tells a state, and says when it may go out: whoever turns a switch back and forth fills no
 * mailbox, and the last state is always told.
 */
export async function takePlaceOfOlder(tx: Tx, stateOf: string, now: Date): Promise<Date> {
  const dropped = await dropWaiting(tx, stateOf)
  const [told] = await tx.query<{ at: Date }>(
    `select coalesce(sent_at, created_at) as at from mails
      where state_of = $1 and state not in ('queued', 'dropped') order by id desc limit 1`,
    [stateOf],
    'last-mail-of-state',
  )
  const moments = dropped.map(({ attempts, next_attempt_at }) =>
    // one that was tried may have arrived; one that was not gives its turn to the new one
    attempts > 0 ? now.getTime() + peace : next_attempt_at.getTime(),
  )
  return new Date(Math.max(now.getTime(), told ? told.at.getTime() + peace : 0, ...moments))
}

/**
 * What waits to tell a state is not true any more and stays here, also where a mail server did not take it: it could come
 * after a newer one. Gives it as it was.
 */
export async function dropWaiting(tx: Tx, stateOf: string): Promise<{ attempts: number; next_attempt_at: Date }[]> {
  return tx.query(
    `with waiting as (select id, attempts, next_attempt_at from mails where state_of = $1 and state = 'queued' for update)
     update mails m set state = 'dropped', sealed_body = null, next_attempt_at = null
       from waiting w where m.id = w.id returning w.attempts, w.next_attempt_at`,
    [stateOf],
    'drop-mails-of-state',
  )
}
