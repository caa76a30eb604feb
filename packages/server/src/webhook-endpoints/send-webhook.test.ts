import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startReceiver } from '../testing/webhook-receiver.ts'
import { webhookSender } from './send-webhook.ts'

const onLoopback = { allowPrivateAddresses: true }
const nowhere = { status: null, detail: 'The address leads to nothing that is public.' }
const send = (to: string, options: Parameters<typeof webhookSender>[0] = onLoopback) =>
  webhookSender(options)(to, { 'webhook-id': 'whd_1' }, '{"name":"Zoë"}')

describe('a message', () => {
  test('is posted as it is', async () => {
    const receiver = await startReceiver()
    expect(await send(receiver.url)).toEqual({ status: 204, detail: null, retryAfter: undefined })
    expect(receiver.taken).toEqual([
      { body: '{"name":"Zoë"}', headers: expect.objectContaining({ 'webhook-id': 'whd_1', 'content-length': '15' }) },
    ])
  })

  test.each([400, 404, 410, 429, 500, 503])('that is answered by %i tells so', async (status) => {
    const receiver = await startReceiver((response) => response.writeHead(status, { 'retry-after': '7' }).end('no'))
    const detail = `The receiver answered ${status}.`
    expect(await send(receiver.url)).toEqual({ status, detail, retryAfter: '7' })
  })

  test.each([301, 302, 307, 308])('is not carried on by a redirect (%i)', async (status) => {
    const inside = await startReceiver()
    const receiver = await startReceiver((response) => response.writeHead(status, { location: inside.url }).end())
    expect(await send(receiver.url)).toMatchObject({ status, detail: expect.stringContaining('not followed') })
    expect(inside.taken).toEqual([])
  })
})

describe('a receiver', () => {
  test('that never answers is waited for so long and no longer', async () => {
    const receiver = await startReceiver(() => {})
    const answer = await send(receiver.url, { ...onLoopback, timeout: 1_500 })
    expect(answer).toEqual({ status: null, detail: 'No answer came within 1.5 s.' })
    expect(receiver.taken).toHaveLength(1)
  })

  test('that begins to answer and never ends has answered', async () => {
    const receiver = await startReceiver((response) => response.writeHead(200).write('x'))
    expect(await send(receiver.url, { ...onLoopback, timeout: 1_500 })).toMatchObject({ status: 200, detail: null })
  })

  test('that answers without end is cut off', async () => {
    let hasHungUp = false
    const receiver = await startReceiver((response) => {
      response.once('close', () => (hasHungUp = true))
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue
      }
      response.writeHead(200).on('drain', more)
      more()
    })
    // the time it may take is not what ends it
    expect(await send(receiver.url, { ...onLoopback, timeout: 600_000 })).toMatchObject({ status: 200 })
    await expect.poll(() => hasHungUp).toBe(true)
  })

  test('that hangs up in the middle has not answered', async () => {
    const receiver = await startReceiver((response) => response.destroy())
    expect(await send(receiver.url)).toEqual({ status: null, detail: 'The connection failed: ECONNRESET.' })
  })

  test('that hangs up after the status has answered', async () => {
    const receiver = await startReceiver((response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('x', () => response.destroy())
    })
    expect(await send(receiver.url)).toMatchObject({ status: 200 })
  })

  test.each([
    ['something that is no HTTP', 'SSH-2.0-x\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`],
    ['nothing', ''],
  ])('that says %s has not answered', async (_, words) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(words))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ status: null, detail: expect.any(String) })
  })

  test('that is not there says so', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ detail: 'The connection failed: ECONNREFUSED.' })
  })
})

describe('without leave to send to private addresses', () => {
  const resolving = (...addresses: string[]) => ({
    resolve: async () =>
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
  })

  test.each([
    'http://127.0.0.1:PORT/',
    'https://127.0.0.1:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://localhost:PORT/',
  ])('nothing is sent to %s, even where the endpoint is there already', async (url) => {
    const receiver = await startReceiver()
    expect(await send(url.replace('PORT', String(receiver.port)), {})).toEqual(nowhere)
    expect(receiver.taken).toEqual([])
  })

  test.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['10.0.0.7']],
    [['169.254.169.254']],
    // one that is public does not make up for one that is not
    [['93.184.215.14', '127.0.0.1']],
    [['2606:4700::1111', 'fd00::1']],
    [[]],
  ])('nothing is connected to where a name leads to %s', async (addresses) => {
    let connected = 0
    const server = createServer(() => connected++).listen(0)
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await send(`https://hooks.example.com:${port}/`, resolving(...addresses))).toEqual(nowhere)
    expect(connected).toBe(0)
  })

  test('a name that is not there reads like one that leads inside', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await send('https://hooks.example.com/', { resolve })).toEqual(nowhere)
  })

  test('what was looked up is what is connected to: a name that says something else a moment later is not asked', async () => {
    const asked: string[] = []
    let connected = 0
    const server = createServer(() => connected++).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const rebinding = async (name: string) => {
      asked.push(name)
      // an address for documentation: nothing answers there
      return [{ address: asked.length % 2 === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]
    }
    await send(`https://hooks.example.com:${port}/`, { ...onLoopback, resolve: rebinding, timeout: 50 })
    expect([asked.length, connected]).toEqual([1, 0])
    // the second time it leads inside, and that is seen as well
    expect(await send(`https://hooks.example.com:${port}/`, { resolve: rebinding })).toEqual(nowhere)
    expect([asked.length, connected]).toEqual([2, 0])
  })
})

test('a name is connected to at the address that it was given', async () => {
  const receiver = await startReceiver()
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const answer = await send(`http://hooks.localhost:${receiver.port}/`, { ...onLoopback, resolve })
  expect(answer).toMatchObject({ status: 204 })
  expect(receiver.taken[0]?.headers.host).toBe(`hooks.localhost:${receiver.port}`)
})
