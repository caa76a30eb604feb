import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'
import { skipNotices } from './expiry.ts'
import { keepGrant } from './keep-grant.ts'
import { aboutGrant } from './step-grant.ts'

/** Puts the end off, and the notices begin anew. */
export function setEnd(call: Surroundings, grant: AccessGrant, endsAt: string | null): AccessGrant {
  const after = keepGrant(call, { ...grant, endsAt })
  skipNotices(call, after)
  const changes = { endsAt: { from: grant.endsAt, to: endsAt } }
  recordEvent(call, { type: 'access_grant.extended', ...aboutGrant(after), changes })
  return after
}
