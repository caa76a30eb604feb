import type { AcceptedRequest, AccessGrant, accessRequests } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import type { CallTo } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { newestOf } from '../access-levels/levels.ts'
import { pairAccess, settleState } from '../access/pairs.ts'
import { startPropagation } from '../access/propagations.ts'
import { moveSwitch } from '../access/switch.ts'
import { change, fresh, recordOf } from '../change.ts'
import { later } from '../later.ts'
import { decided, requestToAnswer, toLinked } from './linked-request.ts'

/**
 * The client accepts: the grant is there, the switch for this reseller is on, and neither is in effect before it was seen
 * to be (R211): report that by `propagations.observed`. The receipt is that of the example: mocks sign nothing.
 */
export function acceptRequest(call: CallTo<typeof accessRequests.accept>): AcceptedRequest {
  const { store, now } = call
  const request = requestToAnswer(call)
  const level = levelOnPage(call, request.level)
  const client = recordOf(call, 'clients', request.client.id)
  const pair = { clientId: client.id, resellerId: request.reseller.id }
  const grant: AccessGrant = {
    id: store.newId('agr'),
    client: request.client,
    reseller: request.reseller,
    requestId: request.id,
    level: level.id,
    family: level.family,
    capabilities: level.capabilities,
    scope: request.scope,
    source: 'request',
    status: 'activating',
    overdue: false,
    expiring: false,
    activatedAt: null,
    endsAt: request.duration === null ? null : later(now, request.duration),
    autoExtend: request.autoExtend,
    endedAt: null,
    endReason: null,
    lastUsedAt: null,
    receiptId: store.newId('rcp'),
    offeredVersion: null,
    ...fresh(call),
  }
  change(call, request, { ...decided(call, 'accepted'), grantId: grant.id })
  if (client.binding === 'placeholder') change(call, client, { binding: 'bound' })
  for (const other of pairAccess(call, pair).grants) {
    const isReplaced = other.family === grant.family && other.endedAt === null
    if (isReplaced) keepGrant(call, { ...other, status: 'ending', endedAt: now.toISOString(), endReason: 'replaced' })
  }
  keepGrant(call, grant)
  startPropagation(call, pair, { target: 'grant', targetId: grant.id, wanted: true })
  moveSwitch(call, pair, { wanted: true, pausedAt: null })
  settleState(call, pair)
  const { manageUrl } = store.single('settings').links
  return {
    request: toLinked(call, request),
    grantId: grant.id,
    receipt: examples.accessGrants.receipt.output.jws,
    clientId: client.id,
    manageLink: manageUrl === null ? null : `${manageUrl}#${grant.id}`,
  }
}

/** The version that was read, and no other (N5). */
function levelOnPage(call: CallTo<typeof accessRequests.accept>, asked: string) {
  const isSeen = call.input.level === asked
  refuseFields(
    isSeen
      ? []
      : [
          {
            pointer: '/level',
            code: 'invalid_choice',
            detail: `The request is for ${asked}.`,
            data: { choices: [asked] },
          },
        ],
  )
  const level = recordOf(call, 'accessLevels', asked)
  if (level.status === 'published') return level
  const newest = newestOf(call, level.key)
  throw new Refusal('level_version_retired', `${asked} is not offered any more.`, { level: newest?.id ?? null })
}
