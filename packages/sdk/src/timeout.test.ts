import { describe, expect, it } from 'vitest'
import { failureOf, setUp } from './testing/call-setup.ts'
import { json, problem, startServer } from './testing/test-server.ts'

describe('the time limit of an attempt', () => {
  it('ends a slow answer, and the call is sent again', async () => {
    const server = await startServer((response, _, count) => count === 2 && json(response, 200, { id: 'acc_1' }))
    const { read, clock } = setUp(server)
    const answer = read()
    await server.received(1)
    await clock.elapse(10_000)
    await clock.elapse(250)
    expect(await answer).toEqual({ id: 'acc_1' })
  })

  it('ends a body that stalls', async () => {
    const server = await startServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":')
    })
    const { read, clock } = setUp(server)
    const failed = failureOf(read({ timeout: 1000, retries: 0 }))
    await server.received(1)
    await clock.elapse(1000)
    expect(await failed).toMatchObject({ kind: 'timeout', attempts: 1, retryable: true })
    expect((await failed).message).toContain('had no whole answer within 1000 ms (`timeout`)')
  })

  it('sends a write again with the same key', async () => {
    const server = await startServer((response, _, count) => count === 2 && json(response, 201, {}))
    const { write, clock } = setUp(server)
    const answer = write()
    await server.received(1)
    await clock.elapse(10_000)
    await clock.elapse(250)
    await answer
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })
})

describe('the time limit of a call', () => {
  it('cuts the last attempt short', async () => {
    const server = await startServer(() => {})
    const { read, clock } = setUp(server)
    const failed = failureOf(read({ totalTimeout: 12_000 }))
    await server.received(1)
    await clock.elapse(10_000)
    await clock.elapse(250)
    await server.received(2)
    await clock.elapse(1750)
    expect(await failed).toMatchObject({ kind: 'timeout', attempts: 2 })
    expect((await failed).message).toContain('was not done in time (`totalTimeout`)')
    expect(clock.running).toBe(0)
  })

  it('covers the wait for the token', async () => {
    const server = await startServer((response) => json(response, 200, {}))
    const { read, clock } = setUp(server, { token: () => new Promise(() => {}) })
    const failed = failureOf(read({ totalTimeout: 3000 }))
    await clock.elapse(3000)
    expect(await failed).toMatchObject({ kind: 'timeout', attempts: 0 })
  })

  it('gives the last refusal rather than waiting for its end', async () => {
    const server = await startServer((response) => problem(response, 503, 'maintenance'))
    expect(await failureOf(setUp(server).read({ totalTimeout: 250 }))).toMatchObject({ status: 503, attempts: 1 })
  })
})
