import type { Tx } from '../database/transaction.ts'
import { accessRequests } from '../database/access.schema.ts'
import { bySystem, type By } from '../events/record-event.ts'
import type { DueWork, Working } from '../jobs/due-work.ts'
import { and, asc, eq, lte } from 'drizzle-orm'
import { isMailboxClosed } from '../mail/closed-mailboxes.ts'
import { saveRequest, type RequestRow } from './access-requests.store.ts'
import { expireRequest } from './expire-request.ts'
import { askingSettings } from './request-facts.ts'
import { isUndeliverable } from './requests.rules.ts'
import { remindOfRequest } from './send-request.ts'
import { recordRequest, type Mailing } from './tell.ts'

/** Requests whose time is over, and reminders of those that wait. */
export const requestWork: DueWork = {
  name: 'requests',
  run: async (by) => (await each(by, 'expiresAt', expireRequest)) + (await each(by, 'remindAt', remind)),
}

/** How many one run does at most, so that other work gets its turn. */
const atOnce = 200

/** Does the pending requests for which a moment has come, one a transaction. */
async function each(
  by: Working,
  moment: 'expiresAt' | 'remindAt',
  act: (tx: Tx, by: By & Mailing, row: RequestRow) => Promise<unknown>,
): Promise<number> {
  let done = 0
  while (done < atOnce && (await by.transact({ reach: 'system' }, actOnNext))) done++
  return done

  async function actOnNext(tx: Tx): Promise<boolean> {
    const now = by.clock.now()
    const [row] = await tx.db
      .select()
      .from(accessRequests)
      .where(and(eq(accessRequests.status, 'pending'), lte(accessRequests[moment], now)))
      .orderBy(asc(accessRequests[moment]))
      .limit(1)
      .for('update', { skipLocked: true })
    if (row) await act(tx, { ...bySystem(now), masterKey: by.masterKey, mailing: by.mailing }, row)
    return row !== undefined
  }
}

/** Several reminders that fell due while nobody was there are one. */
async function remind(tx: Tx, by: By & Mailing, row: RequestRow): Promise<void> {
  if (isUndeliverable(row.delivery) || (await isMailboxClosed(tx, row.recipientEmail))) {
    await saveRequest(tx, { ...row, remindAt: null }, by.now)
    return
  }
  const reminded = await remindOfRequest(tx, by, row, await askingSettings(tx), by.now)
  await saveRequest(tx, reminded, by.now)
  if (reminded.remindedAt.length === row.remindedAt.length) return
  const changes = { remindedAt: { from: row.remindedAt.at(-1)?.toISOString() ?? null, to: by.now.toISOString() } }
  await recordRequest(tx, by, 'access_request.reminded', reminded, changes)
}
