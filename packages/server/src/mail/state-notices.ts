import type { Tx } from '../database/transaction.ts'

// All of this wants a transaction in system scope: mails are nobody's to read.

/** Between two mails to one reader that tell the state of one thing. */
const peace = 10 * 60_000

/** Whose state a mail tells, to whom. */
export interface StateOf {
  key: string
  /** What it tells as well: mails that wait to say that are not true any more either. */
  inPlaceOf?: readonly string[]
  /** Mails that told the reader of the same thing among others: it comes no sooner after them. */
  after?: readonly string[]
  /** When a mail was to come that has given it its turn. */
  notBefore?: Date
}

/**
 * Makes room for a mail that tells a state, and says when it may go out: whoever turns a switch back and forth fills no
 * mailbox, and the last state is always told.
 */
export async function takePlaceOfOlder(tx: Tx, stateOf: StateOf, now: Date): Promise<Date> {
  const { key, inPlaceOf = [], after = [], notBefore = now } = stateOf
  const replaced = [key, ...inPlaceOf]
  const dropped = await dropWaiting(tx, replaced, now)
  const [told] = await tx.query<{ at: Date | null }>(
    `select max(coalesce(sent_at, created_at)) as at from mails
      where state_of is not null and state_of = any($1) and state not in ('queued', 'dropped')`,
    [[...replaced, ...after]],
    'last-mail-of-state',
  )
  const moments = [now, notBefore, ...(dropped ? [dropped.turn] : [])].map((moment) => moment.getTime())
  return new Date(Math.max(...moments, told?.at ? told.at.getTime() + peace : 0))
}

/**
 * What waits to tell a state is not true any more and stays here, also where a mail server did not take it: it could come
 * after a newer one. Gives when a newer one may go out, and what they said, where any waited.
 */
export async function dropWaiting(
  tx: Tx,
  keys: readonly string[],
  now: Date,
): Promise<{ turn: Date; says: string[] } | undefined> {
  const dropped = await tx.query<{ attempts: number; next_attempt_at: Date; says: string | null }>(
    `with waiting as (select id, attempts, next_attempt_at from mails
        where state_of is not null and state_of = any($1) and state = 'queued' order by id for update)
     update mails m set state = 'dropped', sealed_body = null, next_attempt_at = null
       from waiting w where m.id = w.id returning w.attempts, w.next_attempt_at, m.says`,
    [keys],
    'drop-mails-of-state',
  )
  if (dropped.length === 0) return undefined
  const moments = dropped.map(({ attempts, next_attempt_at: next }) =>
    // one that was tried may have arrived; one that was not gives its turn to the new one
    attempts > 0 ? now.getTime() + peace : next.getTime(),
  )
  return { turn: new Date(Math.max(...moments)), says: dropped.flatMap(({ says }) => says ?? []) }
}
