import type { Event, Suggestion } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { change } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'

/** A suggestion goes on to another status, with its event. */
export function become(
  call: Surroundings,
  suggestion: Suggestion,
  to: Partial<Suggestion> & Pick<Suggestion, 'status'>,
): Suggestion {
  const { status } = suggestion
  record(call, change(call, suggestion, to), status)
  return suggestion
}

/** What happened to a suggestion, for both sides. */
export function record(
  call: Surroundings,
  { id, client, reseller, status }: Suggestion,
  from: Suggestion['status'] | null,
): void {
  recordEvent(call, {
    // a draft has no event of its own
    type: `suggestion.${status}` as Event['type'],
    subject: { type: 'suggestion', id },
    clientId: client.id,
    resellerId: reseller.id,
    changes: { status: { from, to: status } },
  })
}
