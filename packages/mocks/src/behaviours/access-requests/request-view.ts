import { accessRequests, type AccessRequest, type AccessRequestAction, type ActionState } from '@clientele/contract'
import { accessRequestActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actionsFor, heldRight, noTransition, refused, requireAllowed } from '../actions.ts'
import { later } from '../later.ts'
import { attemptsOf } from './attempts.ts'
import { isMailboxClosed, isUseless } from './mailbox.ts'
import { mayAsk } from './may-ask.ts'

/** What the sender can do with a request in each of its states. What is not here is over. */
const possible: Partial<Record<AccessRequest['status'], readonly AccessRequestAction[]>> = {
  draft: ['send', 'cancel'],
  pending: ['resend', 'cancel', 'remind'],
  declined: ['resend'],
  expired: ['resend'],
}

/** A request as this caller sees it: its link is for who sent it. */
export function requestView(request: AccessRequest, call: Surroundings): AccessRequest {
  const { copyableLink, ...rest } = request
  const isSender = call.store.me.account.kind === 'reseller'
  return {
    ...rest,
    ...(call.store.timed.has(request) ? { attemptsLeft: attemptsOf(call, request).left } : {}),
    ...(isSender && copyableLink !== undefined ? { copyableLink } : {}),
    actions: actionsOn(request, call),
  }
}

/** Refuses what {@link requestView} says cannot be done, or could not be with another address. */
export function requireRequestAction(
  request: AccessRequest,
  call: Surroundings,
  action: AccessRequestAction,
  recipientEmail: string,
): void {
  const isSame = recipientEmail === request.recipientEmail
  const state = isSame ? actionsOn(request, call)[action] : actionOn({ ...request, recipientEmail }, call, action)
  requireAllowed(state, `${action} of request ${request.id}`)
}

function actionsOn(request: AccessRequest, call: Surroundings): Record<AccessRequestAction, ActionState> {
  return actionsFor(request, call, accessRequestActions, (action) => actionOn(request, call, action))
}

function actionOn(request: AccessRequest, call: Surroundings, action: AccessRequestAction): ActionState {
  const held = heldRight(call, accessRequests[action].right)
  if (!held.allowed) return held
  if (!possible[request.status]?.includes(action)) return notPossible(request)
  if (action === 'cancel') return held
  return action === 'remind' ? mayRemind(request, call) : mayAsk(call, request)
}

/** That something cannot be done in this state, and what can be. */
export function notPossible({ status }: AccessRequest): ActionState {
  return noTransition(status, possible[status] ?? [])
}

/** Once, and not within a day of the last mail about it. */
function mayRemind(request: AccessRequest, call: Surroundings): ActionState {
  const { store, now } = call
  if (store.single('settings').links.requestUrl === null) {
    return refused('setting_missing', { setting: 'links.requestUrl' })
  }
  if (isUseless(request) || isMailboxClosed(call, request.recipientEmail)) {
    return refused('recipient_bounced', { email: request.recipientEmail })
  }
  const lastMail = request.remindedAt.at(-1) ?? request.sentAt
  const dayAfter = lastMail === null ? '' : later(new Date(lastMail), 'P1D')
  const nextAt = store.reminded.has(sendingOf(request)) ? (request.expiresAt ?? dayAfter) : dayAfter
  if (nextAt <= now.toISOString()) return { allowed: true }
  return refused('access_request_attempts_exhausted', { max: 1, nextAt })
}

/** One sending of a request: a reminder is of that. */
export function sendingOf({ id, sentAt }: AccessRequest): string {
  return `${id} ${sentAt}`
}
