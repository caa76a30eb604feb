import type { AccessGrant, AccessGrantAction } from '@clientele/contract'
import { lockPair, type Pair } from '../access/pair.ts'
import type { Tx } from '../database/transaction.ts'
import { requireVersion, type Call } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { isPartyTo, requireGrantAction, type GrantSurroundings } from './grant-actions.ts'
import { readSurroundings, toGrants } from './grant-view.ts'
import { statusAt } from './grants.rules.ts'
import { readGrant, type GrantRow } from './grants.store.ts'

/** A grant of the caller: given by the client, or had by the reseller. Others are not there. */
export async function requireOwnGrant(tx: Tx, { caller, reach }: Call, id: string): Promise<GrantRow> {
  const row = await readGrant(tx, id)
  if (!row || !isPartyTo(caller, row, reach)) throw notFound()
  return row
}

/** A grant with what is needed to change it. */
export interface GrantInHand {
  grant: GrantRow
  pair: Pair
  around: GrantSurroundings
}

/**
 * Changes a grant, if this caller may now: its pair is locked, and the change writes with the eyes of the server, as
 * neither side sees all that it moves.
 */
export async function changeGrant(
  tx: Tx,
  call: Call & { params: { id: string } },
  action: AccessGrantAction,
  change: (inHand: GrantInHand) => Promise<GrantRow>,
): Promise<AccessGrant> {
  const { clientId, resellerId } = await requireOwnGrant(tx, call, call.params.id)
  const pair = { clientId, resellerId }
  return tx.asSystem(async () => {
    await lockPair(tx, pair)
    const found = await readGrant(tx, call.params.id)
    if (!found) throw notFound()
    const grant = { ...found, status: statusAt(found, call.now) }
    requireVersion(call, grant.version)
    const around = await readSurroundings(tx, grant)
    requireGrantAction(call.caller, grant, around, action)
    const [changed] = await toGrants(tx, call, [await change({ grant, pair, around })], true)
    return changed as AccessGrant
  })
}
