import type { AccessRequest } from '@clientele/contract'
import type { Tone } from '../parts/badge.tsx'

/** A request as it is shown: while it is pending, what became of the mail and of the time to answer matters most. */
export type RequestState = AccessRequest['status'] | 'opened' | 'bounced' | 'expiring'

/** “Nearly over” begins here. */
const soon = 3 * 86_400_000

export function requestStateOf({ status, delivery, expiresAt }: AccessRequest, now: number): RequestState {
  if (status !== 'pending') return status
  if (delivery?.state === 'bounced' || delivery?.state === 'complained') return 'bounced'
  if (expiresAt !== null && Date.parse(expiresAt) - now <= soon) return 'expiring'
  return delivery?.state === 'opened' ? 'opened' : 'pending'
}

const tones: Readonly<Partial<Record<RequestState, Tone>>> = {
  bounced: 'danger',
  expiring: 'warning',
  expired: 'warning',
  declined: 'danger',
  accepted: 'positive',
}

export function toneOfRequest(state: RequestState): Tone {
  return tones[state] ?? 'neutral'
}
