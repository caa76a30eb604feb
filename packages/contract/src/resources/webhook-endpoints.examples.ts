import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { webhookEndpoints } from './webhook-endpoints.routes.ts'
import type { WebhookDelivery, WebhookEndpoint } from './webhook-endpoints.schema.ts'

const endpoint: WebhookEndpoint = {
  id: 'whe_01JHD5QK8C3M7X0W2TZVB9R4YE',
  accountId: accounts.reseller.id,
  url: 'https://panel.hafenhost.example.com/clientele/events',
  description: 'The panel',
  events: ['access_request.accepted', 'access_grant.ended'],
  status: 'enabled',
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  oldSecretUntil: null,
  createdAt: '2025-01-28T07:52:40.512Z',
  updatedAt: '2025-01-28T07:52:40.512Z',
  etag: '"1"',
}

const delivery: WebhookDelivery = {
  id: 'whd_01JNAZ6C4Q8V2H5N9XTKW7M0RD',
  endpointId: endpoint.id,
  eventId: 'evt_01JNAZ6BT1W4S7Y0Q3KXZ9V5MC',
  eventType: 'access_request.accepted',
  state: 'delivered',
  attempts: 2,
  nextAttemptAt: null,
  lastStatus: 204,
  lastDetail: null,
  deliveredAt: '2025-03-02T10:21:44.870Z',
  createdAt: '2025-03-02T10:21:38.244Z',
}

const changed = { updatedAt: '2025-03-02T10:30:00.000Z', etag: '"2"' }

/** Examples of the rows of `webhookEndpoints`. */
export const {
  list,
  create,
  get,
  update,
  rotateSecret,
  remove,
  deliveries,
  replay,
}: ExamplesOf<typeof webhookEndpoints> = {
  list: { query: {}, output: { data: [endpoint], nextCursor: null } },
  create: {
    input: {
      url: endpoint.url,
      description: 'The panel',
      events: ['access_request.accepted', 'access_grant.ended'],
    },
    output: { ...endpoint, secret: 'whsec_dGhpcyBpcyBhbiBleGFtcGxlIGFuZCBzaWducyBubw==' },
  },
  get: { params: { id: endpoint.id }, output: endpoint },
  update: {
    params: { id: endpoint.id },
    input: { events: ['*'] },
    output: { ...endpoint, ...changed, events: ['*'] },
  },
  rotateSecret: {
    params: { id: endpoint.id },
    input: { overlap: 86_400 },
    output: {
      ...endpoint,
      ...changed,
      oldSecretUntil: '2025-03-03T10:30:00.000Z',
      secret: 'whsec_YW5vdGhlciBleGFtcGxlIHRoYXQgc2lnbnMgbm90aGluZw==',
    },
  },
  remove: { params: { id: endpoint.id }, output: endpoint },
  deliveries: {
    params: { id: endpoint.id },
    query: { state: ['delivered'] },
    output: { data: [delivery], nextCursor: null },
  },
  replay: {
    params: { id: delivery.id },
    output: { ...delivery, state: 'pending', nextAttemptAt: '2025-03-02T10:41:55.700Z' },
  },
}
