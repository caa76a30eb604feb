import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import type { ClientOptions } from './client-options.ts'
import { failureOf, secret, setUp } from './testing/call-setup.ts'
import { json, startServer } from './testing/test-server.ts'

const good = { baseUrl: 'https://clients.example.com', apiKey: secret }

describe('options of a client that cannot be right are refused at once', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no address', { baseUrl: undefined }, 'needs `baseUrl`'],
    ['an address without a scheme', { baseUrl: 'clients.example.com' }, 'is no address'],
    ['another scheme', { baseUrl: 'ftp://clients.example.com' }, 'neither https:// nor http://'],
    ['a password in the address', { baseUrl: 'https://a:b@clients.example.com' }, 'with a user, a query or a fragment'],
    ['a query in the address', { baseUrl: 'https://clients.example.com?a=b' }, 'with a user, a query or a fragment'],
    ['the version in the address', { baseUrl: 'https://clients.example.com/v1/' }, 'ends in /v1'],
    ['nobody who calls', { apiKey: undefined }, 'needs `apiKey` (in a backend) or `token` (in a browser)'],
    ['two who call', { token: 'x' }, 'got both `apiKey` and `token`'],
    ['a key with a line break', { apiKey: `${secret}\n` }, 'that no key can be'],
    ['an empty key', { apiKey: '' }, 'that no key can be'],
    ['a link with the address around it', { link: 'https://panel.example.com/#a b' }, 'what follows the #'],
    ['a time of nothing', { timeout: 0 }, 'got 0 as `timeout`'],
    ['a time that no timer can keep', { totalTimeout: 2 ** 31 }, 'got 2147483648 as `totalTimeout`'],
    ['a time that is no number', { timeout: '10s' }, 'got 10s as `timeout`'],
    ['half a retry', { retries: 0.5 }, 'needs a whole number'],
    ['a fetch that is none', { fetch: {} }, '`fetch` that is no function'],
    ['a header of the SDK', { headers: { Authorization: 'x' } }, 'it is set by the SDK'],
    ['a header that adds another', { headers: { 'x-a': 'a\r\nx-b: c' } }, 'line breaks'],
    ['a name that no header has', { headers: { 'x a': 'a' } }, 'that no header can have'],
    ['an option that is none', { apikey: 'x' }, 'has no option `apikey`'],
  ])('%s', (_, options, text) => {
    const create = () => createClient({ ...good, ...options })
    expect(create).toThrow(expect.objectContaining({ kind: 'usage', message: expect.stringContaining(text) }))
    expect(create).not.toThrow(secret)
  })

  it('no options at all', () => {
    expect(() => createClient(undefined as unknown as ClientOptions)).toThrow('needs its options as an object')
  })
})

describe('options of a call that cannot be right are refused before anything is sent', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a key with a line break', { idempotencyKey: 'a\r\nx: y' }, '1 to 255 letters, digits and marks'],
    ['an empty key', { idempotencyKey: '' }, '1 to 255 letters, digits and marks'],
    ['an etag without its quotes', { ifMatch: '7' }, 'quotes included'],
    ['an etag with a line break', { ifMatch: '"a\nb"' }, 'quotes included'],
    ['a header of the SDK', { headers: { 'Idempotency-Key': 'x' } }, 'it is set by the SDK'],
    ['an option that is none', { abort: true }, 'has no option `abort`'],
    ['a time of nothing', { timeout: -1 }, 'got -1 as `timeout`'],
  ])('%s', async (_, options, text) => {
    const server = await startServer((response) => json(response, 200, {}))
    const error = await failureOf(setUp(server).write(options))
    expect(error).toMatchObject({ kind: 'usage', attempts: 0 })
    expect(error.message).toContain(text)
    expect(server.requests).toHaveLength(0)
  })
})

it('sends headers of the client and of the call, the etag and the key', async () => {
  const server = await startServer((response) => json(response, 200, {}))
  const { write } = setUp(server, { headers: { 'X-Panel': 'one', 'X-Request-Id': 'a' } })
  await write({ ifMatch: '"7"', idempotencyKey: 'row-7', headers: { 'x-request-id': 'b' } })
  expect(server.requests[0]?.headers).toMatchObject({
    accept: 'application/json',
    authorization: `Bearer ${secret}`,
    'content-type': 'application/json',
    'idempotency-key': 'row-7',
    'if-match': '"7"',
    'x-panel': 'one',
    'x-request-id': 'b',
  })
})

it('keeps the path of the address', async () => {
  const server = await startServer((response) => json(response, 200, {}))
  await setUp({ baseUrl: `${server.baseUrl}/panel/api/` }).read()
  expect(server.requests[0]?.url).toBe('/panel/api/v1/clients/acc_1')
})

it('hands a `fetch` of the caller a Request with a signal', async () => {
  const seen: Request[] = []
  const fetch = async (request: Request) => {
    seen.push(request)
    return Response.json({ id: 'acc_1' })
  }
  expect(await setUp({ baseUrl: 'http://clientele.test' }, { fetch }).read()).toEqual({ id: 'acc_1' })
  expect(seen[0]).toBeInstanceOf(Request)
  expect(seen[0]?.url).toBe('http://clientele.test/v1/clients/acc_1')
  expect(seen[0]?.signal).toBeInstanceOf(AbortSignal)
})
