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
