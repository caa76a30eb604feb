import { route, type RowSchemas } from '@clientele/contract'
import { createTransport, call } from '@clientele/sdk'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { endpointsOf } from './contract-table.ts'
import { handlersOf } from './handlers.ts'
import { mockFetch } from './mock-fetch.ts'
import { refusalOf } from './testing/mocked-client.ts'

// A resource that is not in the contract: its rows are answered by what its table, schemas and examples say.
const Hold = z.object({
  id: z.string(),
  name: z.string(),
  reason: z.nullable(z.string()),
  liftedAt: z.nullable(z.string()),
  tags: z.array(z.string()),
  etag: z.string(),
})
const params = z.object({ id: z.string() })
const input = z.strictObject({ name: z.string(), reason: z.optional(z.string()) })
const list = {
  query: z.strictObject({ q: z.optional(z.string()), reason: z.optional(z.array(z.string())) }),
  output: z.object({ data: z.array(Hold), nextCursor: z.nullable(z.string()) }),
}
const create = { input, output: Hold }
const get = { params, output: Hold }
const update = { params, input: z.partial(input), output: Hold }
const lift = { params, output: Hold }
const remove = { params, output: z.undefined() }
const count = { input: z.strictObject({ of: z.string() }), output: z.object({ count: z.number() }) }
const schemas: Record<string, RowSchemas> = { list, create, get, update, lift, remove, count }

const holds = {
  list: route<typeof list>({ method: 'GET', path: '/holds', right: 'clients.read', paged: true }),
  create: route<typeof create>({ method: 'POST', path: '/holds', status: 201, right: 'clients.create' }),
  count: route<typeof count>({ method: 'POST', path: '/holds/count', reads: true, right: 'clients.read' }),
  get: route<typeof get>({ method: 'GET', path: '/holds/{id}', right: 'clients.read' }),
  update: route<typeof update>({ method: 'PATCH', path: '/holds/{id}', right: 'clients.create' }),
  remove: route<typeof remove>({
    method: 'DELETE',
    path: '/holds/{id}',
    status: 204,
    bodyless: true,
    right: 'clients.create',
  }),
  lift: route<typeof lift>({ method: 'POST', path: '/holds/{id}/lift', bodyless: true, right: 'clients.create' }),
}
const first = { id: 'hld_1', name: 'Unpaid', reason: 'abuse', liftedAt: null, tags: ['x'], etag: '"1"' }
const examples = {
  list: { output: { data: [first], nextCursor: null } },
  create: { input: { name: 'Unpaid', reason: 'abuse' }, output: first },
  get: { params: { id: first.id }, output: first },
  update: { params: { id: first.id }, input: {}, output: first },
  lift: { params: { id: first.id }, output: { ...first, liftedAt: '2025-03-02T10:00:00.000Z', etag: '"2"' } },
  remove: { params: { id: first.id }, output: undefined },
  count: { input: { of: 'all' }, output: { count: 3 } },
}

test('a resource that is new is answered with no change here, and remembers', async () => {
  const endpoints = endpointsOf({
    resources: { holds },
    schemasOf: (_, row) => schemas[row] ?? { output: z.undefined() },
    examples: { holds: examples },
  })
  const transport = createTransport({
    baseUrl: 'http://clientele.test',
    token: 'any',
    retries: 0,
    fetch: mockFetch(handlersOf(endpoints, { now: () => new Date('2025-04-01T08:00:00Z') })),
  })
  const made = await call(transport, holds.create, { name: 'Holiday' })
  expect(made).toMatchObject({ name: 'Holiday', reason: null, liftedAt: null, tags: [], etag: '"1"' })
  expect(await call(transport, holds.update, made.id, { reason: 'asked' })).toMatchObject({
    reason: 'asked',
    etag: '"2"',
  })
  expect((await call(transport, holds.list, { reason: ['asked'] })).data).toMatchObject([{ name: 'Holiday' }])
  expect(await call(transport, holds.lift, made.id)).toMatchObject({
    reason: 'asked',
    liftedAt: '2025-04-01T08:00:00.000Z',
  })
  expect(await call(transport, holds.count, { of: 'all' })).toEqual({ count: 3 })
  await call(transport, holds.remove, made.id)
  expect(await refusalOf(call(transport, holds.get, made.id))).toMatchObject({ code: 'not_found' })
  expect((await call(transport, holds.list)).data).toMatchObject([{ name: 'Unpaid' }])
})

test('a row without an example says what is missing', () => {
  const tables = { resources: { holds }, schemasOf: () => create, examples: {} }
  expect(() => endpointsOf(tables)).toThrow('holds.list has no example. Write one in its *.examples.ts file.')
})
