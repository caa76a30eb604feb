import { accountKindOf, reachOf, roles } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { quick } from '../testing/client-inputs.ts'
import { problemOf } from '../testing/problem-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { Endpoint } from './answer-call.ts'

const { admin, north, send, key } = await openTestPlatform()
const json = { 'content-type': 'application/json' }
const rows = endpoints.map((endpoint) => [`${endpoint.resource}.${endpoint.name}`, callsOf(endpoint)] as const)

describe('R15: without a token, or with a wrong one', () => {
  test.each(rows)('%s is 401', async (_, { call }) => {
    expect(await problemOf(await call(undefined))).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(await problemOf(await call('ck_wrong'))).toMatchObject({ status: 401, code: 'unauthenticated' })
  })
})

describe('R73: without the right', () => {
  test.each(rows.filter(([, { row }]) => row.right !== 'self.read'))(
    '%s is 403 and names it, for every such role',
    async (_, { call, row }) => {
      const client = await north.owner.clients.create(quick())
      const accounts = { platform: admin.accountId, reseller: north.id, client: client.id }
      for (const role of roles.filter((one) => row.right && !reachOf(one, row.right))) {
        const { secret } = await key(accounts[accountKindOf[role]], role)
        expect(await problemOf(await call(secret))).toMatchObject({
          status: 403,
          code: 'permission_denied',
          data: { right: row.right },
        })
      }
    },
  )
})

describe('of an id that nobody has, or that is none', () => {
  const ids = [
    'acc_',
    'x',
    '%00',
    '%E0%A4%A',
    '%F0%9F',
    'acc_01ARZ3NDEKTSV4RRFFQ69G5FAV%27',
    '..%2F..',
    'evt_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  ]

  test.each(rows.filter(([, { row }]) => row.path.includes('{id}')))(
    '%s is 404',
    async (_, { call, path, pathWith }) => {
      for (const to of [path, ...ids.map(pathWith)]) {
        expect(await problemOf(await call(admin.secret, to))).toMatchObject({ status: 404, code: 'not_found' })
      }
    },
  )
})

describe('with an option it does not have', () => {
  test.each(rows)('%s is 400', async (_, { call, path }) => {
    for (const name of ['nosuch', 'constructor', 'toString', '__proto__', 'limit[]']) {
      expect(await problemOf(await call(admin.secret, `${path}?${name}=1`))).toMatchObject({
        status: 400,
        code: 'filter_invalid',
        errors: [{ pointer: `?${name}`, code: 'unknown_field' }],
      })
    }
  })
})

describe('by a wrong method', () => {
  test.each(rows)('%s is 405 and names the right one', async (_, { path, row }) => {
    const right = endpoints.filter((one) => one.row.path === row.path).map((one) => one.row.method)
    const wrong = ['DELETE', 'PATCH', 'PUT'].find((method) => !right.some((one) => one === method))
    const response = await send(path, { method: wrong ?? 'GET', as: admin.secret })
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(response.headers.get('allow')?.split(', ')).toContain(row.method)
  })
})

describe('with a body it does not take', () => {
  const writes = rows.filter(([, { row }]) => row.method !== 'GET')

  test.each(writes)('%s names the field that it does not have', async (_, { path, row, body }) => {
    for (const name of ['nosuch', '__proto__', 'constructor', 'a/b~c']) {
      const rest = body === undefined || body === '{}' ? '}' : `,${body.slice(1)}`
      const withIt = `{"${name}":{"polluted":true}${rest}`
      const response = await send(path, { method: row.method, as: admin.secret, body: withIt, headers: json })
      // RFC 6901
      const pointer = `/${name.replace('~', '~0').replace('a/b', 'a~1b')}`
      expect(await problemOf(response)).toMatchObject({
        status: 422,
        code: 'validation_failed',
        errors: [{ pointer, code: 'unknown_field' }],
      })
    }
  })

  test.each(writes)('%s takes nothing but an object', async (_, { path, row }) => {
    for (const other of ['null', '[]', '"text"', '7', 'true']) {
      const response = await send(path, { method: row.method, as: admin.secret, body: other, headers: json })
      expect(await problemOf(response)).toMatchObject({ status: 422, code: 'validation_failed' })
    }
  })
})

describe('a request id', () => {
  test.each(rows)('of %s is echoed where it can go into a log, and made else', async (_, { path, row }) => {
    const given = (id: string) => send(path, { method: row.method, headers: { 'x-request-id': id } })
    expect((await given('trace:abc-1.2')).headers.get('x-request-id')).toBe('trace:abc-1.2')
    for (const bad of ['a b', 'x'.repeat(101), '<script>', '']) {
      expect((await given(bad)).headers.get('x-request-id')).toMatch(/^req_[0-9A-Z]{26}$/)
    }
  })
})

test('answers that succeed are not to be kept by anybody either', async () => {
  for (const path of ['/v1/me', '/v1/clients', '/v1/events', '/v1/settings', `/v1/resellers/${north.id}`]) {
    const { status, headers } = await send(path, { as: north.owner.secret })
    expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([
      200,
      'no-store',
      'application/json',
    ])
    expect(headers.get('x-request-id')).toMatch(/^req_/)
  }
})

/** Well-formed calls of a row, on an id that nobody has. */
function callsOf({ resource, name, row }: Endpoint) {
  const pathWith = (id: string) => `/v1${row.path.replace('{id}', id)}`
  const all = examples as Record<string, Record<string, { input?: object; params?: { id?: string } }>>
  const prefix = all[resource]?.[name]?.params?.id?.split('_')[0] ?? 'acc'
  const path = pathWith(`${prefix}_${'0'.repeat(26)}`)
  const body = row.method === 'GET' || row.bodyless ? undefined : JSON.stringify(all[resource]?.[name]?.input ?? {})
  const call = (secret: string | undefined, to = path) =>
    send(to, { method: row.method, as: secret, ...(body === undefined ? {} : { body, headers: json }) })
  return { row, path, pathWith, body, call }
}
