import type { AccessRequest, Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'

/** Records what happened to a request, for both sides. One that was never sent is the reseller's alone. */
export function recordRequest(
  call: Surroundings,
  type: Extract<Event['type'], `access_request.${string}`>,
  { id, client, reseller, sentAt }: AccessRequest,
  changes: Event['changes'],
): void {
  recordEvent(call, {
    type,
    subject: { type: 'access_request', id },
    clientId: sentAt === null ? undefined : client.id,
    resellerId: reseller.id,
    changes,
  })
}

/** As most events of requests say it. */
export function statusChange(from: AccessRequest['status'] | null, to: AccessRequest['status']): Event['changes'] {
  return from === to ? {} : { status: { from, to } }
}
