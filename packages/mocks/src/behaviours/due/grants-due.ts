import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { nextDue, noticesDue, putOff } from '../access-grants/expiry.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { setEnd } from '../access-grants/set-end.ts'
import { aboutGrant, endGrant, pairOf } from '../access-grants/step-grant.ts'
import { settleState } from '../access/pairs.ts'
import { recordEvent } from '../events/record-event.ts'

/** Says when grants are about to end, puts the end off where the client agreed to that, and ends them. */
export function grantsDue(call: Surroundings): number {
  const now = call.now.toISOString()
  const dueAt = (grant: AccessGrant) => nextDue(call, grant) ?? ''
  const due = call.store.records('accessGrants').filter((grant) => {
    return isLiving(grant) && call.store.timed.has(grant) && dueAt(grant) !== '' && dueAt(grant) <= now
  })
  for (const grant of due.toSorted((a, b) => (dueAt(a) < dueAt(b) ? -1 : 1))) {
    goOn(call, grant)
    settleState(call, pairOf(grant))
  }
  return due.length
}

function goOn(call: Surroundings, { ...grant }: AccessGrant): void {
  const { endsAt, autoExtend } = grant
  if (endsAt === null) return
  if (endsAt > call.now.toISOString()) tell(call, grant, endsAt)
  else if (autoExtend === null) endGrant(call, grant, 'expired')
  else setEnd(call, grant, putOff(call, endsAt, autoExtend))
}

function tell(call: Surroundings, grant: AccessGrant, endsAt: string): void {
  const { store } = call
  store.noticesSent.set(grant.id, [...(store.noticesSent.get(grant.id) ?? []), ...noticesDue(call, grant)])
  const after = keepGrant(call, grant)
  const changes = { endsAt: { from: endsAt, to: endsAt } }
  recordEvent(call, { type: 'access_grant.expiring', ...aboutGrant(after), changes })
}
