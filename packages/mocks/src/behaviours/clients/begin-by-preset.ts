import type { Client } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { grantAccess } from '../access-grants/grant-access.ts'
import { newestOf } from '../access-levels/levels.ts'
import { settleState } from '../access/pairs.ts'
import { moveSwitch } from '../access/switch.ts'

/** Where a new client begins with its owner (R202): with access off, or on, with a grant of the platform's level. */
export function beginByPreset(call: Surroundings, { id, owner }: Client): void {
  const { preset, autoLevel } = call.store.single('settings').access
  // what belongs to the platform itself has no reseller to let in
  if (preset !== 'managed_on' || call.store.find('resellers', owner.id) === undefined) return
  const pair = { clientId: id, resellerId: owner.id }
  const level = autoLevel === null ? undefined : newestOf(call, autoLevel)
  const kind = level?.family === 'console' ? 'sold_plus_ticked' : 'all'
  if (level) grantAccess(call, pair, { level, scope: { kind }, source: 'preset' })
  else moveSwitch(call, pair, 'on')
  settleState(call, pair)
}
