import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import { dropMails, saveRequest, type RequestRow } from './access-requests.store.ts'
import { statusAt } from './requests.rules.ts'
import { recordRequest, statusChange, tellReseller, type Mailing } from './tell.ts'

/** Writes down that nobody answered in time. Its link still shows that, and lets the client ask for another. */
export async function expireRequest(tx: Tx, by: By & Mailing, row: RequestRow): Promise<RequestRow> {
  const expired = await saveRequest(tx, { ...row, status: 'expired', remindAt: null, sealedLinks: null }, by.now)
  await tx.asSystem(async () => {
    await dropMails(tx, row.id)
    await tellReseller(tx, by, expired, 'request_expired', (shared) => ({
      ...shared,
      recipientEmail: row.recipientEmail,
    }))
  })
  await recordRequest(tx, by, 'access_request.expired', expired, statusChange('pending', 'expired'))
  return expired
}

/** The request as it is now: one whose time is over is written down as expired, if nobody has done so yet. */
export async function settled(tx: Tx, by: By & Mailing, row: RequestRow): Promise<RequestRow> {
  return statusAt(row, by.now) === row.status ? row : expireRequest(tx, by, row)
}
