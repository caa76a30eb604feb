import type { ActionState, Suggestion } from '@clientele/contract'
import { reachOf, suggestions } from '@clientele/contract'
import { refused } from '../action-state.ts'
import type { Caller } from '../auth/caller.ts'

type Status = Suggestion['status']
export type SuggestionAction = 'send' | 'withdraw' | 'answer'

/** What can be done with a suggestion in each of its states. What is not here is over. */
const table: Partial<Record<Status, readonly SuggestionAction[]>> = {
  draft: ['send', 'withdraw'],
  sent: ['withdraw', 'answer'],
  viewed: ['withdraw', 'answer'],
}

/** The status as it is now: its time may be over before that was written down. */
export function statusAt({ status, expiresAt }: { status: Status; expiresAt: Date | null }, now: Date): Status {
  const isOpen = status === 'sent' || status === 'viewed'
  return isOpen && expiresAt !== null && expiresAt <= now ? 'expired' : status
}

/** Whether this caller may do it now. It is withdrawn by the reseller that made it, and answered by the client. */
export function suggestionAction(
  caller: Caller,
  row: { status: Status; clientId: string; resellerId: string },
  action: SuggestionAction,
): ActionState {
  const { right } = suggestions[action]
  const party = action === 'answer' ? row.clientId : row.resellerId
  const reach = right && reachOf(caller.role, right)
  const isTheirs = reach === 'all' || (reach !== undefined && caller.account.id === party)
  if (!isTheirs) return refused('permission_denied', { right })
  const allowed = table[row.status] ?? []
  if (!allowed.includes(action))
    return refused('invalid_state_transition', { state: row.status, allowed: [...allowed] })
  return { allowed: true }
}

/** What a suggestion has become when the client has bought some of it. */
export function answeredStatus(items: number, bought: number): Status {
  if (bought === 0) return 'declined'
  return bought === items ? 'bought' : 'partly_bought'
}
