import type { AccessGrant, ClientAccess } from '@clientele/contract'

/** What a client sees of its access to a reseller, in a word. */
export type ManagedState = 'active' | 'waiting' | 'paused' | 'off' | 'ending' | 'ended'

/** How the access stands: what stops it comes first, and nothing is active before it is (R211). */
export function managedStateOf({ allow, pausedAt, grants }: ClientAccess): ManagedState {
  const living = grants.filter(isLiving)
  if (living.length === 0) return grants.some(({ status }) => status === 'ending') ? 'ending' : 'ended'
  if (!allow.wanted) return 'off'
  if (pausedAt !== null) return 'paused'
  const isInEffect = allow.observed && allow.propagation === 'in_sync'
  return isInEffect && living.every(({ status }) => status === 'active') ? 'active' : 'waiting'
}

/** Whether a grant allows something now or will, if nobody ends it. */
export function isLiving({ status }: AccessGrant): boolean {
  return status === 'activating' || status === 'active' || status === 'paused'
}
