import type { AccessGrant } from '@clientele/contract'

export type GrantStatus = AccessGrant['status']

/** What happens to a grant: it is ended, or its time is over; it is in effect with the switch above it, or stands still; what the vendor says. */
export type GrantStep = 'end' | 'expire' | 'open' | 'shut' | 'fail' | 'gone'

const lives = { end: 'ending', expire: 'expired' } as const

/** SM3. What is not here is not possible. */
const machine: Readonly<Record<GrantStatus, Readonly<Partial<Record<GrantStep, GrantStatus>>>>> = {
  activating: { ...lives, open: 'active', fail: 'failed' },
  active: { ...lives, shut: 'paused' },
  paused: { ...lives, open: 'active' },
  ending: { gone: 'ended' },
  ended: {},
  expired: {},
  failed: {},
}

/** The status that a step leads to, or `undefined` where it is not possible. */
export function nextStatus(status: GrantStatus, step: GrantStep): GrantStatus | undefined {
  return machine[status][step]
}

/** Whether it can still give access, now or later. */
export function isLiving({ status }: Pick<AccessGrant, 'status'>): boolean {
  return status === 'activating' || status === 'active' || status === 'paused'
}
