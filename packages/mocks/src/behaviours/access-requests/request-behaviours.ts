import type { AccessRequest, AccessRequestAction } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { Refusal } from '../../refusal.ts'
import { settleState } from '../access/pairs.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { acceptRequest } from './accept-request.ts'
import { createRequest, mailed } from './create-request.ts'
import { decided, requestOfLink, requestToAnswer, requireStatus, toLinked } from './linked-request.ts'
import { requestView, requireRequestAction } from './request-view.ts'

type About = Surroundings & { params: { id: string } }

/** Rows of `accessRequests` with rules of their own: a request on its way to an answer, by its sender and by its link. */
export const accessRequestBehaviours: Behaviours<'accessRequests'> = {
  /** The newest first. */
  list: (call) => pageOf(call, call.store.records('accessRequests').toReversed()),

  create: createRequest,

  send: (call) => step(call, 'send', (request) => mailed(call, request)),

  resend(call) {
    const { recipientEmail, message } = call.input
    return step(call, 'resend', (request) => ({
      ...mailed(call, request),
      recipientEmail: recipientEmail ?? request.recipientEmail,
      message: message ?? request.message,
    }))
  },

  cancel: (call) => step(call, 'cancel', () => ({ status: 'canceled', copyableLink: null })),

  remind: (call) => step(call, 'remind', ({ remindedAt }) => ({ remindedAt: [...remindedAt, call.now.toISOString()] })),

  reportDelivery(call) {
    const request = recordOf(call, 'accessRequests', call.params.id)
    const { state, detail = null } = call.input
    if (request.status === 'draft') {
      const data = { state: 'draft', allowed: ['send', 'cancel'] }
      throw new Refusal('invalid_state_transition', 'It was never sent.', data)
    }
    return requestView(change(call, request, { delivery: { state, at: call.now.toISOString(), detail } }), call)
  },

  current: (call) => toLinked(call, requestOfLink(call)),

  accept: acceptRequest,

  decline(call) {
    const request = requestToAnswer(call)
    const declined = { ...decided(call, 'declined'), decisionReason: call.input.reason ?? null }
    change(call, request, declined)
    settleState(call, { clientId: request.client.id, resellerId: request.reseller.id })
    return toLinked(call, request)
  },

  askAgain(call) {
    const request = requestOfLink(call)
    requireStatus(request, ['expired', 'declined'])
    return toLinked(call, change(call, request, { renewalAskedAt: call.now.toISOString() }))
  },
}

/** Does one thing with a request, as its sender. */
function step(
  call: About & { input?: { recipientEmail?: string | undefined } | undefined },
  action: AccessRequestAction,
  changes: (request: AccessRequest) => Partial<AccessRequest>,
): AccessRequest {
  const request = recordOf(call, 'accessRequests', call.params.id)
  requireVersion(call, request.etag)
  const { recipientEmail = request.recipientEmail } = call.input ?? {}
  requireRequestAction(request, call, action, recipientEmail)
  change(call, request, changes(request))
  settleState(call, { clientId: request.client.id, resellerId: request.reseller.id })
  return requestView(request, call)
}
