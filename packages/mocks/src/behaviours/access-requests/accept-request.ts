import type { AcceptedRequest, AccessLevel, accessRequests } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import type { CallTo } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { grantAccess } from '../access-grants/grant-access.ts'
import { issueReceipt } from '../access-grants/receipts.ts'
import { newestOf } from '../access-levels/levels.ts'
import { pairAccess, settleState } from '../access/pairs.ts'
import { change, recordOf } from '../change.ts'
import { manageLink, provesMailbox, takeBackLinks } from '../links.ts'
import { bindClient } from './bind-client.ts'
import { isTooLong } from './durations.ts'
import { chosenAccount, decided, requestToAnswer, toLinked } from './linked-request.ts'
import { openMailbox } from './mailbox.ts'
import { recordRequest } from './record-request.ts'

type Accept = CallTo<typeof accessRequests.accept>

/**
 * The client accepts: the grant is there, the switch for this reseller is on, and neither is in effect before it was seen
 * to be (R211): report that by `propagations.observed`. The receipt is that of the example: mocks sign nothing.
 */
export function acceptRequest(call: Accept): AcceptedRequest {
  const { store } = call
  const request = requestToAnswer(call)
  const account = chosenAccount(call, request, call.input.accountId)
  const level = levelOnPage(call, request.level)
  const { maxDuration } = store.single('settings').access
  if (isTooLong(call, request)) {
    throw new Refusal('duration_not_allowed', 'The platform allows less by now.', { max: maxDuration ?? '' })
  }
  const asked = request.client
  const client = bindClient(call, request, account.id)
  const pair = { clientId: client.id, resellerId: request.reseller.id }
  const { id, scope, duration, autoExtend } = request
  const grant = grantAccess(call, pair, { level, scope, source: 'request', request: { id, duration, autoExtend } })
  issueReceipt(call, grant, level.id)
  change(call, request, {
    ...decided(call, 'accepted'),
    client: { id: client.id, name: client.name },
    grantId: grant.id,
  })
  recordRequest(call, 'access_request.accepted', request, {
    status: { from: 'pending', to: 'accepted' },
    grantId: { from: null, to: grant.id },
    ...(client.id === asked.id ? {} : { clientId: { from: asked.id, to: client.id } }),
  })
  settleState(call, pair)
  // whoever lets somebody in wants to hear of it
  if (provesMailbox(call)) openMailbox(call, request.recipientEmail)
  const { manageUrl } = store.single('settings').links
  const { grants, ...access } = pairAccess(call, pair)
  // the newest one is the one that works: whoever answered before may have gone
  takeBackLinks(call, { ...access, grants: grants.filter((one) => one.id !== grant.id) })
  return {
    request: toLinked(call, request),
    grantId: grant.id,
    receipt: examples.accessGrants.receipt.output.jws,
    clientId: client.id,
    manageLink: manageUrl === null ? null : `${manageUrl}#${manageLink(store, grant)}`,
  }
}

/** The version that was read, and no other (N5). */
function levelOnPage(call: Accept, asked: string): AccessLevel {
  const isSeen = call.input.level === asked
  const detail = `The request is for ${asked}.`
  const wrong = { pointer: '/level', code: 'invalid_choice', detail, data: { choices: [asked] } } as const
  refuseFields(isSeen ? [] : [wrong])
  const level = recordOf(call, 'accessLevels', asked)
  if (level.status === 'published') return level
  const newest = newestOf(call, level.key)
  throw new Refusal('level_version_retired', `${asked} is not offered any more.`, { level: newest?.id ?? null })
}
