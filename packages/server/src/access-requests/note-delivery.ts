import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import type { DeliveryFact } from '../mail/delivery-fact.ts'
import { lockRequest, saveRequest, type RequestRow } from './access-requests.store.ts'
import { after, isNews, isUndeliverable, type Delivery } from './requests.rules.ts'
import { recordRequest } from './tell.ts'

/** What became of a mail about a request. Of a mailbox that is not asked any more it is of no interest. */
export async function noteDelivery(tx: Tx, by: By, fact: DeliveryFact): Promise<void> {
  const row = await lockRequest(tx, fact.id)
  if (row && row.recipientEmail === fact.to) await writeDelivery(tx, by, row, fact)
}

/**
 * Writes a fact about the mail of a request, if it says more than what is known. It ends no request; mail that came back
 * or is not wanted stops its reminders. Gives the request as it is then.
 */
export async function writeDelivery(
  tx: Tx,
  by: By,
  row: RequestRow,
  { state, detail }: { state: Exclude<Delivery, 'queued'>; detail: string | null },
): Promise<RequestRow> {
  if (after(row.status, 'noteDelivery') === undefined || !isNews(row.delivery, state)) return row
  const noted = {
    ...row,
    delivery: state,
    deliveryAt: by.now,
    deliveryDetail: detail,
    remindAt: isUndeliverable(state) ? null : row.remindAt,
  }
  const saved = await saveRequest(tx, noted, by.now)
  await recordRequest(tx, by, `access_request.${state}`, saved, { delivery: { from: row.delivery, to: state } })
  return saved
}
