import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { quick } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, send, failures, key } = await openTestPlatform()
const { id } = await north.owner.clients.create(quick({ company: 'Target' }))
const itself = await key(id, 'client_admin')
const callers = [admin.secret, north.owner.secret, north.sales.secret, itself.secret]

const hostileText = fc.constantFrom(
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff',
  '\ud800\ud800',
  "'; drop table accounts; --",
  '%',
  '_',
  '\\',
  '$1',
  '{}',
  '{"a":1}',
  '\u202Eabc',
  'x'.repeat(5000),
  '\u{10FFFF}',
  '\uFFFF',
  'ﷺ'.repeat(60),
  'İ',
  'ß'.repeat(200),
  '-1',
  '1e400',
  'NaN',
  'null',
  'acc_',
  '\r\nx: y',
  '🏳️‍🌈',
)
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(
    null,
    true,
    [],
    {},
    [[]],
    [null],
    -1,
    0,
    1e308,
    -0,
    2 ** 53,
    1.5,
    { length: -1 },
    { __proto__: null },
  ),
  fc.array(hostileText, { maxLength: 3 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
)

const fieldsOfBodies = [
  'form',
  'person',
  'company',
  'name',
  'productFamily',
  'customerType',
  'verificationMethod',
  'segments',
  'primaryDomain',
  'primaryEmail',
  'secondaryEmail',
  'admin',
  'postalAddress',
  'phone',
  'languageCode',
  'regionCode',
  'timeZone',
  'description',
  'tags',
  'externalIds',
  'metadata',
  'ownerId',
  'acceptDuplicate',
  'text',
  'accountId',
  'verification',
  'displayName',
  'publicIdentifier',
  'limits',
  'defaults',
  'role',
  'expiresAt',
  'viewer',
  'origins',
  'expiresIn',
  'authenticatedAt',
  'client',
  'tree',
  'clientId',
  'firstName',
  'countryCode',
  'postalCode',
]
const valid: Record<string, unknown> = {
  form: 'quick',
  person: { firstName: 'A', lastName: 'B' },
  acceptDuplicate: true,
  role: 'client_admin',
  name: 'n',
}

describe('nothing that is sent makes the server fail', () => {
  test('in a body', async () => {
    const writes = endpoints.filter(({ row }) => row.method !== 'GET')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...writes),
        fc.constantFrom(...callers),
        fc.dictionary(fc.constantFrom(...fieldsOfBodies), hostileValue, { maxKeys: 3, minKeys: 1 }),
        fc.boolean(),
        async ({ row }, secret, body, isBased) => {
          const response = await send(`/v1${row.path.replace('{id}', id)}`, {
            method: row.method,
            as: secret,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(isBased ? { ...valid, ...body } : body),
          })
          expect(response.status, JSON.stringify(body)).toBeLessThan(500)
        },
      ),
      { numRuns: 400, seed: 3 },
    )
    expect(failures).toEqual([])
  })

  test('in a single field of an otherwise valid client', async () => {
    const fields = [
      'company',
      'primaryEmail',
      'secondaryEmail',
      'phone',
      'languageCode',
      'regionCode',
      'description',
      'tags',
      'externalIds',
      'metadata',
      'ownerId',
    ]
    const nested = fc.constantFrom<(value: unknown) => unknown>(
      (v) => v,
      (v) => [v],
      (v) => [{ system: 'crm', id: v }],
      (v) => ({ k: v }),
      (v) => ({ [JSON.stringify(v)]: 'x' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), hostileValue, nested, async (field, value, nest) => {
        const body = JSON.stringify({ ...quick({ acceptDuplicate: true }), [field]: nest(value) })
        const response = await send('/v1/clients', {
          method: 'POST',
          as: north.owner.secret,
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect(response.status, body).toBeLessThan(500)
      }),
      { numRuns: 300, seed: 4 },
    )
    expect(failures).toEqual([])
  })

  test('in a query', async () => {
    const reads = endpoints.filter(({ row }) => row.paged)
    const names = [
      'q',
      'status',
      'form',
      'productFamily',
      'subscriptionState',
      'owner',
      'tags',
      'sort',
      'include',
      'limit',
      'cursor',
      'after',
      'subject',
      'type',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reads),
        fc.constantFrom(...callers),
        fc.array(
          fc.tuple(
            fc.constantFrom(...names),
            fc.oneof(hostileText, fc.constantFrom('name', 'active', '1', 'total', 'Target')),
          ),
          { maxLength: 3 },
        ),
        async ({ row }, secret, pairs) => {
          const search = new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()])).toString()
          const response = await send(`/v1${row.path}?${search}`, { as: secret })
          expect(response.status, search).toBeLessThan(500)
        },
      ),
      { numRuns: 300, seed: 6 },
    )
    expect(failures).toEqual([])
  })

  test('in a query that is not even text', async () => {
    for (const search of [
      'q=%00',
      'q=%FF%FE',
      'q=%ED%A0%80',
      'q=a%00b',
      '&&=&',
      '%',
      'q=%',
      'tags=%00',
      'owner=%00',
      'subject=%00',
      'cursor=%00',
    ]) {
      for (const path of ['/v1/clients', '/v1/events'])
        expect((await send(`${path}?${search}`, { as: north.owner.secret })).status, search).toBeLessThan(500)
    }
    expect(failures).toEqual([])
  })

  test('as JSON that is nested without end', async () => {
    const depth = 200_000
    for (const nested of [
      '['.repeat(depth) + ']'.repeat(depth),
      '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
      '['.repeat(900_000),
    ]) {
      for (const body of [nested, `{"form":"quick","metadata":${nested}}`, `{"form":"quick","person":${nested}}`]) {
        const response = await send('/v1/clients', {
          method: 'POST',
          as: north.owner.secret,
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect([400, 413, 422]).toContain(response.status)
      }
    }
    expect(failures).toEqual([])
  })

  test('and the prototype of objects is as it was', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
