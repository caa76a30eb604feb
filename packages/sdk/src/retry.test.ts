import type { ServerResponse } from 'node:http'
import { clients } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { aClient, failureOf, setUp } from './testing/call-setup.ts'
import { json, problem, startServer, unusedAddress } from './testing/test-server.ts'

const retryAfter = (value: string, more = {}) => ({ 'retry-after': value, ...more })

/** Fails once as told, then answers. */
function failsOnce(fail: (response: ServerResponse) => void) {
  return startServer((response, _, count) => (count === 1 ? fail(response) : json(response, 200, { id: 'acc_1' })))
}

describe('waiting', () => {
  it('sends a call again after 429 without Retry-After, later each time and with jitter', async () => {
    const server = await startServer((response) => problem(response, 429, 'rate_limited'))
    const { read, clock } = setUp(server)
    const failed = failureOf(read())
    await clock.elapse(250) // half of 500, then half of 1000
    await clock.elapse(500)
    expect(await failed).toMatchObject({ kind: 'api', status: 429, code: 'rate_limited', attempts: 3, retryable: true })
    expect(server.requests).toHaveLength(3)
    expect(clock.running).toBe(0)
  })

  it('waits as many seconds as Retry-After says', async () => {
    const server = await failsOnce((response) => problem(response, 429, 'rate_limited', {}, retryAfter('7')))
    const { read, clock } = setUp(server)
    const answer = read()
    await clock.elapse(7000)
    expect(await answer).toEqual({ id: 'acc_1' })
  })

  it("waits until the date in Retry-After, as the server's own clock has it", async () => {
    const date = 'Wed, 21 Oct 2015 07:28:00 GMT'
    const later = retryAfter('Wed, 21 Oct 2015 07:28:09 GMT', { date })
    const server = await failsOnce((response) => problem(response, 503, 'maintenance', {}, later))
    const { read, clock } = setUp(server)
    const answer = read()
    await clock.elapse(9000)
    expect(await answer).toEqual({ id: 'acc_1' })
  })

  it('gives up at once where Retry-After is longer than it would wait, and says how long', async () => {
    const server = await startServer((response) => problem(response, 429, 'rate_limited', {}, retryAfter('31')))
    const error = await failureOf(setUp(server).read())
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 31_000 })
    expect(error.message).toContain('Try again in 31 s.')
  })

  it('waits longer where it is told to', async () => {
    const server = await failsOnce((response) => problem(response, 429, 'rate_limited', {}, retryAfter('31')))
    const { read, clock } = setUp(server, { maxRetryAfter: 60_000 })
    const answer = read()
    await clock.elapse(31_000)
    expect(await answer).toEqual({ id: 'acc_1' })
  })

  it('gives up at once where the wait would outlast the whole call', async () => {
    const server = await startServer((response) => problem(response, 429, 'rate_limited', {}, retryAfter('5')))
    const error = await failureOf(setUp(server).read({ totalTimeout: 4000 }))
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 5000 })
  })
})

describe('what is sent again', () => {
  it.each([502, 503, 504])('a call that was answered %i, whoever answered', async (status) => {
    const server = await failsOnce((response) => response.writeHead(status).end('<html>'))
    const { read, clock } = setUp(server)
    const answer = read()
    await clock.elapse(250)
    expect(await answer).toEqual({ id: 'acc_1' })
  })

  it('a call whose problem says that it can be', async () => {
    const server = await failsOnce((response) => problem(response, 409, 'idempotency_in_progress', { retryable: true }))
    const { write, clock } = setUp(server)
    const answer = write()
    await clock.elapse(250)
    await answer
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it.each([400, 401, 403, 404, 409, 412, 422, 500])('not one that was refused with %i', async (status) => {
    const server = await startServer((response) => problem(response, status, 'some_code'))
    expect(await failureOf(setUp(server).read())).toMatchObject({ kind: 'api', status, attempts: 1, retryable: false })
  })

  it('nothing with `retries: 0`', async () => {
    const server = await startServer((response) => problem(response, 503, 'maintenance'))
    expect(await failureOf(setUp(server).read({ retries: 0 }))).toMatchObject({ attempts: 1 })
  })
})

describe('a broken connection', () => {
  it('before the write was taken: it is sent again with the same key', async () => {
    const server = await failsOnce((response) => response.socket?.resetAndDestroy())
    const { write, clock } = setUp(server)
    const answer = write()
    await clock.elapse(250)
    await answer
    const [first, second] = server.requests
    expect(first?.headers['idempotency-key']).toMatch(/^[\da-f-]{36}$/)
    expect(second).toEqual({ ...first, headers: { ...first?.headers } })
    expect(JSON.parse(second?.body ?? '')).toEqual(aClient)
  })

  it('after the write was taken: it is done once, and the answer is marked as a replay', async () => {
    const done = new Map<string, { id: string }>()
    const server = await startServer((response, { headers }) => {
      const key = String(headers['idempotency-key'])
      const before = done.get(key)
      if (before) return json(response, 201, before, { 'idempotency-replayed': 'true' })
      done.set(key, { id: `acc_${done.size + 1}` })
      response.socket?.resetAndDestroy()
    })
    const { transport, clock } = setUp(server)

    const answer = call(transport, clients.create, aClient).withResponse()
    await clock.elapse(250)
    expect(await answer).toMatchObject({
      data: { id: 'acc_1' },
      response: { attempts: 2, replayed: true, status: 201 },
    })
    expect(done.size).toBe(1)
  })

  it('for good: the error names the key, so that the caller can find out what became of the write', async () => {
    const server = await startServer((response) => response.socket?.resetAndDestroy())
    const { write, clock } = setUp(server)
    const failed = failureOf(write({ idempotencyKey: 'row-7' }))
    await clock.elapse(250)
    await clock.elapse(500)
    expect(await failed).toMatchObject({ kind: 'network', attempts: 3, retryable: true, idempotencyKey: 'row-7' })
    expect((await failed).cause).toBeInstanceOf(TypeError)
  })

  it('no server at all: the message says where nobody was', async () => {
    const baseUrl = await unusedAddress()
    const error = await failureOf(setUp({ baseUrl }).read({ retries: 0 }))
    expect(error.message).toBe(
      `Clientele: GET /clients/{id} got no answer from ${baseUrl}: the connection failed (ECONNREFUSED). [1 attempt]`,
    )
  })
})

it('sends no key with calls that change nothing', async () => {
  const server = await startServer((response) => json(response, 200, { errors: [] }))

  await call(setUp(server).transport, clients.check, { form: 'quick' })
  expect(server.requests[0]?.method).toBe('POST')
  expect(server.requests[0]?.headers).not.toHaveProperty('idempotency-key')
})

it('takes another key for each call', async () => {
  const server = await startServer((response) => json(response, 201, {}))
  const { write } = setUp(server)
  await write()
  await write()
  expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
})
