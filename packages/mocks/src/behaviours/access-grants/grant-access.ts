import type { AccessGrant, AccessLevel, AccessRequest, AccessScope } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { pairAccess, type Pair } from '../access/pairs.ts'
import { startPropagation } from '../access/start-propagation.ts'
import { moveSwitch } from '../access/switch.ts'
import { fresh, recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { later } from '../later.ts'
import { skipNotices } from './expiry.ts'
import { isLiving } from './grants.rules.ts'
import { keepGrant } from './keep-grant.ts'
import { aboutGrant, endGrant } from './step-grant.ts'

/** What is granted. */
interface NewGrant {
  level: AccessLevel
  scope: AccessScope
  source: AccessGrant['source']
  /** The request that the client accepted. */
  request?: Pick<AccessRequest, 'id' | 'duration' | 'autoExtend'>
}

/**
 * Makes a grant, which is on its way until it was seen to be in effect (R211). A living grant of the same family is ended,
 * and the client's switch for this reseller goes on; by an answer to a request out of a pause as well.
 */
export function grantAccess(call: Surroundings, pair: Pair, wanted: NewGrant): AccessGrant {
  const { store, now } = call
  const { level, scope, source, request } = wanted
  const access = pairAccess(call, pair)
  for (const grant of access.grants.filter(isLiving)) {
    if (grant.family === level.family) endGrant(call, grant, 'replaced')
  }
  moveSwitch(call, pair, 'on')
  // a tick is no word about the pause that it is made in
  if (source !== 'direct_tick') moveSwitch(call, pair, 'resume')
  const { name } = recordOf(call, 'clients', pair.clientId)
  const duration = request ? request.duration : store.single('settings').access.maxDuration
  const autoExtend = request?.autoExtend ?? null
  const endsAt = duration === null ? null : later(now, duration)
  const grant = keepGrant(call, {
    id: store.newId('agr'),
    client: { id: pair.clientId, name },
    reseller: access.reseller,
    requestId: request?.id ?? null,
    level: level.id,
    family: level.family,
    capabilities: level.capabilities,
    scope,
    source,
    status: 'activating',
    overdue: false,
    expiring: false,
    activatedAt: null,
    endsAt,
    autoExtend,
    endedAt: null,
    endReason: null,
    lastUsedAt: null,
    receiptId: null,
    offeredVersion: null,
    ...fresh(call),
  })
  skipNotices(call, grant)
  startPropagation(call, pair, { target: 'grant', targetId: grant.id, wanted: true })
  recordEvent(call, {
    type: 'access_grant.activating',
    ...aboutGrant(grant),
    changes: {
      level: { from: null, to: level.id },
      scope: { from: null, to: scope },
      source: { from: null, to: source },
      endsAt: { from: null, to: endsAt },
    },
  })
  return grant
}
