import { noteDelivery } from '../access-requests/note-delivery.ts'
import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import type { DeliveryFact } from './delivery-fact.ts'
import type { TemplateName } from './mail-data.ts'

type Follower = (tx: Tx, by: By, fact: DeliveryFact) => Promise<void>

/** Whom the fate of a mail is told, in the transaction that settles it. The others stand in a portal all the same. */
const followers: Partial<Record<TemplateName, Follower>> = {
  access_request: noteDelivery,
  request_reminder: noteDelivery,
}

/** Who follows a mail of this kind, if anybody does. */
export function followerOf(template: string): Follower | undefined {
  return followers[template as TemplateName]
}
