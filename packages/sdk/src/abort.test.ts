import { getEventListeners } from 'node:events'
import { clients } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { failureOf, setUp } from './testing/call-setup.ts'
import { json, problem, startServer } from './testing/test-server.ts'

const reason = new Error('The page was left.')

describe('aborting', () => {
  it('before the call: nothing is sent', async () => {
    const server = await startServer((response) => json(response, 200, {}))
    const error = await failureOf(setUp(server).read({ signal: AbortSignal.abort(reason) }))
    expect(error).toMatchObject({ kind: 'aborted', attempts: 0, retryable: false, cause: reason })
    expect(server.requests).toHaveLength(0)
  })

  it('while waiting for the token', async () => {
    const controller = new AbortController()
    const server = await startServer((response) => json(response, 200, {}))
    const token = () => new Promise<string>(() => queueMicrotask(() => controller.abort(reason)))
    const error = await failureOf(setUp(server, { token }).read(controller))
    expect(error).toMatchObject({ kind: 'aborted', attempts: 0, cause: reason })
  })

  it('while the server thinks: the connection is given up as well', async () => {
    const controller = new AbortController()
    const closed = Promise.withResolvers<void>()
    const server = await startServer((response) => {
      response.once('close', closed.resolve)
      controller.abort(reason)
    })
    const error = await failureOf(setUp(server).read(controller))
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1, cause: reason })
    await closed.promise
  })

  it('while the body is read', async () => {
    const controller = new AbortController()
    const server = await startServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":')
    })
    const fetch = async (request: Request) => {
      const response = await globalThis.fetch(request)
      queueMicrotask(() => controller.abort(reason))
      return response
    }
    const error = await failureOf(setUp(server, { fetch }).read(controller))
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1, cause: reason })
  })

  it('while waiting to send it again', async () => {
    const controller = new AbortController()
    const server = await startServer((response) => problem(response, 503, 'maintenance', {}, { 'retry-after': '20' }))
    const { read, clock } = setUp(server)
    const failed = failureOf(read(controller))
    await clock.started(20_000)
    controller.abort(reason)
    expect(await failed).toMatchObject({ kind: 'aborted', attempts: 1, cause: reason })
    expect(clock.running).toBe(0)
  })

  it('a fetch that heeds no signal', async () => {
    const controller = new AbortController()
    const fetch = () => new Promise<Response>(() => queueMicrotask(() => controller.abort(reason)))
    const error = await failureOf(setUp({ baseUrl: 'http://clientele.test' }, { fetch }).read(controller))
    expect(error).toMatchObject({ kind: 'aborted', cause: reason })
  })

  it('says aborted, whatever the reason was', async () => {
    const error = await failureOf(setUp({ baseUrl: 'http://clientele.test' }).read({ signal: AbortSignal.abort() }))
    expect(error.message).toBe('Clientele: GET /clients/{id} was aborted by its signal. [0 attempts]')
    expect(error.cause).toBeInstanceOf(DOMException)
  })
})

it('leaves no listener behind on a signal after 10,000 calls', async () => {
  const { signal } = new AbortController()
  const { clock, transport } = setUp({ baseUrl: 'http://clientele.test' }, { fetch: async () => Response.json({}) })
  for (let batch = 0; batch < 100; batch++) {
    await Promise.all(Array.from({ length: 100 }, () => call(transport, clients.get, 'acc_1', { signal })))
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  expect(clock.running).toBe(0)
})

it('leaves no listener behind on a signal after calls over a socket, failed ones included', async () => {
  const { signal } = new AbortController()
  const server = await startServer((response, _, count) => {
    if (count % 2 === 0) json(response, 200, {})
    else problem(response, 404, 'not_found')
  })
  const { read } = setUp(server)
  await Promise.allSettled(Array.from({ length: 50 }, () => read({ signal })))
  expect(server.requests).toHaveLength(50)
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
