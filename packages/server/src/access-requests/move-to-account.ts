import { livingGrants } from '../access-grants/grants.store.ts'
import { endGrant } from '../access-grants/step-grant.ts'
import { moveSwitch } from '../access/move-switch.ts'
import type { Tx } from '../database/transaction.ts'
import type { By } from '../events/record-event.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import type { RequestRow } from './access-requests.store.ts'

/**
 * A placeholder has become another name of an account by a request that it accepted (R32). What the reseller asked of it
 * before, it asked of the account; its other links are dead, as they were mailed before anybody knew whose they are; and
 * what it was granted without being asked (R202) is over, else it would live where nobody can end it. Wants the pair
 * locked, in system scope.
 */
export async function moveToAccount(tx: Tx, by: By, accepted: RequestRow, accountId: string): Promise<void> {
  const { id, clientId, resellerId } = accepted
  await tx.query(
    `update access_requests set client_id = $4, version = version + 1, updated_at = $5
      where client_id = $1 and reseller_id = $2 and id <> $3`,
    [clientId, resellerId, id, accountId, by.now],
  )
  await tx.query(
    `update link_tokens set revoked_at = $4
      where client_id = $1 and reseller_id = $2 and request_id is distinct from $3 and revoked_at is null`,
    [clientId, resellerId, id, by.now],
  )
  const pair = { clientId, resellerId }
  const { propagationMax } = accessSettings(await readSettings(tx))
  for (const grant of await livingGrants(tx, pair)) {
    await endGrant(tx, by, pair, grant, 'replaced', propagationMax)
  }
  await moveSwitch(tx, by, pair, 'off', propagationMax)
}
