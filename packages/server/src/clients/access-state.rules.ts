import type { Client } from '@clientele/contract'
import { isExpiring } from '../access-grants/expiry.rules.ts'
import { isLiving, statusAt as grantStatusAt } from '../access-grants/grants.rules.ts'
import type { GrantRow } from '../access-grants/grants.store.ts'
import { statusAt, type RequestStatus } from '../access-requests/requests.rules.ts'

/** What the tables say about the access of one reseller to one client. */
export interface AccessFacts {
  /** The living grant, or else the last one. */
  grant: Pick<GrantRow, 'status' | 'endsAt' | 'autoExtend'> | null
  /** The one that waits for the client, or else the last that was sent. */
  request: { id: string; status: RequestStatus; level: string; expiresAt: Date | null } | null
  switch: { wanted: boolean; observed: boolean; paused: boolean } | null
}

/**
 * One word for the access of one reseller. What waits is `requested`: never active before it is in effect (R211). It ends
 * soon from the first of the `notices` on, unless it goes on by itself.
 */
export function accessStateOf(
  { grant, request, switch: policy }: AccessFacts,
  notices: readonly string[],
  now: Date,
): Client['accessState'] {
  if (grant && isLiving(grantStatusAt(grant, now))) {
    if (grant.status === 'paused' || policy?.paused || !policy?.wanted) return 'paused'
    if (grant.status === 'activating' || !policy.observed) return 'requested'
    return grant.autoExtend === null && isExpiring(grant.endsAt, notices, now) ? 'expiring' : 'active'
  }
  if (request && statusAt(request, now) === 'pending') return 'requested'
  if (request?.status === 'declined') return 'declined'
  return grant ? 'ended' : 'none'
}
