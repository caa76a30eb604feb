import { noteDelivery } from '../access-requests/note-delivery.ts'
import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import type { DeliveryFact } from './delivery-fact.ts'
import type { About } from './queue-mail.ts'

/** Whom the fate of a mail is told, in the transaction that settles it. */
export const followers: Record<About['type'], (tx: Tx, by: By, fact: DeliveryFact) => Promise<void>> = {
  access_request: noteDelivery,
  // it stands in the client's portal all the same
  suggestion: async () => {},
}
