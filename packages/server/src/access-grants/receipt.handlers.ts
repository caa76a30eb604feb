import type { accessGrants, ConsentReceipt } from '@clientele/contract'
import { eq } from 'drizzle-orm'
import { consentReceipts } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { MasterKey } from '../auth/master-key.ts'
import type { Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import type { GrantRow } from './grants.store.ts'
import { requireOwnGrant } from './own-grant.ts'
import { publishedReceiptKeys } from './receipt-keys.ts'
import { vouchFor } from './vouch.ts'

/** The rows of `accessGrants` that are about receipts. */
export const receiptHandlers: Pick<Handlers<typeof accessGrants>, 'receipt' | 'receiptKeys'> = {
  receipt: async (call, tx) => readReceipt(tx, call, await requireOwnGrant(tx, call, call.params.id)),

  receiptKeys: async (_call, tx) => ({ keys: await tx.asSystem(() => publishedReceiptKeys(tx)) }),
}

/** The newest receipt of a grant; one that came by a preset has none: nobody was shown anything. */
export async function readReceipt(
  tx: Tx,
  by: { masterKey: MasterKey; now: Date },
  { receiptId }: Pick<GrantRow, 'receiptId'>,
): Promise<ConsentReceipt> {
  if (receiptId === null) throw notFound()
  const [row] = await tx.db.select().from(consentReceipts).where(eq(consentReceipts.id, receiptId))
  if (!row) throw notFound()
  const { id, grantId, clientId, resellerId, jws, createdAt } = row
  const later = await vouchFor(tx, by, row)
  return { id, grantId, clientId, resellerId, jws, later, createdAt: createdAt.toISOString() }
}
