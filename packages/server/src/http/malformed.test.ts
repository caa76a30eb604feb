import { describe, expect, test } from 'vitest'
import { problemOf } from '../testing/problem-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { north, send, failures } = await openTestPlatform({ maxBodyBytes: 2_000 })
const json = { 'content-type': 'application/json' }
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  send('/v1/clients', { method: 'POST', as: north.owner.secret, body, headers, duplex: 'half' })

describe('a request that cannot be read', () => {
  test.each(['{', '{"form":', 'form=quick', '{"a":1}x', ' ', '\uFEFF\uFEFF{}', "{'form':'quick'}"])(
    'as %j is 400',
    async (body) => {
      expect(await problemOf(await post(body))).toMatchObject({
        status: 400,
        code: 'malformed_request',
        retryable: false,
      })
    },
  )

  test('because it is not UTF-8 is 400', async () => {
    expect(await problemOf(await post(new Uint8Array([0x22, 0xc3, 0x28, 0x22])))).toMatchObject({
      code: 'malformed_request',
    })
  })

  test('because its type is another is 415', async () => {
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      {},
    ]) {
      expect(await problemOf(await post('{}', headers as Record<string, string>))).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      })
    }
    // parameters of the right one do not matter
    expect((await problemOf(await post('{}', { 'content-type': 'Application/JSON; charset=utf-8' }))).code).toBe(
      'validation_failed',
    )
  })

  test('because it is too large is 413, whatever its length says', async () => {
    const large = JSON.stringify({ form: 'quick', description: 'x'.repeat(2_000) })
    const stream = () => new Blob([large]).stream()
    for (const [body, headers] of [
      [large, json],
      [large, { ...json, 'content-length': String(large.length) }],
      [stream(), json],
      [stream(), { ...json, 'content-length': '5' }],
      ['{}', { ...json, 'content-length': '2001' }],
    ] as const) {
      expect(await problemOf(await post(body, headers))).toMatchObject({
        status: 413,
        code: 'payload_too_large',
        data: { maxBytes: 2_000 },
      })
    }
  })

  test('because its idempotency key is none is 400', async () => {
    const body = JSON.stringify({ form: 'quick', person: { firstName: 'A', lastName: 'B' } })
    for (const key of ['', 'a b', 'x'.repeat(256), 'ä']) {
      expect((await problemOf(await post(body, { ...json, 'idempotency-key': key }))).code).toBe('malformed_request')
    }
  })
})

describe('an address that is none', () => {
  test.each([
    '/',
    '/v1',
    '/v1/',
    '/v2/clients',
    '/v1/clients/',
    '/v1/client',
    '/v1/clients/x/y',
    '/v1/%',
    '/V1/clients',
    '//v1/clients',
  ])('%s is 404', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect(await problemOf(await send(path, { method, as: north.owner.secret }))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    }
  })
})

test('nothing of this was a failure of ours', () => {
  expect(failures).toEqual([])
})
