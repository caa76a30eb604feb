import { suggestions, type ActionState, type Suggestion } from '@clientele/contract'
import { suggestionActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actionsFor, heldRight, noTransition } from '../actions.ts'

type Action = (typeof suggestionActions)[number]

/** What can be done with a suggestion in each of its states. What is not here is over. */
const possible: Partial<Record<Suggestion['status'], readonly Action[]>> = {
  draft: ['send', 'withdraw'],
  sent: ['withdraw', 'answer'],
  viewed: ['withdraw', 'answer'],
}

/** A suggestion with what this caller may do with it. */
export function suggestionView(suggestion: Suggestion, call: Surroundings): Suggestion {
  return { ...suggestion, actions: suggestionActionsOn(suggestion, call) }
}

export function suggestionActionsOn(suggestion: Suggestion, call: Surroundings): Record<Action, ActionState> {
  const allowed = possible[suggestion.status] ?? []
  return actionsFor(suggestion, call, suggestionActions, (action) => {
    const held = heldRight(call, suggestions[action].right)
    return held.allowed && !allowed.includes(action) ? noTransition(suggestion.status, allowed) : held
  })
}
