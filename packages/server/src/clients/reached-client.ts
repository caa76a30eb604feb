import { and, eq } from 'drizzle-orm'
import type { Reach } from '@clientele/contract'
import { clientBehind } from '../accounts/client-ids.ts'
import type { Caller } from '../auth/caller.ts'
import { links } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { ClientRow } from './clients.store.ts'

/**
 * A client that the caller has to do with: its own, one below it, itself, or one that let it in beside its owner. The
 * row is read with the server's eyes: of a client that is not its own, a reseller sees no record. By the id of a record
 * that was joined with an account, the account is reached, and only by whoever sees the record (R32).
 */
export async function reachedClient(tx: Tx, caller: Caller, reach: Reach, asked: string): Promise<ClientRow> {
  const id = await clientBehind(tx, asked)
  const [row] = await tx.asSystem(() => tx.db.select().from(accounts).where(eq(accounts.id, id)))
  if (row?.kind !== 'client' || row.parentId === null) throw notFound()
  const client = row as ClientRow
  const byReach = {
    all: true,
    tree: caller.tree.includes(client.parentId),
    own: client.parentId === caller.account.id,
    self: client.id === caller.account.id,
  }
  if (byReach[reach] || (await isLinked(tx, caller, client.id))) return client
  throw notFound()
}

/**
 * Lets nobody join the client with an account before the transaction ends (R32): what is written for it now would be left
 * behind. Take it after the pair, and before the first row that names the client.
 */
export async function holdClient(tx: Tx, { id }: Pick<ClientRow, 'id'>): Promise<void> {
  const [row] = await tx.asSystem(() =>
    tx.query<{ alias_of: string | null }>(
      'select alias_of from accounts where id = $1 for update',
      [id],
      'hold-client',
    ),
  )
  if (!row) throw notFound()
  requireNotJoined({ id, aliasOf: row.alias_of })
}

/** Refuses what was meant for a client that has become another name of an account while this was waited for (R32). */
export function requireNotJoined({ id, aliasOf }: Pick<ClientRow, 'id' | 'aliasOf'>): void {
  if (aliasOf === null) return
  throw new Refusal('invalid_state_transition', `${id} was joined with an account just now. Try again.`, {
    data: { state: 'joined', allowed: [] },
  })
}

async function isLinked(tx: Tx, caller: Caller, clientId: string): Promise<boolean> {
  if (caller.account.kind !== 'reseller') return false
  const [link] = await tx.db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.clientId, clientId), eq(links.resellerId, caller.account.id), eq(links.status, 'active')))
  return link !== undefined
}
