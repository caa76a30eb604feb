import type { DuplicateCandidate } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { nameKey } from './search-terms.ts'

/** Clients of one owner that may be the same: with the same name, or the same address. */
export async function findDuplicates(
  tx: Tx,
  ownerId: string,
  like: { name: string | undefined; primaryEmail: string | undefined; exceptId?: string | undefined },
): Promise<DuplicateCandidate[]> {
  const found = await tx.query<{ [column: string]: unknown; id: string; created_at: Date; matches: 'name' | 'email' }>(
    `select id, name, primary_domain, primary_email, created_at, matches from (
       (select *, 'name' as matches from accounts a where kind = 'client' and parent_id = $1 and name_key = $2 limit 5)
       union all
       (select *, 'email' as matches from accounts a where kind = 'client' and parent_id = $1 and lower(primary_email) = $3 limit 5)
     ) same where id <> $4 order by id limit 5`,
    [
      ownerId,
      like.name === undefined ? null : nameKey(like.name),
      like.primaryEmail?.toLowerCase() ?? null,
      like.exceptId ?? '',
    ],
  )
  const unique = new Map(found.map((row) => [row.id, row]))
  return [...unique.values()].map((row) => ({
    id: row.id,
    name: row['name'] as string,
    primaryDomain: row['primary_domain'] as string | null,
    primaryEmail: row['primary_email'] as string | null,
    createdAt: row.created_at.toISOString(),
    matches: row.matches,
  }))
}
