import type { Actor } from '@clientele/contract'
import type { Surroundings } from '../answers/mock-call.ts'
import { grantOfLink, requestOfLink } from './links.ts'

/** Who does it: the clock, whoever is signed in, else the holder of the link. */
export function actorOf(call: Surroundings): Actor {
  if (call.byClock) return { type: 'system', id: 'system', display: null, accountId: null }
  const { caller, account } = call.store.me
  if (call.isSignedIn) return { type: caller.kind, id: caller.id, display: caller.name, accountId: account.id }
  const { email, clientId } = holderOf(call)
  return { type: 'link_holder', id: 'link:0000000000000000', display: email, accountId: clientId }
}

/** As far as a mailbox says who somebody is: the one that was asked. */
function holderOf(call: Surroundings): { email: string | null; clientId: string } {
  if (call.endpoint.row.link === 'request') {
    const { recipientEmail, client } = requestOfLink(call)
    return { email: recipientEmail, clientId: client.id }
  }
  const { client, requestId } = grantOfLink(call)
  return { email: mailboxOf(call, client.id, requestId), clientId: client.id }
}

/** Where a client answered from, else the address on its record. */
export function mailboxOf({ store }: Surroundings, clientId: string, requestId: string | null): string | null {
  const request = requestId === null ? undefined : store.find('accessRequests', requestId)
  return request?.recipientEmail ?? store.find('clients', clientId)?.primaryEmail ?? null
}
