import type { Tx } from '../database/transaction.ts'

/**
 * The names of accounts that the caller knows of already by something it may see: a client that let it in, the reseller
 * that sold a subscription. Their rows themselves may be out of its sight.
 */
export async function accountNames(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.asSystem(() =>
    tx.query<{ id: string; name: string }>(
      'select id, name from accounts where id = any($1)',
      [wanted],
      'account-names',
    ),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
