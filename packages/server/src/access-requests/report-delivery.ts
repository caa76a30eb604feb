import type { accessRequests } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import type { Call } from '../handler.ts'
import { closeMailbox, openMailbox } from '../mail/closed-mailboxes.ts'
import type { RequestRow } from './access-requests.store.ts'
import { writeDelivery } from './note-delivery.ts'
import { isNews, isUndeliverable } from './requests.rules.ts'

/**
 * What the platform has learned of a mail about a request. That it came back or was not wanted is a fact of the mailbox
 * it went to, for all that is asked there; of the request it is one as long as that mailbox is the one that is asked.
 */
export async function reportDelivery(
  call: Call<(typeof accessRequests)['reportDelivery']>,
  tx: Tx,
  row: RequestRow,
): Promise<RequestRow> {
  const { state, detail = null, recipientEmail = row.recipientEmail } = call.input
  if (state === 'deliverable') {
    await tx.asSystem(() => openMailbox(tx, call, recipientEmail))
    return row
  }
  const isAsked = recipientEmail.toLowerCase() === row.recipientEmail.toLowerCase()
  // told twice it is one fact, also where the mailbox was opened in between
  const isTold = isAsked && !isNews(row.delivery, state)
  if (isUndeliverable(state) && !isTold) await tx.asSystem(() => closeMailbox(tx, recipientEmail, state, call.now))
  return isAsked ? writeDelivery(tx, call, row, { state, detail }) : row
}
