import type { Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { pageOf } from '../list-records.ts'

/** Rows of `events` with rules of their own: a client sees what concerns it, a reseller what is not another's. */
export const eventBehaviours: Behaviours<'events'> = {
  list: (call) =>
    pageOf(
      call,
      call.store.records('events').filter((event) => isSeen(call, event)),
    ),
}

function isSeen({ store }: Surroundings, { id, clientId }: Event): boolean {
  const { account } = store.me
  const owner = store.eventOwners.get(id)
  if (account.kind === 'client') return clientId === account.id
  return account.kind === 'platform' || owner === undefined || owner === account.id
}
