import type { accessRequests, AccessRequest } from '@clientele/contract'
import { requireVersion, type CallTo, type Surroundings } from '../../answers/mock-call.ts'
import { notFound, refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { settleState } from '../access/client-state.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { later } from '../later.ts'
import { createRequest } from './create-request.ts'
import { acceptRequest, requestOfLink, requireViewer, toLinked } from './linked-request.ts'
import { requestView, requireRequestAction } from './request-view.ts'

type Rows = typeof accessRequests

/** Rows of `accessRequests` with rules of their own: a request goes its way to an answer, by its sender and by its link. */
export const accessRequestBehaviours: Behaviours<'accessRequests'> = {
  create: createRequest,

  send: (call) => mail(call, 'send', {}),

  resend: (call) => {
    const { recipientEmail, message } = call.input
    return mail(call, 'resend', { ...(recipientEmail && { recipientEmail }), ...(message && { message }) })
  },

  cancel: (call) => step(call, 'cancel', () => ({ status: 'canceled', copyableLink: null })),

  remind: (call) => step(call, 'remind', ({ remindedAt }) => ({ remindedAt: [...remindedAt, call.now.toISOString()] })),

  reportDelivery(call) {
    const request = recordOf(call, 'accessRequests', call.params.id)
    if (request.status === 'draft') throw new Refusal('invalid_state_transition', 'It was never sent.', none)
    const { state, detail = null } = call.input
    return requestView(change(call, request, { delivery: { state, at: call.now.toISOString(), detail } }), call)
  },

  current: (call) => toLinked(call, requestOfLink(call)),

  accept: acceptRequest,

  decline(call) {
    const request = requestOfLink(call)
    requireStatus(request, ['pending'])
    requireViewer(call, request)
    decide(call, request, 'declined', call.input.reason ?? null)
    return toLinked(call, request)
  },

  askAgain(call) {
    const request = requestOfLink(call)
    requireStatus(request, ['expired', 'declined'])
    return toLinked(call, change(call, request, { renewalAskedAt: call.now.toISOString() }))
  },
}

const none = { state: 'draft', allowed: ['send', 'cancel'] }

/** Whoever answers by a link learns that it is over, and how. */
export function requireStatus({ status, expiresAt }: AccessRequest, wanted: readonly AccessRequest['status'][]): void {
  if (wanted.includes(status)) return
  if (status === 'expired') {
    throw new Refusal('access_request_expired', 'The time to answer is over.', { expiredAt: expiresAt })
  }
  throw new Refusal('access_request_not_pending', `The request is ${status}.`, { state: status })
}
