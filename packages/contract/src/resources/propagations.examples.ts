import { accounts, agreement } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { grant } from './access-grants.example-records.ts'
import type { propagations } from './propagations.routes.ts'
import type { Propagation } from './propagations.schema.ts'

const onItsWay: Propagation = {
  id: 'ppg_01JNG1MJG7V3C5X9R2T8QK4W0D',
  clientId: accounts.winery.id,
  resellerId: accounts.reseller.id,
  target: 'grant',
  targetId: agreement.grantId,
  wanted: true,
  capabilities: grant.capabilities,
  scope: grant.scope,
  state: 'pending',
  overdue: false,
  attempts: 1,
  expectedBy: '2025-03-05T07:41:30.502Z',
  settledAt: null,
  detail: null,
  createdAt: agreement.agreedAt,
}

/** Examples of the rows of `propagations`. */
export const { list, observed, recheck }: ExamplesOf<typeof propagations> = {
  list: { query: { state: ['pending'], limit: 100 }, output: { data: [onItsWay], nextCursor: null } },
  observed: {
    params: { id: onItsWay.id },
    input: { outcome: 'in_effect' },
    output: { ...onItsWay, state: 'in_sync', settledAt: '2025-03-04T07:53:02.771Z' },
  },
  recheck: { params: { id: accounts.winery.id, resellerId: accounts.reseller.id }, output: { asked: 1 } },
}
