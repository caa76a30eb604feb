import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { suggestions } from './suggestions.routes.ts'
import type { Suggestion } from './suggestions.schema.ts'

const draft: Suggestion = {
  id: 'sug_01JHCZ4H7K9M1N3P5Q7R9S1T3V',
  client: accounts.studio,
  reseller: accounts.reseller,
  items: [
    { sku: 'hosting_pro', name: 'Hosting Pro', quantity: 1, note: 'Room for the shop.', orderId: null },
    { sku: 'hosting_start', name: 'Hosting Start', quantity: 1, note: null, orderId: null },
  ],
  message: 'With the larger package the shop stays fast before Christmas.',
  status: 'draft',
  reason: null,
  expiresAt: '2025-04-01T00:00:00.000Z',
  createdAt: '2025-03-02T11:02:44.903Z',
  updatedAt: '2025-03-02T11:02:44.903Z',
  etag: '"1"',
  actions: {
    send: { allowed: true },
    withdraw: { allowed: true },
    answer: { allowed: false, code: 'permission_denied', data: { right: 'suggestions.answer' } },
  },
}

const over = (state: string) =>
  ({ allowed: false, code: 'invalid_state_transition', data: { state, allowed: [] } }) as const

const sent: Suggestion = {
  ...draft,
  status: 'sent',
  updatedAt: '2025-03-02T11:05:10.221Z',
  etag: '"2"',
  actions: {
    send: {
      allowed: false,
      code: 'invalid_state_transition',
      data: { state: 'sent', allowed: ['withdraw', 'answer'] },
    },
    withdraw: { allowed: true },
    answer: { allowed: false, code: 'permission_denied', data: { right: 'suggestions.answer' } },
  },
}

const params = { id: draft.id }

/** Examples of the rows of `suggestions`. */
export const { list, create, get, send, withdraw, answer }: ExamplesOf<typeof suggestions> = {
  list: { query: { clientId: accounts.studio.id, status: ['sent'] }, output: { data: [sent], nextCursor: null } },
  create: {
    input: {
      clientId: accounts.studio.id,
      items: [{ sku: 'hosting_pro', note: 'Room for the shop.' }, { sku: 'hosting_start' }],
      message: 'With the larger package the shop stays fast before Christmas.',
      expiresAt: '2025-04-01T00:00:00.000Z',
      send: false,
    },
    output: draft,
  },
  get: { params, output: draft },
  send: { params, output: sent },
  withdraw: {
    params,
    output: {
      ...sent,
      status: 'withdrawn',
      updatedAt: '2025-03-03T08:30:00.000Z',
      etag: '"3"',
      actions: {
        send: over('withdrawn'),
        withdraw: over('withdrawn'),
        answer: { allowed: false, code: 'permission_denied', data: { right: 'suggestions.answer' } },
      },
    },
  },
  answer: {
    params,
    input: { buy: ['hosting_pro'] },
    output: {
      ...sent,
      items: sent.items.map((item) =>
        item.sku === 'hosting_pro' ? { ...item, orderId: 'ord_01JNB3G8P0R2T4V6X8Z0B2D4FH' } : item,
      ),
      status: 'partly_bought',
      updatedAt: '2025-03-02T16:20:31.550Z',
      etag: '"4"',
      actions: {
        send: { allowed: false, code: 'permission_denied', data: { right: 'suggestions.create' } },
        withdraw: { allowed: false, code: 'permission_denied', data: { right: 'suggestions.create' } },
        answer: over('partly_bought'),
      },
    },
  },
}
