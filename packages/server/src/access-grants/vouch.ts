import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { CompactSign, decodeProtectedHeader } from 'jose'
import type { MasterKey } from '../auth/master-key.ts'
import { receiptKeys, type consentReceipts } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { receiptKey } from './receipt-keys.ts'

type ReceiptRow = typeof consentReceipts.$inferSelect

/**
 * What makes a receipt good again whose key was stolen after it was signed: its hash, signed with the key in use. The
 * server knows by its own table what it has signed, and when; a thief can write any time into a receipt, but not there.
 */
export async function vouchFor(
  tx: Tx,
  by: { masterKey: MasterKey; now: Date },
  { id, jws, createdAt }: Pick<ReceiptRow, 'id' | 'jws' | 'createdAt'>,
): Promise<string[]> {
  // the keys are not for the caller to see
  return tx.asSystem(async () => {
    const { kid = '' } = decodeProtectedHeader(jws)
    const [key] = await tx.db.select().from(receiptKeys).where(eq(receiptKeys.kid, kid))
    if (!key?.revokedAt || createdAt >= key.revokedAt) return []
    const current = await receiptKey(tx, by)
    const previous = createHash('sha256').update(jws).digest('hex')
    const voucher = { previous, receiptId: id, issuedAt: by.now.toISOString() }
    return [
      await new CompactSign(Buffer.from(JSON.stringify(voucher)))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'clientele-voucher+json', kid: current.kid })
        .sign(current.privateKey),
    ]
  })
}
