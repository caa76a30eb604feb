import { accounts, agreement } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { exampleReceipt, exampleReceiptKey } from './access-grants.receipt-example.ts'
import type { accessGrants } from './access-grants.routes.ts'

const params = { id: agreement.grantId }

/** Examples of the rows of `accessGrants`. */
export const { receipt, receiptKeys }: Pick<ExamplesOf<typeof accessGrants>, 'receipt' | 'receiptKeys'> = {
  receipt: {
    params,
    output: {
      id: agreement.receiptId,
      grantId: agreement.grantId,
      clientId: accounts.winery.id,
      resellerId: accounts.reseller.id,
      jws: exampleReceipt,
      createdAt: agreement.agreedAt,
    },
  },
  receiptKeys: { output: { keys: [exampleReceiptKey] } },
}
