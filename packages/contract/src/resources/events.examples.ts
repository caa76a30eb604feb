import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { Actor } from './events.schema.ts'
import type { events } from './events.routes.ts'

const lena: Actor = {
  type: 'widget_session',
  id: 'staff-17',
  display: 'Lena Brandt',
  accountId: accounts.reseller.id,
}

/** Examples of the rows of `events`. */
export const { list }: ExamplesOf<typeof events> = {
  list: {
    query: { subject: accounts.winery.id, type: ['client.created', 'client.contact_updated'] },
    output: {
      data: [
        {
          id: 'evt_01JHB6R2X0M5D8Q3TZC7YV1K9E',
          type: 'client.created',
          occurredAt: '2025-01-26T13:05:17.420Z',
          actor: lena,
          subject: { type: 'client', id: accounts.winery.id },
          clientId: accounts.winery.id,
          grantId: null,
          changes: { name: { from: null, to: accounts.winery.name } },
          cause: { requestId: 'req_01JHB6R2WJ4T6N9K0ZC7YV3M5E' },
        },
        {
          id: 'evt_01JNAZ5F2C7W1R9X4TQK8V6M0D',
          type: 'client.contact_updated',
          occurredAt: '2025-03-02T10:21:09.332Z',
          actor: lena,
          subject: { type: 'client', id: accounts.winery.id },
          clientId: accounts.winery.id,
          grantId: null,
          changes: { phone: { from: '+4967229104470', to: '+4967229104480' } },
          cause: { requestId: 'req_01JNAZ5F1X3S8Q2TZC7YV3M5EK' },
        },
      ],
      nextCursor: null,
    },
  },
}
