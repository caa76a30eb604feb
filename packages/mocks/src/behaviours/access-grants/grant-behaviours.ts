import type { AccessGrant, AccessGrantAction } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { settleState } from '../access/pairs.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordEvent } from '../events/record-event.ts'
import { later } from '../later.ts'
import { pageOf } from '../list-records.ts'
import { ownRecord } from '../own-record.ts'
import { setEnd } from './set-end.ts'
import { grantActions, grantView } from './grant-view.ts'
import { keepGrant } from './keep-grant.ts'
import { lowerGrant } from './lower-grant.ts'
import { issueReceipt, receiptOf } from './receipts.ts'
import { aboutGrant, endGrant, pairOf } from './step-grant.ts'
import { acceptOffer, declineOffer } from './version-offer.ts'

type About = Surroundings & { params: { id: string } }

const reasons = { client: 'client_ended', reseller: 'reseller_gave_back', platform: 'platform' } as const

/** Rows of `accessGrants` with rules of their own: less is for each side to decide at once, more is the client's. */
export const accessGrantBehaviours: Behaviours<'accessGrants'> = {
  /** The newest first. */
  list: (call) => pageOf(call, call.store.records('accessGrants').toReversed()),

  end: (call) => changeGrant(call, 'end', (grant) => endGrant(call, grant, reasons[call.store.me.account.kind])),
  lower: (call) => changeGrant(call, 'lower', (grant) => lowerGrant(call, grant, call.input.level)),
  extend: (call) => changeGrant(call, 'extend', (grant) => extendGrant(call, grant, call.input.duration)),
  letRunOut: (call) => changeGrant(call, 'letRunOut', (grant) => letRunOut(call, grant)),
  acceptVersion: (call) => changeGrant(call, 'acceptVersion', (grant) => acceptOffer(call, grant, call.input.level)),
  declineVersion: (call) => changeGrant(call, 'declineVersion', (grant) => declineOffer(call, grant, call.input.level)),

  receipt: (call) => receiptOf(call, ownRecord(call, 'accessGrants', call.params.id)),
}

/** Changes a grant as this caller may now. */
function changeGrant(
  call: About,
  action: AccessGrantAction,
  changed: (grant: AccessGrant) => AccessGrant,
): AccessGrant {
  const grant = ownRecord(call, 'accessGrants', call.params.id)
  requireVersion(call, grant.etag)
  requireAllowed(grantActions(grant, call)[action], `${action} of grant ${grant.id}`)
  const after = changed(grant)
  settleState(call, pairOf(grant))
  return grantView(after, call)
}

/** The grant is not put off by itself any more. */
function letRunOut(call: Surroundings, { ...before }: AccessGrant): AccessGrant {
  call.store.timed.add(call.store.find('accessGrants', before.id) ?? before)
  const after = keepGrant(call, { ...before, autoExtend: null })
  const changes = { autoExtend: { from: before.autoExtend, to: null } }
  recordEvent(call, { type: 'access_grant.auto_extend_stopped', ...aboutGrant(after), changes })
  return after
}

/** The end is put off, and the client gets a receipt of it. */
function extendGrant(call: Surroundings, { ...grant }: AccessGrant, duration: string | null): AccessGrant {
  const { maxDuration: max } = call.store.single('settings').access
  const before = grant.endsAt
  const endsAt = duration === null ? null : later(call.now, duration)
  const isShorter = endsAt !== null && before !== null && endsAt <= before
  const isTooLong = max !== null && (endsAt === null || endsAt > later(call.now, max))
  const detail = isShorter ? `It lasts until ${before} already.` : `The platform allows at most ${max}.`
  const wrong = [{ pointer: '/duration', code: 'duration_out_of_range', detail, data: { max } }] as const
  refuseFields(isShorter || isTooLong ? wrong : [])
  const after = setEnd(call, grant, endsAt)
  return issueReceipt(call, after, after.level)
}
