import { and, eq } from 'drizzle-orm'
import type { Reach } from '@clientele/contract'
import { clientBehind } from '../accounts/client-ids.ts'
import type { Caller } from '../auth/caller.ts'
import { links } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { notFound } from '../refusal.ts'
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

async function isLinked(tx: Tx, caller: Caller, clientId: string): Promise<boolean> {
  if (caller.account.kind !== 'reseller') return false
  const [link] = await tx.db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.clientId, clientId), eq(links.resellerId, caller.account.id), eq(links.status, 'active')))
  return link !== undefined
}
