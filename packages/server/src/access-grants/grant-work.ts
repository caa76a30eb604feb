import { aboutPair } from '../access/about-pair.ts'
import { tellBoth, tellOfEnd, tellOfExtension } from '../access/notices.ts'
import type { Telling } from '../access/sides.ts'
import { tryPair, type Pair } from '../access/pair.ts'
import { readLevel } from '../access-levels/access-levels.store.ts'
import type { Tx } from '../database/transaction.ts'
import { bySystem, recordEvent, type By } from '../events/record-event.ts'
import type { DueWork, Working } from '../jobs/due-work.ts'
import { accessSettings, readSettings, type AccessSettings } from '../settings/settings.store.ts'
import { dueNotices, nextDue, putOff, skippedNotices } from './expiry.rules.ts'
import { isLiving, livingSql } from './grants.rules.ts'
import { readGrant, saveGrant, type GrantRow } from './grants.store.ts'
import { endGrant } from './step-grant.ts'

/** Says when grants are about to end, puts the end off where the client agreed to that, and ends them. */
export const grantWork: DueWork = {
  name: 'grants',
  async run(by) {
    const due = await by.transact({ reach: 'system' }, (tx) =>
      tx.query<{ id: string }>(
        `select id from access_grants where status in ${livingSql} and due_at <= $1
          order by due_at limit 20`,
        [by.clock.now()],
      ),
    )
    let done = 0
    for (const { id } of due) done += await handle(by, id)
    return done
  },
}

async function handle({ transact, clock, masterKey, mailing }: Working, id: string): Promise<0 | 1> {
  return transact({ reach: 'system' }, async (tx) => {
    const found = await readGrant(tx, id)
    if (!found || !(await tryPair(tx, found))) return 0
    const grant = await readGrant(tx, id)
    const by = { ...bySystem(clock.now()), masterKey, mailing }
    // another server may have been quicker
    if (!grant?.dueAt || grant.dueAt > by.now || !isLiving(grant.status)) return 0
    const settings = accessSettings(await readSettings(tx))
    const { clientId, resellerId } = grant
    await goOn(tx, by, { clientId, resellerId }, grant, settings)
    return 1
  })
}

async function goOn(tx: Tx, by: By & Telling, pair: Pair, grant: GrantRow, settings: AccessSettings): Promise<void> {
  const { endsAt, autoExtend } = grant
  const level = await readLevel(tx, grant.levelKey, grant.levelVersion)
  if (!level) throw new Error(`Clientele: the level of grant ${grant.id} is missing.`)
  if (endsAt !== null && endsAt <= by.now) {
    if (autoExtend === null) {
      await endGrant(tx, by, pair, grant, 'expired', settings.propagationMax)
      return tellBoth(tx, by, pair, 'access_ended', (told) => ({ ...told, level, endReason: 'expired' }))
    }
    const later = putOff(endsAt, autoExtend, settings.maxDuration, by.now)
    await extendGrant(tx, by, pair, grant, later, settings.expiryNotices)
    return tellOfExtension(tx, by, pair, grant, { level, endsAt: later })
  }
  const notices = dueNotices(grant, settings.expiryNotices, by.now)
  const noticesSent = [...grant.noticesSent, ...notices]
  const dueAt = nextDue({ endsAt, noticesSent }, settings.expiryNotices)
  await saveGrant(tx, grant, { noticesSent, dueAt }, by.now)
  // the notice was taken out of the settings since
  if (notices.length === 0 || endsAt === null) return
  await recordEvent(tx, by, {
    type: 'access_grant.expiring',
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(pair),
    changes: { endsAt: { from: endsAt.toISOString(), to: endsAt.toISOString() } },
  })
  await tellOfEnd(tx, by, pair, grant, { level, endsAt, autoExtend })
}

/** Puts the end of a grant off; the notices begin anew. */
export async function extendGrant(
  tx: Tx,
  by: By,
  pair: Pair,
  grant: GrantRow,
  endsAt: Date | null,
  offsets: readonly string[],
): Promise<GrantRow> {
  const noticesSent = skippedNotices(endsAt, offsets, by.now)
  const dueAt = nextDue({ endsAt, noticesSent }, offsets)
  const after = await saveGrant(tx, grant, { endsAt, noticesSent, dueAt }, by.now)
  await recordEvent(tx, by, {
    type: 'access_grant.extended',
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(pair),
    changes: { endsAt: { from: grant.endsAt?.toISOString() ?? null, to: endsAt?.toISOString() ?? null } },
  })
  return after
}
