import { clients } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { failureOf, setUp } from './testing/call-setup.ts'
import { json, problem, startServer, type Seen } from './testing/test-server.ts'

/** Three pages of two: c1, c2 · c3, c4 · c5. */
function startPages() {
  return startServer((response, { url }) => {
    const at = Number(new URL(url, 'http://x').searchParams.get('cursor') ?? 1)
    const data = [{ id: `c${at}` }, { id: `c${at + 1}` }].slice(0, at === 5 ? 1 : 2)
    json(response, 200, { data, nextCursor: at === 5 ? null : String(at + 2) })
  })
}

const urls = (requests: readonly Seen[]) => requests.map(({ url }) => url)

async function list() {
  const server = await startPages()
  return { server, call: call(setUp(server).transport, clients.list, { q: 'a' }) }
}

describe('a list', () => {
  it('awaited is its first page', async () => {
    const { server, call } = await list()
    expect(await call).toEqual({ data: [{ id: 'c1' }, { id: 'c2' }], nextCursor: '3' })
    expect(server.requests).toHaveLength(1)
  })

  it('iterated is every item of every page, the first page asked for once', async () => {
    const { server, call } = await list()
    const ids: string[] = []
    for await (const { id } of call) ids.push(id)
    expect(ids).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
    expect(urls(server.requests)).toEqual(['/v1/clients?q=a', '/v1/clients?q=a&cursor=3', '/v1/clients?q=a&cursor=5'])
  })

  it('awaited and then iterated asks for the first page once', async () => {
    const { server, call } = await list()
    await call
    expect(await call.toArray({ limit: 100 })).toHaveLength(5)
    expect(server.requests).toHaveLength(3)
  })

  it('asks for no page that nobody wants', async () => {
    const { server, call } = await list()
    for await (const { id } of call) if (id === 'c2') break
    expect(server.requests).toHaveLength(1)
  })

  it('gives its pages one by one', async () => {
    const { call } = await list()
    const sizes: number[] = []
    for await (const { data } of call.pages()) sizes.push(data.length)
    expect(sizes).toEqual([2, 2, 1])
  })

  it('as an array ends at the limit, and asks for no page beyond it', async () => {
    const { server, call } = await list()
    expect(await call.toArray({ limit: 4 })).toHaveLength(4)
    expect(server.requests).toHaveLength(2)
  })

  it('as an array wants a limit', async () => {
    const { call } = await list()
    const error = await failureOf(call.toArray({} as { limit: number }))
    expect(error.message).toContain('needs a limit')
  })

  it('starts where it is told to', async () => {
    const server = await startPages()
    const items = await call(setUp(server).transport, clients.list, { cursor: '5' }).toArray({ limit: 10 })
    expect(items).toEqual([{ id: 'c5' }])
  })

  it('does not go in circles with a server that repeats a cursor', async () => {
    const server = await startServer((response) => json(response, 200, { data: [{}], nextCursor: 'x' }))
    const error = await failureOf(call(setUp(server).transport, clients.list).toArray({ limit: 100 }))
    expect(error).toMatchObject({ kind: 'protocol', requestId: 'req_1' })
    expect(error.message).toContain('same `nextCursor` twice')
    expect(server.requests).toHaveLength(2)
  })

  it('says so when what came is no page', async () => {
    const server = await startServer((response) => json(response, 200, { items: [] }))
    const error = await failureOf(call(setUp(server).transport, clients.list).toArray({ limit: 100 }))
    expect(error).toMatchObject({ kind: 'protocol' })
  })

  it('fails where a page fails, after the items before it', async () => {
    const server = await startServer((response, _, count) => {
      if (count === 1) json(response, 200, { data: [{ id: 'c1' }], nextCursor: 'x' })
      else problem(response, 400, 'cursor_invalid')
    })
    const ids: string[] = []
    const walk = async () => {
      for await (const { id } of call(setUp(server).transport, clients.list)) ids.push(id)
    }
    expect(await failureOf(walk())).toMatchObject({ code: 'cursor_invalid' })
    expect(ids).toEqual(['c1'])
  })
})
