import { accessRequests, clients, type ActionState, type ClientAction, reachOf } from '@clientele/contract'
import { clientActions } from '@clientele/contract/schemas'
import { refused, requireAllowed } from '../action-state.ts'
import { statusAt } from '../access-requests/requests.rules.ts'
import type { Caller } from '../auth/caller.ts'
import type { AccessFacts } from './access-state.rules.ts'
import type { ClientRow } from './clients.store.ts'
import { verificationsFrom } from './verification.rules.ts'

/** What this caller may do with this client now, and for what they may not, why. Handlers refuse by the same answer. */
export function actionsOn(
  caller: Caller,
  client: ClientRow,
  access: AccessFacts,
  now: Date,
): Record<ClientAction, ActionState> {
  const states = clientActions.map((action) => {
    const state = actionOn(caller, client, action)
    return [action, action === 'requestAccess' && state.allowed ? mayAsk(access, now) : state] as const
  })
  return Object.fromEntries(states) as Record<ClientAction, ActionState>
}

/** Refuses what {@link actionsOn} says is not allowed, with the same code and data. */
export function requireAction(caller: Caller, client: ClientRow, action: ClientAction): void {
  requireAllowed(actionOn(caller, client, action), `${action} cannot be done with client ${client.id} now.`)
}

function actionOn(caller: Caller, client: ClientRow, action: ClientAction): ActionState {
  const right = action === 'requestAccess' ? accessRequests.create.right : clients[action].right
  if (!right || !reaches(caller, client, right)) return refused('permission_denied', { right })
  if (client.status === 'pending_deletion' || client.status === 'closed') {
    return refused('invalid_state_transition', { state: client.status, allowed: [] })
  }
  if (action === 'setVerification' && verificationsFrom(client).length === 0) {
    return refused('invalid_state_transition', { state: client.verification ?? 'none', allowed: [] })
  }
  return { allowed: true }
}

/** One pending request at a time (R34). */
function mayAsk({ request }: AccessFacts, now: Date): ActionState {
  if (!request || statusAt(request, now) !== 'pending') return { allowed: true }
  return refused('access_request_pending', { requestId: request.id, level: request.level })
}

/** Whether the caller's reach under a right takes in this client. */
export function reaches(
  caller: Caller,
  client: Pick<ClientRow, 'id' | 'parentId'>,
  right: Parameters<typeof reachOf>[1],
): boolean {
  const reach = reachOf(caller.role, right)
  if (reach === undefined) return false
  const byReach = {
    all: true,
    tree: caller.tree.includes(client.parentId),
    own: client.parentId === caller.account.id,
    self: client.id === caller.account.id,
  }
  return byReach[reach]
}
