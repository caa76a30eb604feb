import { inArray, type Column, type SQL } from 'drizzle-orm'
import type { Caller } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import { notFound } from '../refusal.ts'

/**
 * The account that the id in `$1` stands for: its own, or where it is the record that a reseller typed, the account that
 * answered for it (R32). A look-up on its own: joined by an expression, which row-level security does not trust, the
 * account would be looked for among all of them.
 */
export const accountBehind = "(select coalesce(a.alias_of, a.id) from accounts a where a.id = $1 and a.kind = 'client')"

/**
 * The ids under which there is something about a client, the account itself last: what was done before the record was
 * joined with an account stays where it was. With the eyes of the caller: a record of somebody else leads nowhere.
 */
export async function clientIds(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx.query<{ id: string | null }>(`select ${accountBehind} as id`, [id], 'account-behind')
  const behind = row?.id ?? id
  return behind === id ? [id] : [id, behind]
}

/** The one to do something with. */
export async function clientBehind(tx: Tx, id: string): Promise<string> {
  return (await clientIds(tx, id)).at(-1) ?? id
}

/** A filter by client, where one was asked for. */
export async function ofClient(tx: Tx, column: Column, id: string | undefined): Promise<SQL | undefined> {
  return id === undefined ? undefined : inArray(column, await clientIds(tx, id))
}

/** Refuses whoever asks for an account by the record of somebody else, or once had a key to the record. */
export async function requireOwnRecord(tx: Tx, { account }: Caller, asked: string, found: string): Promise<void> {
  if (found === asked) return
  if (account.kind === 'client' || (await clientBehind(tx, asked)) !== found) throw notFound()
}
