import type { Client, Reach } from '@clientele/contract'
import { ownersIn, requireRight, type Caller } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import { notFound, Refusal } from '../refusal.ts'
import { reaches } from './client-actions.ts'
import { toClient, type Reader } from './client-view.ts'
import { lockClient, readClients, type ClientRow } from './clients.store.ts'

/** One client with what the caller may do with it. What they do not reach is not there. */
export async function readClient(by: Reader, tx: Tx, id: string): Promise<Client> {
  const { caller } = by
  const reach = requireRight(caller, 'clients.read')
  const [read] = await readClients(tx, [id], ownersIn(caller, reach), resellerOf(caller))
  if (!read) await refuseReseller(tx, caller, reach, id)
  if (!read || !reaches(caller, read.row, 'clients.read')) throw notFound()
  return toClient(read, by, true)
}

/** Whose access to a client is shown: a reseller's own, and to others that of the client's owner. */
export function resellerOf(caller: Caller): string | undefined {
  return caller.account.kind === 'reseller' ? caller.account.id : undefined
}

/** One id space: whoever may see the reseller is told where it is. */
async function refuseReseller(tx: Tx, caller: Caller, reach: Reach, id: string): Promise<void> {
  if (reach !== 'all' && !ownersIn(caller, reach)?.includes(id)) return
  const [found] = await tx.query("select 1 from accounts where id = $1 and kind = 'reseller'", [id])
  if (!found) return
  throw new Refusal('account_is_reseller', `${id} is a reseller. Read it with resellers.get.`, {
    data: { resellerId: id },
  })
}

/** The row of a client that the caller can see, locked for a change. */
export async function clientToChange(caller: Caller, tx: Tx, id: string): Promise<ClientRow> {
  const row = await lockClient(tx, id)
  if (!row || !reaches(caller, row, 'clients.read')) throw notFound()
  return row
}
