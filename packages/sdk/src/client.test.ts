import { resources, type Row } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { createClient } from './client.ts'
import { isApiError, isClienteleError } from './errors.ts'
import { failureOf, secret } from './testing/call-setup.ts'
import { json, problem, startServer } from './testing/test-server.ts'

const rows = Object.entries(resources).flatMap(([resource, table]) => {
  return Object.entries<Row>(table).map(([name, row]) => ({ id: `${resource}.${name}`, resource, name, row }))
})

async function open(answer: Parameters<typeof startServer>[0]) {
  const server = await startServer(answer)
  return { server, client: createClient({ baseUrl: server.baseUrl, apiKey: secret }) }
}

const anything: Parameters<typeof startServer>[0] = (response) =>
  json(response, 200, { id: 'x', data: [], nextCursor: null })

describe('the client', () => {
  it.each(rows)('has $id as a function that calls its row', async ({ resource, name, row }) => {
    const { client, server } = await open(anything)
    const table = client as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>
    const names = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => String(parameter))
    const params = Object.fromEntries(names.map((parameter) => [parameter, 'x_1']))
    const takesInput = row.method !== 'GET' && !row.bodyless
    const args = [
      ...(names.length === 0 ? [] : [names.length === 1 && names[0] === 'id' ? 'x_1' : params]),
      ...(row.paged ? [{ limit: 7 }] : []),
      ...(takesInput ? [{ a: 1 }] : []),
    ]
    await table[resource]?.[name]?.(...args, { headers: { 'x-last': 'yes' } })
    const [request] = server.requests
    expect(request?.method).toBe(row.method)
    expect(request?.url).toBe(`/v1${row.path.replaceAll(/\{\w+\}/g, 'x_1')}${row.paged ? '?limit=7' : ''}`)
    expect(request?.body).toBe(takesInput ? '{"a":1}' : '')
    expect(request?.headers['x-last']).toBe('yes')
    expect('idempotency-key' in (request?.headers ?? {})).toBe(row.method !== 'GET' && !row.reads)
  })

  it('runs the hooks of the host around each attempt', async () => {
    const server = await startServer((response, _request, count) =>
      count === 1
        ? problem(response, 503, 'maintenance', {}, { 'retry-after': '0' })
        : json(response, 200, { ok: true }),
    )
    const seen: string[] = []
    const client = createClient({
      baseUrl: server.baseUrl,
      apiKey: secret,
      hooks: {
        beforeRequest: [({ request }) => request.headers.set('traceparent', '00-1-2-01')],
        afterResponse: [({ response }) => void seen.push(String(response.status))],
      },
    })
    await client.me.get()
    expect(seen).toEqual(['503', '200'])
    expect(server.requests.map(({ headers }) => headers['traceparent'])).toEqual(['00-1-2-01', '00-1-2-01'])
  })

  it('does not call a replayed secret a success: it was shown once, in an answer that was lost', async () => {
    const { client } = await open((response) => {
      json(response, 201, { id: 'key_1', secretShownOnce: true }, { 'idempotency-replayed': 'true' })
    })
    const error = await failureOf(client.apiKeys.create({ name: 'x', role: 'reseller_owner' }))
    expect(error.kind).toBe('protocol')
    expect(error.message).toContain('revoke key_1 and make another')
  })

  it('calls by a link that was mailed, alone or beside a session', async () => {
    const server = await startServer(anything)
    await createClient({ baseUrl: server.baseUrl, link: 'cl_a' }).accessRequests.current()
    await createClient({ baseUrl: server.baseUrl, link: 'cl_b', token: 'session' }).accessRequests.current()
    expect(
      server.requests.map(({ url, headers }) => [url, headers['clientele-link'], headers['authorization']]),
    ).toEqual([
      ['/v1/access-requests/current', 'cl_a', undefined],
      ['/v1/access-requests/current', 'cl_b', 'Bearer session'],
    ])
  })

  it('speaks of a row by its name', async () => {
    const { client } = await open((response) => problem(response, 404, 'not_found'))
    expect((await failureOf(client.clients.get('acc_1'))).message).toContain('clients.get was refused (404 not_found)')
  })

  it('has its transport for `call`', async () => {
    const { client, server } = await open(anything)
    await call(client.transport, resources.me.get)
    expect(server.requests[0]?.url).toBe('/v1/me')
  })

  it.each([
    ['no input', () => undefined],
    ['a text', () => '{}'],
  ])('refuses %s as an input', async (_, input) => {
    const { client, server } = await open(anything)
    expect(await failureOf(client.clients.create(input() as never))).toMatchObject({ kind: 'usage' })
    expect(server.requests).toHaveLength(0)
  })

  it('refuses an input that JSON cannot hold, and keeps the reason', async () => {
    const { client } = await open(anything)
    const error = await failureOf(client.clients.create({ form: 1n } as never))
    expect(error).toMatchObject({ kind: 'usage', cause: expect.any(TypeError) })
  })

  it('refuses more arguments than a row takes', async () => {
    const { client } = await open(anything)
    const get = client.me.get as (...args: unknown[]) => Promise<unknown>
    expect((await failureOf(get({}, {}))).message).toContain('options are the last one')
  })
})

describe('a call', () => {
  it('is sent at once, awaited or not', async () => {
    const { client, server } = await open(anything)
    const started = client.me.get()
    await server.received(1)
    expect(await started).toMatchObject({ id: 'x' })
  })

  it('is a promise', async () => {
    const { client } = await open(anything)
    const started = client.me.get()
    expect(started).toBeInstanceOf(Promise)
    expect(await Promise.all([started, client.me.get()])).toMatchObject([{ id: 'x' }, { id: 'x' }])
    expect(await started.finally(() => {})).toMatchObject({ id: 'x' })
  })

  it('gives status, headers, request id and attempts on request', async () => {
    const { client } = await open((response) => json(response, 201, { id: 'acc_1' }, { etag: '"7"' }))
    const { data, response } = await client.clients.get('acc_1').withResponse()
    expect(data.id).toBe('acc_1')
    expect(response).toMatchObject({ status: 201, requestId: 'req_1', attempts: 1, replayed: false })
    expect(response.headers.get('etag')).toBe('"7"')
  })

  it('leaves no rejection unhandled when only `withResponse` is awaited', async () => {
    const { client } = await open((response) => problem(response, 404, 'not_found'))
    expect(await failureOf(client.clients.get('acc_1').withResponse())).toMatchObject({ code: 'not_found' })
  })
})

describe('errors', () => {
  it('are told apart by code', async () => {
    const data = { domain: 'example.com', clientId: 'acc_2' }
    const { client } = await open((response) => problem(response, 409, 'domain_taken_own', { data }))
    const error: unknown = await failureOf(client.clients.get('acc_1'))
    expect(isApiError(error)).toBe(true)
    expect(isApiError(error, 'domain_taken_other')).toBe(false)
    expect(isApiError(error, 'domain_taken_own') && error.data.clientId).toBe('acc_2')
  })

  it('are known across bundles, and nothing else is', () => {
    const foreign = { [Symbol.for('@clientele/sdk/error')]: true, kind: 'api', code: 'not_found' }
    expect(isApiError(foreign, 'not_found')).toBe(true)
    expect(isClienteleError(foreign, 'network')).toBe(false)
    for (const other of [null, undefined, 'x', new Error('x'), { kind: 'api' }])
      expect(isClienteleError(other)).toBe(false)
  })
})
