import type { AccessGrant } from '@clientele/contract'

export type GrantStatus = AccessGrant['status']

/** What happens to a grant: it is ended; it is in effect with the switch above it, or stands still; what the vendor says. */
export type GrantStep = 'end' | 'open' | 'shut' | 'fail' | 'gone'

/** SM3, without what comes by the clock. What is not here is not possible. */
const machine: Readonly<Record<GrantStatus, Readonly<Partial<Record<GrantStep, GrantStatus>>>>> = {
  activating: { end: 'ending', open: 'active', fail: 'failed' },
  active: { end: 'ending', shut: 'paused' },
  paused: { end: 'ending', open: 'active' },
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
