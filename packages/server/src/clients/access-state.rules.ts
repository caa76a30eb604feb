import type { Client } from '@clientele/contract'

/** What the tables say about the access of one reseller to one client. */
export interface AccessFacts {
  /** The living grant, or else the last one. */
  grant: { status: string; endsAt: string | null } | null
  /** The last request. */
  request: { id: string; status: string; level: string } | null
  switch: { wanted: boolean; observed: boolean; paused: boolean } | null
}

const day = 86_400_000
/** “Ends soon” begins where the first notice does. */
const soon = 30 * day

/** One word for the access of one reseller. What waits is `requested`: never active before it is in effect (R211). */
export function accessStateOf({ grant, request, switch: policy }: AccessFacts, now: Date): Client['accessState'] {
  const isPending = request?.status === 'pending'
  if (grant && ['activating', 'active', 'paused'].includes(grant.status)) {
    if (grant.status === 'paused' || policy?.paused || !policy?.wanted) return 'paused'
    if (grant.status === 'activating' || !policy.observed) return 'requested'
    return grant.endsAt !== null && Date.parse(grant.endsAt) - now.getTime() <= soon ? 'expiring' : 'active'
  }
  if (isPending) return 'requested'
  if (request?.status === 'declined') return 'declined'
  return grant ? 'ended' : 'none'
}
