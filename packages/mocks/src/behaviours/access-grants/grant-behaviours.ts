import type { AccessGrant, AccessGrantAction } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { notFound, refuseFields } from '../../answers/read-request.ts'
import { settleState } from '../access/pairs.ts'
import { startPropagation } from '../access/propagations.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { newestOf } from '../access-levels/levels.ts'
import { recordOf } from '../change.ts'
import { later } from '../later.ts'
import { pageOf } from '../list-records.ts'
import { grantActions, grantView } from './grant-view.ts'
import { keepGrant } from './keep-grant.ts'

type About = Surroundings & { params: { id: string } }

const reasons = { client: 'client_ended', reseller: 'reseller_gave_back', platform: 'platform' } as const

/** Rows of `accessGrants` with rules of their own: less is for each side to decide at once, more is the client's. */
export const accessGrantBehaviours: Behaviours<'accessGrants'> = {
  /** The newest first. */
  list: (call) => pageOf(call, call.store.records('accessGrants').toReversed()),

  end: (call) => changeGrant(call, 'end', () => ended(call, reasons[call.store.me.account.kind])),

  lower(call) {
    return changeGrant(call, 'lower', (grant) => {
      const level = newestOf(call, call.input.level)
      const present = recordOf(call, 'accessLevels', grant.level)
      const isLower = level?.family === grant.family && level.rank < present.rank
      const detail = `It is no level of the family ${grant.family} that ranks below ${present.id}.`
      refuseFields(isLower ? [] : [{ pointer: '/level', code: 'level_not_lower', detail }])
      const kept = grant.capabilities.filter((capability) => level?.capabilities.includes(capability))
      return { level: level?.id ?? grant.level, capabilities: kept }
    })
  },

  extend(call) {
    const { duration } = call.input
    const endsAt = duration === null ? null : later(call.now, duration)
    return changeGrant(call, 'extend', (grant) => {
      const isLonger = endsAt === null || grant.endsAt === null || endsAt > grant.endsAt
      const detail = `It lasts until ${grant.endsAt} already. To shorten it, end it.`
      const { maxDuration: max } = call.store.single('settings').access
      refuseFields(isLonger ? [] : [{ pointer: '/duration', code: 'duration_out_of_range', detail, data: { max } }])
      return { endsAt, expiring: false }
    })
  },

  acceptVersion(call) {
    return changeGrant(call, 'acceptVersion', ({ level, capabilities, offeredVersion }) => {
      const detail = 'It is no newer version of the level that was granted.'
      const isOffered = call.input.level === offeredVersion?.level
      refuseFields(isOffered ? [] : [{ pointer: '/level', code: 'invalid_choice', detail }])
      const more = offeredVersion?.adds ?? []
      return {
        level: offeredVersion?.level ?? level,
        capabilities: [...capabilities, ...more],
        offeredVersion: null,
      }
    })
  },

  receipt(call) {
    const { id, receiptId, client, reseller, createdAt } = recordOf(call, 'accessGrants', call.params.id)
    if (receiptId === null) throw notFound()
    const { jws } = call.endpoint.example.output as { jws: string }
    return { id: receiptId, grantId: id, clientId: client.id, resellerId: reseller.id, jws, createdAt }
  },
}

/** How a grant ends: without effect at once, and over when that was seen at the vendor. */
export function ended({ now }: Surroundings, endReason: NonNullable<AccessGrant['endReason']>): Partial<AccessGrant> {
  return { status: 'ending', endedAt: now.toISOString(), endReason }
}

/** Changes a grant as this caller may now, and brings it to the vendor. */
function changeGrant(
  call: About,
  action: AccessGrantAction,
  changes: (grant: AccessGrant) => Partial<AccessGrant>,
): AccessGrant {
  const grant = recordOf(call, 'accessGrants', call.params.id)
  requireVersion(call, grant.etag)
  requireAllowed(grantActions(grant, call)[action], `${action} of grant ${grant.id}`)
  const kept = keepGrant(call, { ...grant, ...changes(grant) })
  const pair = { clientId: grant.client.id, resellerId: grant.reseller.id }
  if (action !== 'extend') {
    startPropagation(call, pair, { target: 'grant', targetId: grant.id, wanted: kept.endedAt === null })
  }
  settleState(call, pair)
  return grantView(kept, call)
}
