import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isMailboxClosed, isUseless } from '../access-requests/mailbox.ts'
import { recordRequest, statusChange } from '../access-requests/record-request.ts'
import { nextReminder } from '../access-requests/reminders.ts'
import { settleState } from '../access/pairs.ts'
import { change } from '../change.ts'

/** Requests that nobody answered in time. */
export function requestsOver(call: Surroundings): number {
  return each(call, ({ expiresAt }) => expiresAt, expire)
}

/** Requests that are reminded of by the clock. */
export function remindersDue(call: Surroundings): number {
  return each(call, ({ id }) => call.store.reminders.get(id) ?? null, remind)
}

/** Does the pending requests for which a moment has come, the earliest first. */
function each(
  call: Surroundings,
  momentOf: (request: AccessRequest) => string | null,
  act: (call: Surroundings, request: AccessRequest) => void,
): number {
  const now = call.now.toISOString()
  const due = call.store.records('accessRequests').filter((request) => {
    const moment = momentOf(request)
    return request.status === 'pending' && call.store.timed.has(request) && moment !== null && moment <= now
  })
  for (const request of due.toSorted((a, b) => compare(momentOf(a), momentOf(b)))) act(call, request)
  return due.length
}

function expire(call: Surroundings, request: AccessRequest): void {
  change(call, request, { status: 'expired', copyableLink: null })
  recordRequest(call, 'access_request.expired', request, statusChange('pending', 'expired'))
  settleState(call, { clientId: request.client.id, resellerId: request.reseller.id })
}

/** Several reminders that fell due while nobody called are one. */
function remind(call: Surroundings, request: AccessRequest): void {
  if (isUseless(request) || isMailboxClosed(call, request.recipientEmail)) {
    call.store.reminders.delete(request.id)
    change(call, request, {})
    return
  }
  nextReminder(call, request, call.now)
  if (call.store.single('settings').links.requestUrl === null) return
  const [last = null, now] = [request.remindedAt.at(-1), call.now.toISOString()]
  change(call, request, { remindedAt: [...request.remindedAt, now] })
  recordRequest(call, 'access_request.reminded', request, { remindedAt: { from: last, to: now } })
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}
