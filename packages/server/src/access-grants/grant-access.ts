import { aboutPair } from '../access/about-pair.ts'
import { moveSwitch } from '../access/move-switch.ts'
import { lockPair, type Pair } from '../access/pair.ts'
import { levelId } from '../access-levels/level-id.ts'
import type { LevelRow } from '../access-levels/access-levels.store.ts'
import { accessGrants, type StoredScope } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import { newId } from '../new-id.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { nextDue, skippedNotices } from './expiry.rules.ts'
import { livingGrants, type GrantRow } from './grants.store.ts'
import { endGrant } from './step-grant.ts'

/** What is granted to whom. */
export interface NewGrant {
  client: { id: string }
  resellerId: string
  /** Hold it (`holdLevel`): what is granted stays pinned to it. */
  level: LevelRow
  scope: StoredScope
  source: GrantRow['source']
  /** The request that the client accepted. */
  request?: { id: string; duration: string | null; autoExtend: string | null }
}

/**
 * Makes a grant, which is on its way until it was seen to be in effect. In the same act a living grant of the same family
 * is ended, and the client's switch for this reseller goes on. By an answer to a request out of a pause as well: the page
 * says so.
 */
export async function grantAccess(tx: Tx, by: By, wanted: NewGrant): Promise<GrantRow> {
  const pair: Pair = { clientId: wanted.client.id, resellerId: wanted.resellerId }
  // who accepts by a link, or adds a client, writes more than they may see
  return tx.asSystem(async () => {
    await lockPair(tx, pair)
    const { propagationMax, expiryNotices, maxDuration } = accessSettings(await readSettings(tx))
    for (const grant of await livingGrants(tx, pair)) {
      if (grant.family === wanted.level.family) await endGrant(tx, by, pair, grant, 'replaced', propagationMax)
    }
    await moveSwitch(tx, by, pair, 'on', propagationMax)
    // a tick is no word about the pause that it is made in, as turning the switch on is none
    if (wanted.source !== 'direct_tick') await moveSwitch(tx, by, pair, 'resume', propagationMax)
    const duration = wanted.request ? wanted.request.duration : maxDuration
    const endsAt = duration === null ? null : shifted(by.now, duration)
    const grant = await insert(tx, by, wanted, endsAt, expiryNotices)
    const on = { target: 'grant', targetId: grant.id, wanted: true } as const
    await startPropagation(tx, by.now, pair, on, shifted(by.now, propagationMax))
    await recordEvent(tx, by, {
      type: 'access_grant.activating',
      subject: { type: 'access_grant', id: grant.id },
      ...aboutPair(pair),
      changes: {
        level: { from: null, to: levelId(wanted.level) },
        scope: { from: null, to: wanted.scope },
        source: { from: null, to: wanted.source },
        endsAt: { from: null, to: endsAt?.toISOString() ?? null },
      },
    })
    return grant
  })
}

async function insert(
  tx: Tx,
  { now }: By,
  { client, resellerId, level, scope, source, request }: NewGrant,
  endsAt: Date | null,
  offsets: readonly string[],
): Promise<GrantRow> {
  const noticesSent = skippedNotices(endsAt, offsets, now)
  const [row] = await tx.db
    .insert(accessGrants)
    .values({
      id: newId('agr', now),
      clientId: client.id,
      resellerId,
      requestId: request?.id ?? null,
      levelKey: level.key,
      levelVersion: level.version,
      family: level.family,
      capabilities: level.capabilities,
      scope,
      source,
      status: 'activating',
      autoExtend: request?.autoExtend ?? null,
      endsAt,
      noticesSent,
      dueAt: nextDue({ endsAt, noticesSent }, offsets),
      createdAt: now,
      updatedAt: now,
    })
    .returning()
  return row as GrantRow
}
