import { accounts, agreement } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { asClient, givenBack, grant } from './access-grants.example-records.ts'
import { exampleReceipt, exampleReceiptKey } from './access-grants.receipt-example.ts'
import type { accessGrants } from './access-grants.routes.ts'

const params = { id: agreement.grantId }

/** Examples of the rows of `accessGrants`. */
export const {
  list,
  get,
  end,
  lower,
  extend,
  letRunOut,
  acceptVersion,
  declineVersion,
  receipt,
  receiptKeys,
}: ExamplesOf<typeof accessGrants> = {
  list: {
    query: { clientId: accounts.winery.id, status: ['active', 'paused'], include: ['actions'] },
    output: { data: [grant], nextCursor: null },
  },
  get: { params, output: grant },
  end: { params, output: givenBack },
  lower: {
    params,
    input: { level: 'connection_only' },
    output: {
      ...grant,
      level: 'connection_only@1',
      capabilities: [],
      updatedAt: '2025-04-11T13:30:08.912Z',
      etag: '"3"',
    },
  },
  extend: {
    params,
    input: { duration: 'P1Y' },
    output: {
      ...grant,
      endsAt: '2026-08-04T06:12:55.090Z',
      updatedAt: '2025-08-04T06:12:55.090Z',
      etag: '"3"',
      actions: asClient,
    },
  },
  letRunOut: {
    params,
    output: { ...grant, autoExtend: null, updatedAt: '2025-04-20T17:01:07.310Z', etag: '"3"', actions: asClient },
  },
  acceptVersion: {
    params,
    input: { level: 'manage@2' },
    output: {
      ...grant,
      level: 'manage@2',
      updatedAt: '2025-04-20T17:02:36.440Z',
      etag: '"3"',
      actions: asClient,
    },
  },
  declineVersion: {
    params,
    input: { level: 'manage@2' },
    output: {
      ...grant,
      offeredVersion: {
        level: 'manage@2',
        adds: ['subscriptions.renew'],
        declinedAt: '2025-04-20T17:03:12.018Z',
      },
      updatedAt: '2025-04-20T17:03:12.018Z',
      etag: '"3"',
      actions: { ...asClient, acceptVersion: { allowed: true }, declineVersion: { allowed: true } },
    },
  },
  receipt: {
    params,
    output: {
      id: agreement.receiptId,
      grantId: agreement.grantId,
      clientId: accounts.winery.id,
      resellerId: accounts.reseller.id,
      jws: exampleReceipt,
      later: [],
      createdAt: agreement.agreedAt,
    },
  },
  receiptKeys: { output: { keys: [exampleReceiptKey] } },
}
