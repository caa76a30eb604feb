import { clients, type ActionState, type Client, type ClientAction } from '@clientele/contract'
import { clientActions } from '@clientele/contract/schemas'
import type { MockCall } from '../../answers/mock-call.ts'
import type { Stored } from '../../store.ts'
import { fold } from '../text.ts'

/** What the client itself must not see (R96). */
const internal = new Set(['description', 'otherDescriptions', 'tags', 'externalIds', 'metadata'])

/** A client as this caller sees it: whether its name is shared (R52), and what they may do with it. */
export function clientView(record: Stored, call: MockCall): Stored {
  const { me, isCallerGiven } = call.store
  const name = fold(String(record['name']))
  const shared = call.store.records('clients').some((one) => one.id !== record.id && fold(String(one['name'])) === name)
  const seen = {
    ...record,
    nameIsShared: record['nameIsShared'] === true || shared,
    actions: isCallerGiven || !record['actions'] ? actionsOn(record as unknown as Client, call) : record['actions'],
  }
  if (me.account.kind !== 'client') return seen
  return Object.fromEntries(Object.entries(seen).filter(([key]) => !internal.has(key))) as Stored
}

/** What the caller may do with a client now, and for what they may not, why. */
function actionsOn(client: Client, call: MockCall): Record<ClientAction, ActionState> {
  const states = clientActions.map((action) => [action, actionOn(client, call, action)] as const)
  return Object.fromEntries(states) as Record<ClientAction, ActionState>
}

export function actionOn(client: Client, { store }: MockCall, action: ClientAction): ActionState {
  const right = action === 'requestAccess' ? 'access_requests.create' : (clients[action].right ?? 'self.read')
  const isHeld = store.me.rights[right] !== undefined
  if (!isHeld) return { allowed: false, code: 'permission_denied', data: { right } }
  const refused = (state: string): ActionState => ({
    allowed: false,
    code: 'invalid_state_transition',
    data: { state, allowed: [] },
  })
  if (client.status === 'pending_deletion' || client.status === 'closed') return refused(client.status)
  if (action === 'setVerification' && client.verification === 'domain_verified') return refused(client.verification)
  return { allowed: true }
}
