import { clients, type ActionState, type Client, type ClientAction } from '@clientele/contract'
import { clientActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actionsFor, heldRight, noTransition, refused } from '../actions.ts'
import { pendingOf } from '../access-requests/pending.ts'
import { fold } from '../text.ts'

/** What the client itself must not see (R96). */
const internal = ['description', 'otherDescriptions', 'tags', 'externalIds', 'metadata'] as const

/** A client as this caller sees it: whether its name is shared (R52), and what they may do with it. */
export function clientView(client: Client, call: Surroundings): Client {
  const { store } = call
  const name = fold(client.name)
  const shared = store.records('clients').some((one) => one.id !== client.id && fold(one.name) === name)
  const seen: Client = {
    ...client,
    nameIsShared: client.nameIsShared || shared,
    actions: actionsFor(client, call, clientActions, (action) => actionOn(client, call, action)),
  }
  if (store.me.account.kind === 'client') for (const field of internal) delete seen[field]
  return seen
}

/** Whether the caller may do this with a client now, and if not, why. */
export function actionOn(client: Client, call: Surroundings, action: ClientAction): ActionState {
  const isRequest = action === 'requestAccess'
  const held = heldRight(call, isRequest ? 'access_requests.create' : (clients[action].right ?? 'self.read'))
  if (!held.allowed) return held
  if (client.status === 'pending_deletion' || client.status === 'closed') return noTransition(client.status, [])
  const pending = isRequest ? pendingOf(call, client.id) : undefined
  if (pending) return refused('access_request_pending', { requestId: pending.id, level: pending.level })
  if (action === 'setVerification' && client.verification === 'domain_verified') {
    return noTransition(client.verification, [])
  }
  return { allowed: true }
}
