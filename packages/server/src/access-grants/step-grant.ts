import type { AccessGrant, Event } from '@clientele/contract'
import { aboutPair } from '../access/about-pair.ts'
import type { Pair } from '../access/pair.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { changesBetween, recordEvent, type By } from '../events/record-event.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { isLiving, nextStatus, type GrantStatus, type GrantStep } from './grants.rules.ts'
import { livingGrants, saveGrant, type GrantRow } from './grants.store.ts'

const eventOf: Readonly<Record<Exclude<GrantStatus, 'activating'>, Event['type']>> = {
  active: 'access_grant.activated',
  paused: 'access_grant.paused',
  ending: 'access_grant.ending',
  ended: 'access_grant.ended',
  expired: 'access_grant.expired',
  failed: 'access_grant.failed',
}

/** Brings a grant one status on, with its event; nothing where SM3 has no such step. */
export async function stepGrant(
  tx: Tx,
  by: By,
  pair: Pair,
  grant: GrantRow,
  step: GrantStep,
  more: Partial<GrantRow> = {},
): Promise<GrantRow> {
  const status = nextStatus(grant.status, step)
  if (status === undefined || status === 'activating') return grant
  const after = await saveGrant(tx, grant, { ...more, status }, by.now)
  await recordEvent(tx, by, {
    type: grant.status === 'paused' && status === 'active' ? 'access_grant.resumed' : eventOf[status],
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(pair),
    changes: changesBetween(grant, after, ['status', 'endReason']),
  })
  return after
}

/** Ends a grant, by somebody or by the clock: with us at once, elsewhere as soon as it was seen. */
export async function endGrant(
  tx: Tx,
  by: By,
  pair: Pair,
  grant: GrantRow,
  endReason: NonNullable<AccessGrant['endReason']>,
  propagationMax: string,
): Promise<GrantRow> {
  const step = endReason === 'expired' ? 'expire' : 'end'
  // with its time, whenever the clock comes round
  const endedAt = step === 'expire' ? (grant.endsAt ?? by.now) : by.now
  const over = { endReason, endedAt, dueAt: null, agreedCapabilities: null }
  const after = await stepGrant(tx, by, pair, grant, step, over)
  const off = { target: 'grant', targetId: grant.id, wanted: false } as const
  await startPropagation(tx, by.now, pair, off, shifted(by.now, propagationMax))
  return after
}

/** The switch went off: what was active stands still. */
export async function shutGrants(tx: Tx, by: By, pair: Pair): Promise<void> {
  for (const grant of await livingGrants(tx, pair)) await stepGrant(tx, by, pair, grant, 'shut')
}

/** The switch is in effect: what stood still goes on, and what was waiting for it alone begins. */
export async function openGrants(tx: Tx, by: By, pair: Pair): Promise<void> {
  const onItsWay = await tx.asSystem(() =>
    tx.query<{ target_id: string }>(
      `select target_id from propagations
        where client_id = $1 and reseller_id = $2 and target = 'grant' and state in ('pending', 'failed')`,
      [pair.clientId, pair.resellerId],
    ),
  )
  const waits = new Set(onItsWay.map(({ target_id }) => target_id))
  for (const grant of await livingGrants(tx, pair)) {
    if (grant.status === 'activating' && waits.has(grant.id)) continue
    await openGrant(tx, by, pair, grant)
  }
}

/** A grant is in effect together with the switch above it. */
export async function openGrant(tx: Tx, by: By, pair: Pair, grant: GrantRow): Promise<GrantRow> {
  const begun = grant.activatedAt === null ? { activatedAt: by.now } : {}
  return isLiving(grant.status) ? stepGrant(tx, by, pair, grant, 'open', begun) : grant
}
