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

function isSeen({ store }: Surroundings, { id, clientId, actor }: Event): boolean {
  const { account } = store.me
  const owner = store.eventOwners.get(id)
  if (account.kind === 'client') return clientId === account.id || owner === account.id
  if (account.kind === 'platform') return true
  // what a test gave is everybody's that it says nothing of, and of one client its owner's
  if (owner !== undefined || !store.isNamed) return owner === undefined || owner === account.id
  const client = clientId === null ? undefined : store.find('clients', clientId)
  return client === undefined || client.owner.id === account.id || actor.accountId === account.id
}
