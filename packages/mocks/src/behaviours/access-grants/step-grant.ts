import type { AccessGrant, ClientAccess, Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { startPropagation } from '../access/start-propagation.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { isLiving, nextStatus, type GrantStatus, type GrantStep } from './grants.rules.ts'
import { keepGrant } from './keep-grant.ts'

const eventOf: Readonly<Record<Exclude<GrantStatus, 'activating'>, Event['type']>> = {
  active: 'access_grant.activated',
  paused: 'access_grant.paused',
  ending: 'access_grant.ending',
  ended: 'access_grant.ended',
  expired: 'access_grant.expired',
  failed: 'access_grant.failed',
}

/** Brings a grant one status on, with its event; nothing where SM3 has no such step. */
export function stepGrant(
  call: Surroundings,
  grant: AccessGrant,
  step: GrantStep,
  more: Partial<AccessGrant> = {},
): AccessGrant {
  const before = { ...grant }
  const status = nextStatus(before.status, step)
  if (status === undefined || status === 'activating') return grant
  const after = keepGrant(call, { ...grant, ...more, status })
  recordEvent(call, {
    type: before.status === 'paused' && status === 'active' ? 'access_grant.resumed' : eventOf[status],
    ...aboutGrant(after),
    changes: changesBetween(before, after, ['status', 'endReason']),
  })
  return after
}

/** Ends a grant, by somebody or by the clock: with us at once, elsewhere as soon as it was seen. */
export function endGrant(
  call: Surroundings,
  grant: AccessGrant,
  endReason: NonNullable<AccessGrant['endReason']>,
): AccessGrant {
  const isByTime = endReason === 'expired'
  // with its time, whenever the clock comes round
  const endedAt = isByTime && grant.endsAt !== null ? grant.endsAt : call.now.toISOString()
  const over = { endReason, endedAt, offeredVersion: null, expiring: false }
  const after = stepGrant(call, grant, isByTime ? 'expire' : 'end', over)
  call.store.agreed.delete(grant.id)
  startPropagation(call, pairOf(grant), { target: 'grant', targetId: grant.id, wanted: false })
  return after
}

/** The switch went off: what was active stands still. */
export function shutGrants(call: Surroundings, { grants }: ClientAccess): void {
  for (const grant of grants) stepGrant(call, grant, 'shut')
}

/** The switch is in effect: what stood still goes on, and what was waiting for it alone begins. */
export function openGrants(call: Surroundings, { grants }: ClientAccess): void {
  const onItsWay = call.store.records('propagations').filter(({ state }) => state === 'pending' || state === 'failed')
  const waits = new Set(onItsWay.map(({ targetId }) => targetId))
  for (const grant of grants) {
    if (grant.status !== 'activating' || !waits.has(grant.id)) openGrant(call, grant)
  }
}

/** A grant is in effect together with the switch above it. */
export function openGrant(call: Surroundings, grant: AccessGrant): void {
  if (!isLiving(grant)) return
  stepGrant(call, grant, 'open', { activatedAt: grant.activatedAt ?? call.now.toISOString() })
}

/** What an event about a grant is about. */
export function aboutGrant(grant: AccessGrant) {
  return { subject: { type: 'access_grant', id: grant.id }, ...pairOf(grant) } as const
}

export function pairOf({ client, reseller }: Pick<AccessGrant, 'client' | 'reseller'>) {
  return { clientId: client.id, resellerId: reseller.id }
}
