import { tellBoth } from '../access/notices.ts'
import type { Telling } from '../access/sides.ts'
import type { Pair } from '../access/pair.ts'
import { readLevel } from '../access-levels/access-levels.store.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import type { By } from '../events/record-event.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import type { GrantRow } from './grants.store.ts'
import { stepGrant } from './step-grant.ts'

/**
 * The vendor refuses a grant that never was in effect: both sides are told. One that was changed on its way may be in
 * effect there as it was before, so it is taken away.
 */
export async function failGrant(
  tx: Tx,
  by: By & Telling,
  pair: Pair,
  grant: GrantRow,
  detail: string | null,
): Promise<void> {
  await stepGrant(tx, by, pair, grant, 'fail', { endedAt: by.now, dueAt: null, agreedCapabilities: null })
  if (await wasChangedOnItsWay(tx, pair, grant)) {
    const { propagationMax } = accessSettings(await readSettings(tx))
    const off = { target: 'grant', targetId: grant.id, wanted: false } as const
    await startPropagation(tx, by.now, pair, off, shifted(by.now, propagationMax))
  }
  const level = await readLevel(tx, grant.levelKey, grant.levelVersion)
  if (!level) throw new Error(`Clientele: the level of grant ${grant.id} is missing.`)
  await tellBoth(tx, by, pair, 'access_failed', (told) => ({
    ...told,
    level,
    // what goes on between the vendor and the reseller is not the client's to read
    detail: told.audience === 'reseller' ? detail : null,
  }))
}

async function wasChangedOnItsWay(tx: Tx, { clientId, resellerId }: Pair, { id }: GrantRow): Promise<boolean> {
  const [earlier] = await tx.asSystem(() =>
    tx.query(
      `select 1 from propagations
        where client_id = $1 and reseller_id = $2 and target = 'grant' and target_id = $3 and state = 'superseded' limit 1`,
      [clientId, resellerId, id],
    ),
  )
  return earlier !== undefined
}
