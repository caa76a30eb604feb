import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { subscriptions } from './subscriptions.routes.ts'
import type { Subscription } from './subscriptions.schema.ts'

const sold: Subscription = {
  id: 'sub_01JHB7X0C4M8R2T6V9W1Y3Z5QE',
  clientId: accounts.winery.id,
  sku: 'workspace_standard',
  name: 'Business Standard',
  productFamily: 'google_workspace',
  soldBy: accounts.reseller,
  status: 'active',
  seats: 12,
  domains: ['sonnenberg.example.com'],
  createdAt: '2025-01-27T09:12:40.118Z',
  updatedAt: '2025-01-27T09:12:40.118Z',
  etag: '"1"',
  actions: { setSeats: { allowed: true }, cancel: { allowed: true } },
}

const off = {
  allowed: false,
  code: 'access_switch_off',
  data: { clientId: accounts.winery.id, resellerId: accounts.reseller.id },
} as const

const direct: Subscription = {
  ...sold,
  id: 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RC',
  sku: 'workspace_storage',
  name: 'Additional storage',
  soldBy: null,
  seats: null,
  actions: { setSeats: off, cancel: off },
}

const params = { id: sold.id }

/** Examples of the rows of `subscriptions`. */
export const { list, get, record, setSeats, cancel }: ExamplesOf<typeof subscriptions> = {
  list: {
    query: { clientId: accounts.winery.id, status: ['active'], include: ['actions'] },
    output: { data: [sold, direct], nextCursor: null },
  },
  get: { params, output: sold },
  record: {
    input: {
      clientId: accounts.winery.id,
      sku: 'workspace_standard',
      soldById: accounts.reseller.id,
      seats: 12,
      domains: ['sonnenberg.example.com'],
    },
    output: sold,
  },
  setSeats: {
    params,
    input: { seats: 15 },
    output: { ...sold, seats: 15, updatedAt: '2025-03-02T10:41:07.250Z', etag: '"2"' },
  },
  cancel: {
    params,
    output: {
      ...sold,
      status: 'canceled',
      updatedAt: '2025-06-30T08:00:12.004Z',
      etag: '"3"',
      actions: {
        setSeats: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
        cancel: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
      },
    },
  },
}
