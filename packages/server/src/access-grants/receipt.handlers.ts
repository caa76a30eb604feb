import type { accessGrants } from '@clientele/contract'
import { and, eq, inArray } from 'drizzle-orm'
import { scopeOf, type Caller } from '../auth/caller.ts'
import { accessGrants as grants, consentReceipts } from '../database/access.schema.ts'
import type { Call, Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { publishedReceiptKeys } from './receipt-keys.ts'

/** The rows of `accessGrants` that are about receipts. */
export const receiptHandlers: Pick<Handlers<typeof accessGrants>, 'receipt' | 'receiptKeys'> = {
  async receipt({ params, caller, reach }, tx) {
    const [row] = await tx.db
      .select({ receipt: consentReceipts })
      .from(grants)
      .innerJoin(consentReceipts, eq(consentReceipts.id, grants.receiptId))
      .where(and(eq(grants.id, params.id), isParty(caller, reach)))
    if (!row) throw notFound()
    const { id, grantId, clientId, resellerId, jws, createdAt } = row.receipt
    return { id, grantId, clientId, resellerId, jws, createdAt: createdAt.toISOString() }
  },

  receiptKeys: async (_call, tx) => ({ keys: await tx.asSystem(() => publishedReceiptKeys(tx)) }),
}

/** The two parties of a receipt, and the platform. */
function isParty(caller: Caller, reach: Call['reach']) {
  const scope = scopeOf(caller, reach)
  if (scope.reach !== 'some') return undefined
  return caller.account.kind === 'client'
    ? eq(grants.clientId, caller.account.id)
    : inArray(grants.resellerId, [...scope.accounts])
}
