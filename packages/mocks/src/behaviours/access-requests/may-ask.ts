import type { AccessRequest, ActionState } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { newestOf } from '../access-levels/levels.ts'
import { noTransition, refused } from '../actions.ts'
import { later } from '../later.ts'
import { attemptsOf, type Asked } from './attempts.ts'
import { isTooLong } from './durations.ts'
import { isMailboxClosed, isSameTree, mailboxIn } from './mailbox.ts'
import { pendingOf } from './pending.ts'

/** A client that declined is left in peace so long, unless it asks itself. */
const peace = 'P7D'

/** Whether the client can be asked now, and if not, why: in the order of the server. */
export function mayAsk(call: Surroundings, request: AccessRequest, inPlaceOf?: AccessRequest): ActionState {
  const { client, reseller, recipientEmail } = request
  const { access, links } = call.store.single('settings')
  const status = call.store.find('clients', client.id)?.status ?? 'active'
  if (status !== 'active') return noTransition(status, [])
  if (links.requestUrl === null) return refused('setting_missing', { setting: 'links.requestUrl' })
  const offered = offeredFor(call, request)
  if (offered !== request.level) return refused('level_version_retired', { level: offered })
  if (isTooLong(call, request)) return refused('duration_not_allowed', { max: access.maxDuration ?? '' })
  const other = pendingOf(call, client.id, reseller.id)
  if (other && other.id !== request.id && other !== inPlaceOf) {
    return refused('access_request_pending', { requestId: other.id, level: other.level })
  }
  const until = peaceUntil(call, request)
  if (until !== undefined && until > call.now.toISOString()) return refused('declined_recently', { until })
  const { max, left, nextAt } = attemptsOf(call, request)
  if (left === 0) return refused('access_request_attempts_exhausted', { max, nextAt })
  return isMailboxClosed(call, recipientEmail)
    ? refused('recipient_bounced', { email: recipientEmail })
    : { allowed: true }
}

/** What a level is offered as today; one that the test did not give counts as offered. */
function offeredFor(call: Surroundings, { level }: AccessRequest): string | null {
  const [key = ''] = level.split('@')
  if (!call.store.records('accessLevels').some((one) => one.key === key)) return level
  const newest = newestOf(call, key)
  return newest?.selectable ? newest.id : null
}

/** A “no” counts for the client and for the mailbox, until the same mailbox has asked to be asked again. */
function peaceUntil(call: Surroundings, asked: Asked): string | undefined {
  const all = call.store.records('accessRequests')
  const declined = all.flatMap((one) => {
    const at = one.status === 'declined' ? one.decidedAt : null
    const isTheirs = isOfPair(one, asked) || (isSameMailbox(one, asked) && isInTree(call, one, asked))
    if (at === null || !isTheirs) return []
    const isOver = all.some((a) => isOfPair(a, one) && isSameMailbox(a, one) && (a.renewalAskedAt ?? '') >= at)
    return isOver ? [] : [at]
  })
  const last = declined.toSorted().at(-1)
  return last === undefined ? undefined : later(new Date(last), peace)
}

function isOfPair(a: Asked, b: Asked): boolean {
  return a.client.id === b.client.id && a.reseller.id === b.reseller.id
}

function isSameMailbox(a: Asked, b: Asked): boolean {
  return mailboxIn(a.recipientEmail) === mailboxIn(b.recipientEmail)
}

function isInTree(call: Surroundings, a: Asked, b: Asked): boolean {
  return isSameTree(call, a.reseller.id, b.reseller.id)
}
