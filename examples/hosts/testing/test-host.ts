import { createClient, isApiError, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A host as the network sees it. */
export interface MountedHost {
  /** Of the API, without `/v1`. */
  baseUrl: string
  clientele: ClienteleServer
  fetch?: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

/** What has to work wherever the server is mounted. */
export function testHost(start: () => Promise<MountedHost>): void {
  let host: MountedHost
  let client: Clientele
  const send = (path: string, init?: RequestInit) => (host.fetch ?? fetch)(new Request(`${host.baseUrl}${path}`, init))

  beforeAll(async () => {
    host = await start()
    const platform = await host.clientele.bootstrap({ name: 'Example Hosting' })
    client = createClient({
      baseUrl: host.baseUrl,
      apiKey: platform?.secret ?? '',
      ...(host.fetch ? { fetch: host.fetch } : {}),
      retries: 0,
    })
  })
  afterAll(() => host.close())

  test('lists over several pages', async () => {
    for (const lastName of ['One', 'Two', 'Three']) {
      await client.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName } })
    }
    const names: string[] = []
    for await (const { name } of client.clients.list({ q: 'ada', limit: 2, sort: 'createdAt' })) names.push(name)
    expect(names).toEqual(['Ada One', 'Ada Two', 'Ada Three'])
  })

  test('does a write with one idempotency key once', async () => {
    const input = { form: 'quick', person: { firstName: 'Grace', lastName: 'Hopper' } } as const
    const options = { idempotencyKey: 'the-same' }
    const first = await client.clients.create(input, options).withResponse()
    const again = await client.clients.create(input, options).withResponse()
    expect([first.response.replayed, again.response.replayed]).toEqual([false, true])
    expect(again.data).toEqual(first.data)
  })

  test('reads, changes and replaces, with etags in both directions', async () => {
    const added = await client.clients.create({ form: 'quick', person: { firstName: 'Mary', lastName: 'Jackson' } })
    const { data, response } = await client.clients.get(added.id).withResponse()
    expect(response.headers.get('etag')).toBe(data.etag)
    const changed = await client.clients.update(added.id, { phone: '+442079460018' }, { ifMatch: data.etag })
    expect(changed.phone).toBe('+442079460018')
    expect(await client.clients.setTags(added.id, { tags: ['vip'] })).toMatchObject({ tags: ['vip'] })
    const stale = client.clients.update(added.id, { phone: '+442079460019' }, { ifMatch: data.etag })
    await expect(stale).rejects.toMatchObject({ code: 'etag_mismatch' })
  })

  test('a strange id is a problem that the SDK understands', async () => {
    const error = await client.clients.get('acc_00000000000000000000000000').catch((reason: unknown) => reason)
    expect(isApiError(error, 'not_found')).toBe(true)
  })

  test('an unknown address below it is the problem of the server, not the page of the host', async () => {
    const response = await send('/v1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })

  test('takes a large body whole, and refuses one that is too large', async () => {
    const metadata = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`key ${at}`, '佐'.repeat(500)]))
    const input = { form: 'quick', person: { firstName: 'Katherine', lastName: 'Johnson' } } as const
    const added = await client.clients.create({ ...input, metadata })
    expect((await client.clients.get(added.id)).metadata).toEqual(metadata)
    const tooLarge = client.clients.create({ ...input, description: 'x'.repeat(2_000_000) })
    await expect(tooLarge).rejects.toMatchObject({ code: 'payload_too_large', data: { maxBytes: 1_000_000 } })
  })

  test('answers the preflight of a browser', async () => {
    const response = await send('/v1/clients', {
      method: 'OPTIONS',
      headers: { origin: 'https://panel.example.com', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
  })
}
