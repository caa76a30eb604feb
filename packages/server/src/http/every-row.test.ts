import { createHash } from 'node:crypto'
import { accountKindOf, reachOf, roles, type LinkPurpose, type Row } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { quick } from '../testing/client-inputs.ts'
import { problemOf } from '../testing/problem-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { Endpoint } from './answer-call.ts'

const { admin, north, send, key, sql } = await openTestPlatform()
const json = { 'content-type': 'application/json' }
const answering = await north.owner.clients.create(quick())
const administrator = await key(answering.id, 'client_admin')
const links = { request: await linkFor('request'), manage: await linkFor('manage') }
const rows = endpoints.map((endpoint) => [`${endpoint.resource}.${endpoint.name}`, callsOf(endpoint)] as const)
const guarded = rows.filter(([, { row }]) => row.right !== undefined)

/** A link as it is mailed, to something that is there no more. */
async function linkFor(purpose: LinkPurpose): Promise<string> {
  const token = `cl_${purpose}`
  await sql(
    `insert into link_tokens (hash, purpose, client_id, reseller_id, request_id, email, proves_mailbox, created_at)
     values ($1, $2, $3, $4, $5, 'ada@mail.example.org', true, now())`,
    [createHash('sha256').update(token).digest(), purpose, answering.id, north.id, `arq_${'0'.repeat(26)}`],
  )
  return token
}

/** Somebody who is let in: the platform, the client where something is the client's alone, the holder of a link. */
function welcome(row: Row): Record<string, string> {
  if (row.public) return {}
  if (row.link) return { 'clientele-link': links[row.link] }
  const isPlatforms = row.right && reachOf('platform_admin', row.right)
  return { authorization: `Bearer ${isPlatforms ? admin.secret : administrator.secret}` }
}

describe('R15: without a token, or with a wrong one', () => {
  test.each(guarded)('%s is 401', async (_, { call }) => {
    for (const headers of [{}, { authorization: 'Bearer ck_wrong' }, { 'clientele-link': links.manage }]) {
      expect(await problemOf(await call(headers))).toMatchObject({ status: 401, code: 'unauthenticated' })
    }
  })

  test.each(rows.filter(([, { row }]) => row.link))('%s, called by a link, is 404', async (_, { call, row }) => {
    const ofTheOther = row.link === 'manage' ? links.request : links.manage
    for (const headers of [{}, { 'clientele-link': 'cl_wrong' }, { 'clientele-link': ofTheOther }] as const) {
      expect(await problemOf(await call(headers))).toMatchObject({ status: 404, code: 'link_invalid' })
    }
    expect((await call({ authorization: `Bearer ${admin.secret}` })).status).toBe(404)
  })

  test('what is public is for anybody', async () => {
    const open = rows.filter(([, { row }]) => row.public)
    expect(open.map(([name]) => name)).toEqual(['accessGrants.receiptKeys'])
    for (const [, { call }] of open) expect((await call({})).status).toBe(200)
  })
})

describe('R73: without the right', () => {
  test.each(guarded.filter(([, { row }]) => row.right !== 'self.read'))(
    '%s is 403 and names it, for every such role',
    async (_, { call, row }) => {
      const client = await north.owner.clients.create(quick())
      const accounts = { platform: admin.accountId, reseller: north.id, client: client.id }
      for (const role of roles.filter((one) => row.right && !reachOf(one, row.right))) {
        const { secret } = await key(accounts[accountKindOf[role]], role)
        expect(await problemOf(await call({ authorization: `Bearer ${secret}` }))).toMatchObject({
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
    async (_, { call, row, path, pathWith }) => {
      for (const to of [path, ...ids.map(pathWith)]) {
        expect(await problemOf(await call(welcome(row), to))).toMatchObject({ status: 404, code: 'not_found' })
      }
    },
  )
})

describe('with an option it does not have', () => {
  test.each(rows)('%s is 400', async (_, { call, row, path }) => {
    for (const name of ['nosuch', 'constructor', 'toString', '__proto__', 'limit[]']) {
      expect(await problemOf(await call(welcome(row), `${path}?${name}=1`))).toMatchObject({
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
    const response = await send(path, { method: wrong ?? 'GET', headers: welcome(row) })
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
      const response = await send(path, { method: row.method, body: withIt, headers: { ...json, ...welcome(row) } })
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
      const response = await send(path, { method: row.method, body: other, headers: { ...json, ...welcome(row) } })
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
  const all = examples as unknown as Record<string, Record<string, { input?: object; params?: Record<string, string> }>>
  const example = all[resource]?.[name]
  const pathWith = (id: string) => {
    const rest = row.path.replace('{id}', id)
    return `/v1${rest.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => example?.params?.[parameter] ?? '')}`
  }
  const prefix = example?.params?.['id']?.split('_')[0] ?? 'acc'
  // of a level the version is what nobody has
  const path = pathWith(resource === 'accessLevels' ? 'nosuch@9' : `${prefix}_${'0'.repeat(26)}`)
  const body = row.method === 'GET' || row.bodyless ? undefined : JSON.stringify(example?.input ?? {})
  const call = (headers: Record<string, string>, to = path) =>
    send(to, {
      method: row.method,
      ...(body === undefined ? { headers } : { body, headers: { ...json, ...headers } }),
    })
  return { row, path, pathWith, body, call }
}
