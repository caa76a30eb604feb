import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'
import { copiedLink } from '../links.ts'
import { attemptsOf, noteAttempt } from './attempts.ts'
import { nextReminder } from './reminders.ts'

/** What is new about a request that has just been mailed, for the first time or again. In mocks its links hold its id. */
export function mailed(
  call: Surroundings,
  request: AccessRequest,
  recipientEmail: string = request.recipientEmail,
): Partial<AccessRequest> {
  const { store, now } = call
  const { access, links } = store.single('settings')
  const sentAt = now.toISOString()
  const asked = { ...request, recipientEmail, sentAt, expiresAt: later(now, access.requestTtl) }
  noteAttempt(call, asked)
  store.timed.add(request)
  store.deadLinks.delete(request.id)
  nextReminder(call, asked, now)
  return {
    status: 'pending',
    recipientEmail,
    delivery: { state: 'queued', at: sentAt, detail: null },
    attempt: request.attempt + 1,
    attemptsLeft: attemptsOf(call, asked).left,
    sentAt,
    expiresAt: asked.expiresAt,
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    renewalAskedAt: null,
    copyableLink: `${links.requestUrl}#${copiedLink(request)}`,
  }
}
