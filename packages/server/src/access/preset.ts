import { grantAccess } from '../access-grants/grant-access.ts'
import { defaultScope } from '../access-requests/check-request.ts'
import { holdLevel } from '../access-levels/access-levels.store.ts'
import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { moveSwitch } from './move-switch.ts'
import { lockPair } from './pair.ts'

/**
 * Where a new client begins with its owner (R202): with access off, or with the switch on and a grant of the platform's
 * level. What is decided here later changes no client that is there.
 */
export async function beginByPreset(tx: Tx, by: By, client: { id: string; ownerId: string }): Promise<void> {
  const { preset, autoLevel, propagationMax } = accessSettings(await readSettings(tx))
  if (preset !== 'managed_on') return
  const level = autoLevel === null ? undefined : await holdLevel(tx, autoLevel)
  if (level) {
    await grantAccess(tx, by, {
      client,
      resellerId: client.ownerId,
      level,
      scope: defaultScope(level),
      source: 'preset',
    })
    return
  }
  const pair = { clientId: client.id, resellerId: client.ownerId }
  await tx.asSystem(async () => {
    await lockPair(tx, pair)
    await moveSwitch(tx, by, pair, 'on', propagationMax)
  })
}
