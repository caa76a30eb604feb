import type { AccessGrant } from '@clientele/contract'
import type { Tone } from './badge.tsx'

const tones: Readonly<Partial<Record<AccessGrant['status'], Tone>>> = {
  active: 'positive',
  activating: 'warning',
  paused: 'warning',
  ending: 'warning',
  failed: 'danger',
}

export function toneOfGrant({ status }: Pick<AccessGrant, 'status'>): Tone {
  return tones[status] ?? 'neutral'
}
