import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { apiKeys } from './api-keys.routes.ts'
import type { ApiKey } from './api-keys.schema.ts'

const key: ApiKey = {
  id: 'key_01JHD4M7Z2B9QX6T0WKC5NV8RE',
  accountId: accounts.reseller.id,
  name: 'Panel backend',
  role: 'reseller_owner',
  hint: 'ck_7Qm2',
  expiresAt: '2026-01-28T00:00:00.000Z',
  revokedAt: null,
  lastUsedAt: null,
  createdAt: '2025-01-28T07:30:12.048Z',
}

/** Examples of the rows of `apiKeys`. */
export const { list, create, revoke }: ExamplesOf<typeof apiKeys> = {
  list: {
    query: {},
    output: { data: [{ ...key, lastUsedAt: '2025-03-02T10:20:00.000Z' }], nextCursor: null },
  },
  create: {
    input: { name: key.name, role: key.role, expiresAt: '2026-01-28T00:00:00.000Z' },
    output: { ...key, secret: 'ck_7Qm2-this-is-an-example-and-opens-nothing' },
  },
  revoke: { params: { id: key.id }, output: { ...key, revokedAt: '2025-03-02T10:41:55.700Z' } },
}
