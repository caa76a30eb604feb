import type { Tx } from '../database/transaction.ts'

/** The domain client that has a domain, whoever it belongs to. */
export async function holderOfDomain(tx: Tx, domain: string): Promise<{ id: string; parentId: string } | undefined> {
  const [holder] = await tx.asSystem(() =>
    tx.query<{ id: string; parentId: string }>(
      `select id, parent_id as "parentId" from accounts where primary_domain = $1 and kind = 'client' and customer_type = 'domain'`,
      [domain],
    ),
  )
  return holder
}
