import type { Tx } from '../database/transaction.ts'
import type { Buyer } from './orderable.rules.ts'

/**
 * What is true of the account that a record was joined with, and is shown with the record (R32). Nothing here is what
 * lists are filtered or sorted by: that stands on the record itself, where an index has it (`noteSubscriptionState`).
 */
export interface AccountBehind extends Buyer {
  paymentMethodOnFile: boolean
}

/** A record that was joined with an account. */
interface JoinedRecord {
  id: string
  ownerId: string
  accountId: string
}

interface BehindRow {
  [column: string]: unknown
  record_id: string
  payment_method_on_file: boolean
  product_family: string | null
  customer_type: Buyer['customerType']
  verification: Buyer['verification']
}

/** By the id of the record. Of an account with which its owner has nothing to do any more there is nothing. */
export async function accountsBehind(tx: Tx, records: readonly JoinedRecord[]): Promise<Map<string, AccountBehind>> {
  if (records.length === 0) return new Map()
  const columns = [records.map(({ id }) => id), records.map((r) => r.ownerId), records.map((r) => r.accountId)]
  const rows = await tx.asSystem(() =>
    tx.query<BehindRow>(
      `select r.id as record_id, a.payment_method_on_file, a.product_family, a.customer_type, a.verification
        from unnest($1::text[], $2::text[], $3::text[]) as r(id, owner_id, account_id) join accounts a on a.id = r.account_id
        where a.parent_id = r.owner_id or exists (select 1 from links l
          where l.client_id = a.id and l.reseller_id = r.owner_id and l.status = 'active')`,
      columns,
      'accounts-behind',
    ),
  )
  return new Map(
    rows.map((row) => [
      row.record_id,
      {
        paymentMethodOnFile: row.payment_method_on_file,
        productFamily: row.product_family,
        customerType: row.customer_type,
        verification: row.verification,
      },
    ]),
  )
}
