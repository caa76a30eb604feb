import type { AccessGrant, AccessGrantAction } from '@clientele/contract'
import { accessGrantActions } from '@clientele/contract/schemas'

export type GrantStatus = AccessGrant['status']

/**
 * What happens to a grant: the client, the reseller or the platform does the first six; `expire` comes by the clock;
 * `open` when it and the switch above it are in effect, `shut` when the switch is not any more; `fail` and `gone` are
 * what the vendor says.
 */
export const grantSteps = [...accessGrantActions, 'expire', 'open', 'shut', 'fail', 'gone'] as const
export type GrantStep = (typeof grantSteps)[number]

const lives = { end: 'ending', expire: 'expired' } as const

/** SM3. What is not here is not possible. */
const machine: Readonly<Record<GrantStatus, Readonly<Partial<Record<GrantStep, GrantStatus>>>>> = {
  activating: { ...lives, ...staying('activating'), open: 'active', fail: 'failed' },
  active: { ...lives, ...staying('active'), shut: 'paused' },
  paused: { ...lives, ...staying('paused'), open: 'active' },
  ending: { gone: 'ended' },
  ended: {},
  expired: {},
  failed: {},
}

function staying<S extends GrantStatus>(status: S) {
  return { lower: status, extend: status, letRunOut: status, acceptVersion: status, declineVersion: status } as const
}

/** The status that a step leads to, or `undefined` where it is not possible. */
export function nextStatus(status: GrantStatus, step: GrantStep): GrantStatus | undefined {
  return machine[status][step]
}

/** What people can do with a grant of this status. */
export function possibleActions(status: GrantStatus): AccessGrantAction[] {
  return accessGrantActions.filter((step) => machine[status][step] !== undefined)
}

/** Statuses of a grant that can still give access, now or later. */
export const livingStatuses = ['activating', 'active', 'paused'] as const satisfies readonly GrantStatus[]

/** The same as SQL: what follows `in`. */
export const livingSql = `(${livingStatuses.map((status) => `'${status}'`).join(', ')})`

export function isLiving(status: GrantStatus): boolean {
  return (livingStatuses as readonly GrantStatus[]).includes(status)
}

/** The status as it is now: a grant whose time is over has expired, whether or not that has been written down yet. */
export function statusAt(
  { status, endsAt, autoExtend }: { status: GrantStatus; endsAt: Date | null; autoExtend: string | null },
  now: Date,
): GrantStatus {
  const isOver = endsAt !== null && endsAt <= now && autoExtend === null
  return isOver && isLiving(status) ? 'expired' : status
}
