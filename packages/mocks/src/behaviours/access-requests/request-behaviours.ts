import type { AccessRequest, AccessRequestAction } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { settleState } from '../access/pairs.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { later } from '../later.ts'
import { provesMailbox, requestOfLink } from '../links.ts'
import { pageOf } from '../list-records.ts'
import { ownRecord } from '../own-record.ts'
import { acceptRequest } from './accept-request.ts'
import { isTooLong } from './durations.ts'
import { createRequest } from './create-request.ts'
import { mailed } from './mailed.ts'
import { nextReminder } from './reminders.ts'
import { closeMailbox, openMailbox } from './mailbox.ts'
import { isNews, writeDelivery } from './write-delivery.ts'
import { decided, requestToAnswer, requireMayAnswer, requireStatus, toLinked } from './linked-request.ts'
import { recordRequest, statusChange } from './record-request.ts'
import { requestView, requireRequestAction, sendingOf } from './request-view.ts'

type About = Surroundings & { params: { id: string } }

/** Rows of `accessRequests` with rules of their own: a request on its way to an answer, by its sender and by its link. */
export const accessRequestBehaviours: Behaviours<'accessRequests'> = {
  /** The newest first. */
  list(call) {
    const all = call.store.records('accessRequests').filter((request) => isSeen(call, request))
    return pageOf(call, all.toReversed())
  },

  get(call) {
    const request = ownRecord(call, 'accessRequests', call.params.id)
    if (!isSeen(call, request)) throw notFound()
    return requestView(request, call)
  },

  create: createRequest,

  send: (call) =>
    step(call, 'send', (request) => {
      const { status } = request
      recordRequest(
        call,
        'access_request.sent',
        change(call, request, mailed(call, request)),
        statusChange(status, 'pending'),
      )
    }),

  resend(call) {
    const { input } = call
    return step(call, 'resend', (request) => {
      const { status, recipientEmail, attempt, message } = request
      const to = input.recipientEmail ?? recipientEmail
      const sent = { ...mailed(call, request, to), message: input.message ?? message }
      recordRequest(call, 'access_request.resent', change(call, request, sent), {
        ...statusChange(status, 'pending'),
        ...(to === recipientEmail ? {} : { recipientEmail: { from: recipientEmail, to } }),
        attempt: { from: attempt, to: attempt + 1 },
      })
    })
  },

  cancel: (call) =>
    step(call, 'cancel', (request) => {
      const { status } = request
      change(call, request, { status: 'canceled', copyableLink: null })
      recordRequest(call, 'access_request.canceled', request, statusChange(status, 'canceled'))
    }),

  remind: (call) =>
    step(call, 'remind', (request) => {
      const [last = null, now] = [request.remindedAt.at(-1), call.now.toISOString()]
      change(call, request, { remindedAt: [...request.remindedAt, now] })
      call.store.reminded.add(sendingOf(request))
      // and by the clock not within a day of it
      nextReminder(call, request, new Date(later(call.now, 'P1D')))
      recordRequest(call, 'access_request.reminded', request, { remindedAt: { from: last, to: now } })
    }),

  reportDelivery(call) {
    const request = ownRecord(call, 'accessRequests', call.params.id)
    const { state, detail = null, recipientEmail = request.recipientEmail } = call.input
    if (request.status === 'draft') {
      const data = { state: 'draft', allowed: ['send', 'cancel'] }
      throw new Refusal('invalid_state_transition', 'It was never sent.', data)
    }
    const isAsked = recipientEmail.toLowerCase() === request.recipientEmail.toLowerCase()
    if (state === 'deliverable') {
      openMailbox(call, recipientEmail)
      return requestView(request, call)
    }
    // told twice it is one fact, also where the mailbox was opened in between
    const isTold = isAsked && !isNews(request, state)
    if ((state === 'bounced' || state === 'complained') && !isTold) closeMailbox(call, recipientEmail, state)
    if (isAsked) writeDelivery(call, request, state, detail)
    return requestView(request, call)
  },

  current: (call) => toLinked(call, requestOfLink(call)),

  accept: acceptRequest,

  decline(call) {
    const request = requestToAnswer(call)
    requireMayAnswer(call, request)
    const reason = call.input.reason ?? null
    change(call, request, { ...decided(call, 'declined'), decisionReason: reason })
    recordRequest(call, 'access_request.declined', request, {
      ...statusChange('pending', 'declined'),
      ...(reason === null ? {} : { decisionReason: { from: null, to: reason } }),
    })
    settleState(call, { clientId: request.client.id, resellerId: request.reseller.id })
    return toLinked(call, request)
  },

  askAgain(call) {
    const request = requestOfLink(call)
    // it ends the peace that the client had, so the link of whoever asks is not enough
    if (!provesMailbox(call)) requireMayAnswer(call, request)
    const { renewalAskedAt: before, level } = request
    // what cannot be accepted any more can be asked for anew, before its time is over
    const isStuck =
      request.status === 'pending' &&
      (recordOf(call, 'accessLevels', level).status === 'retired' || isTooLong(call, request))
    requireStatus(request, isStuck ? ['pending'] : ['expired', 'declined'])
    // one click says it; more within a day say nothing new
    if (before !== null && later(new Date(before), 'P1D') > call.now.toISOString()) return toLinked(call, request)
    // what was not wanted is asked for now
    if (provesMailbox(call)) openMailbox(call, request.recipientEmail)
    const renewalAskedAt = call.now.toISOString()
    change(call, request, { renewalAskedAt })
    const changes = { renewalAskedAt: { from: before, to: renewalAskedAt } }
    recordRequest(call, 'access_request.renewal_asked', request, changes)
    return toLinked(call, request)
  },
}

/** What was never sent is no business of the client's. */
function isSeen({ store }: Surroundings, { status }: AccessRequest): boolean {
  return status !== 'draft' || store.me.account.kind !== 'client'
}

/** Does one thing with a request, as its sender. */
function step(
  call: About & { input?: { recipientEmail?: string | undefined } | undefined },
  action: AccessRequestAction,
  act: (request: AccessRequest) => void,
): AccessRequest {
  const request = ownRecord(call, 'accessRequests', call.params.id)
  const { recipientEmail = request.recipientEmail } = call.input ?? {}
  requireRequestAction(request, call, action, recipientEmail)
  requireVersion(call, request.etag)
  act(request)
  settleState(call, { clientId: request.client.id, resellerId: request.reseller.id })
  return requestView(request, call)
}
