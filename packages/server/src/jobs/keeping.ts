import type { DueWork } from './due-work.ts'

const day = 86_400_000

/** What is over, for how long it is kept afterwards, and how the oldest of it are found. */
const kinds = [
  // until then they can be replayed
  {
    keptFor: 30 * day,
    forget: `delete from webhook_deliveries where id in (
      select id from webhook_deliveries where ended_at < $1 order by ended_at limit $2 for update skip locked)`,
  },
  // far longer than mails to one mailbox are counted (requests.rules.ts)
  {
    keptFor: 90 * day,
    forget: `delete from mails where id in (
      select id from mails where state <> 'queued' and created_at < $1 order by created_at limit $2 for update skip locked)`,
  },
]

/** Of each kind in one transaction, so that no lock is held for long. */
const atOnce = 1_000

/** Forgets mails and webhook deliveries that have been over for long. */
export const keeping: DueWork = {
  name: 'keeping',
  cron: '23 3 * * *',
  run: (by) =>
    by.transact({ reach: 'system' }, async (tx) => {
      let forgotten = 0
      for (const { keptFor, forget } of kinds) {
        const before = new Date(by.clock.now().getTime() - keptFor)
        forgotten += (await tx.query(`${forget} returning 1`, [before, atOnce])).length
      }
      return forgotten
    }),
}
