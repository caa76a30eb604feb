import type { Clock } from '../clock.ts'
import type { Transact, Tx } from '../database/transaction.ts'
import type { Surroundings } from '../handler.ts'

/** What falls due by the clock: each kind has a queue of its own. */
export type WorkName =
  | 'mails'
  | 'webhooks'
  | 'requests'
  | 'propagations'
  | 'grants'
  | 'offers'
  | 'suggestions'
  | 'keeping'

/** What the server works with when nobody calls it. */
export interface Working extends Surroundings {
  transact: Transact
  clock: Clock
}

/**
 * One kind of due work. `run` does what is due by the clock and says how many it did; 0 is “nothing left”. Several
 * servers run it at the same time: rows are taken by `for update skip locked`, in short transactions of its own. What
 * fails and is to be tried again must be put off, or it would be due for ever.
 */
export interface DueWork {
  name: WorkName
  /** When it is looked at besides when it is woken. @default every minute */
  cron?: string
  run(by: Working): Promise<number>
}

/**
 * Wakes a kind of work when this transaction is committed. It is a hint and nothing more: what is due is a column, and is
 * looked at every minute in any case.
 */
export async function wake(tx: Tx, name: WorkName): Promise<void> {
  await tx.query('select wake($1)', [name], 'wake')
}
