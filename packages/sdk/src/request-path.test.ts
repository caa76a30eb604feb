import { clients } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { failureOf, setUp } from './testing/call-setup.ts'
import { json, startServer } from './testing/test-server.ts'

/** The address that the server sees for a call of `clients.get`. */
async function addressFor(id: string) {
  const server = await startServer((response) => json(response, 200, {}))
  await call(setUp(server).transport, clients.get, id)
  return server.requests[0]?.url
}

async function refusalOf(id: unknown) {
  const server = await startServer((response) => json(response, 200, {}))
  const error = await failureOf(call(setUp(server).transport, clients.get, id as string))
  expect(server.requests).toHaveLength(0)
  return error
}

describe('an id in a path', () => {
  it.each(['', '.', '..'])("is refused when it is '%s', for the call would go to another address", async (id) => {
    const error = await refusalOf(id)
    expect(error).toMatchObject({ kind: 'usage', attempts: 0 })
    expect(error.message).toBe(
      `Clientele: GET /clients/{id} got '${id}' as \`id\`, which would change the address of the call. Give the id of a resource, such as acc_….`,
    )
  })

  it.each([
    ['a/b', 'a%2Fb'],
    ['%2e%2e', '%252e%252e'],
    ['../me', '..%2Fme'],
    ['a?b#c', 'a%3Fb%23c'],
    ['a\\b', 'a%5Cb'],
    ['ä b', '%C3%A4%20b'],
    ['a\r\nb', 'a%0D%0Ab'],
  ])('is written so that it stays one segment: %j', async (id, segment) => {
    expect(await addressFor(id)).toBe(`/v1/clients/${segment}`)
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, 'number'],
    [{}, 'undefined'],
  ])('is refused when it is no text: %j', async (id, type) => {
    expect((await refusalOf(id)).message).toContain(`needs \`id\` as a string, and got ${type}`)
  })

  it('is refused when it is half a character, without a URIError', async () => {
    expect(await refusalOf('\ud800')).toMatchObject({ kind: 'usage', cause: expect.any(URIError) })
  })
})

describe('a query', () => {
  /** The query that the server sees for a call of `clients.list`. */
  async function queryFor(query: Record<string, unknown>) {
    const server = await startServer((response) => json(response, 200, { data: [], nextCursor: null }))
    await call(setUp(server).transport, clients.list, query)
    return server.requests[0]?.url
  }

  it('is left out where there is none', async () => {
    expect(await queryFor({ q: undefined })).toBe('/v1/clients')
  })

  it('repeats the name of what has several values', async () => {
    expect(await queryFor({ status: ['active', 'suspended'], limit: 10, q: 'a&b=ü' })).toBe(
      '/v1/clients?status=active&status=suspended&limit=10&q=a%26b%3D%C3%BC',
    )
  })

  it('refuses an empty list, which would find everything', async () => {
    const error = await failureOf(queryFor({ owner: [] }))
    expect(error.message).toContain('got an empty list as `owner`, which would find everything')
  })

  it('refuses options that stand in its place', async () => {
    const error = await failureOf(queryFor({ signal: AbortSignal.abort() }))
    expect(error.message).toContain('Options such as `signal` are the argument after it')
  })
})
