import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { orders } from './orders.routes.ts'
import type { Order } from './orders.schema.ts'

const bought: Order = {
  id: 'ord_01JNB3G8P0R2T4V6X8Z0B2D4FH',
  clientId: accounts.studio.id,
  reseller: accounts.reseller,
  placedBy: { type: 'widget_session', id: 'staff-17', display: 'Lena Brandt', accountId: accounts.reseller.id },
  grantId: 'agr_01JN8Z5D2F4H6K8M0P2R4T6V8X',
  suggestionId: null,
  items: [{ sku: 'hosting_pro', quantity: 1, subscriptionId: 'sub_01JNB3G8P1S3V5X7Z9B1D3F5HK' }],
  chargedTo: 'client',
  createdAt: '2025-03-02T16:20:31.550Z',
}

/** Examples of the rows of `orders`. */
export const { list, create, get }: ExamplesOf<typeof orders> = {
  list: { query: { clientId: accounts.studio.id }, output: { data: [bought], nextCursor: null } },
  create: { input: { clientId: accounts.studio.id, items: [{ sku: 'hosting_pro' }] }, output: bought },
  get: { params: { id: bought.id }, output: bought },
}
