import type { Client } from '@clientele/contract'
import type { Tone } from './badge.tsx'

const ofStatus: Readonly<Partial<Record<string, Tone>>> = {
  active: 'positive',
  provisioning: 'warning',
  provisioning_failed: 'danger',
  suspended: 'danger',
  pending_deletion: 'danger',
} satisfies Partial<Record<Client['status'], Tone>>

/** The colour of a client's status; one that a newer server brings has none. */
export function toneOfStatus(status: string): Tone {
  return ofStatus[status] ?? 'neutral'
}

const ofAccess: Readonly<Partial<Record<string, Tone>>> = {
  requested: 'warning',
  active: 'positive',
  expiring: 'warning',
  paused: 'warning',
  declined: 'danger',
} satisfies Partial<Record<Client['accessState'], Tone>>

/** The colour of the access there is to a client. */
export function toneOfAccess(state: string): Tone {
  return ofAccess[state] ?? 'neutral'
}
