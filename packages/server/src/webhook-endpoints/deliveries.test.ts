import type { WebhookEndpointWithSecret, WebhookMessage } from '@clientele/contract'
import { verifyWebhook } from '@clientele/sdk/webhooks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createServer } from '../create-server.ts'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { startReceiver, type Receiver, type Taken } from '../testing/webhook-receiver.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const webhooks = { allowPrivateAddresses: true, timeout: 60_000 }
const { north, server, clock, database } = await openTestPlatform({ masterKey, webhooks })
const { webhookEndpoints: endpoints, clients } = north.owner
const second = 1000
const hour = 60 * minute

afterEach(async () => {
  for (const { id } of await endpoints.list().toArray({ limit: 100 })) await endpoints.remove(id)
})

/** An endpoint for new clients, at a receiver of its own. */
async function open(receiver: Receiver, events: 'client.created' | 'client.contact_updated' = 'client.created') {
  return endpoints.create({ url: receiver.url, events: [events] })
}

const deliveriesTo = async ({ id }: WebhookEndpointWithSecret) =>
  (await endpoints.deliveries(id).toArray({ limit: 200 })).toReversed()

/** Collects until there are so many, and sends what is due by then. The feed waits for what is under way. */
async function runDue(
  endpoint: WebhookEndpointWithSecret,
  count: number,
  by: Pick<typeof server, 'runDue'> = server,
): Promise<void> {
  await vi.waitFor(
    async () => {
      await by.runDue()
      const made = await deliveriesTo(endpoint)
      if (made.length < count) throw new Error(`${made.length} of ${count} deliveries are there.`)
    },
    { timeout: 20_000, interval: 10 },
  )
}

const verified = ({ headers, body }: Taken, secrets: string | string[]) =>
  verifyWebhook(body, headers, secrets, { now: clock.now() })
const idOf = ({ headers }: Taken) => headers['webhook-id']
const subjectOf = ({ body }: Taken) => (JSON.parse(body) as WebhookMessage).data.subject.id
const secretOf = ({ secret }: { secret?: string | undefined }) => secret ?? ''

describe('scenario 33: a webhook', () => {
  test('is signed so that who holds the secret can tell', async () => {
    const receiver = await startReceiver()
    const endpoint = await open(receiver)
    const client = await clients.create(quick())
    await runDue(endpoint, 1)
    const [taken] = receiver.taken as [Taken]
    const { id, sentAt, payload } = await verified(taken, secretOf(endpoint))
    const [delivery] = await deliveriesTo(endpoint)
    expect([id, sentAt]).toEqual([delivery?.id, clock.now()])
    expect(payload).toMatchObject({
      type: 'client.created',
      timestamp: client.createdAt,
      data: { id: delivery?.eventId, type: 'client.created', subject: { type: 'client', id: client.id } },
    })
    expect(taken.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204, nextAttemptAt: null })
    const stranger = await open(receiver)
    await expect(verified(taken, secretOf(stranger))).rejects.toThrow('signed with none of the secrets')
  })

  test('that comes again has the same id, and is signed anew', async () => {
    const receiver = await startReceiver(500)
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    receiver.answerWith(200)
    clock.move(6 * second)
    await server.runDue()
    const [first, again] = receiver.taken as [Taken, Taken]
    expect(receiver.taken).toHaveLength(2)
    expect(idOf(again)).toBe(idOf(first))
    expect(again.body).toBe(first.body)
    expect((await verified(again, secretOf(endpoint))).sentAt).toEqual(clock.now())
    expect(again.headers['webhook-timestamp']).not.toBe(first.headers['webhook-timestamp'])
  })

  test('is replayed under the same id, also one that arrived', async () => {
    const receiver = await startReceiver()
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    const [delivery] = await deliveriesTo(endpoint)
    clock.move(hour)
    const again = await endpoints.replay(delivery?.id ?? '')
    expect(again).toMatchObject({ id: delivery?.id, state: 'pending', nextAttemptAt: clock.now().toISOString() })
    await server.runDue()
    expect(receiver.taken.map(idOf)).toEqual([delivery?.id, delivery?.id])
    expect(await verified(receiver.taken[1] as Taken, secretOf(endpoint))).toMatchObject({ id: delivery?.id })
    expect(await deliveriesTo(endpoint)).toMatchObject([
      { state: 'delivered', attempts: 2, deliveredAt: clock.now().toISOString() },
    ])
    await vi.waitFor(async () => {
      const events = await north.owner.events.list({ subject: endpoint.id, type: ['webhook.replayed'] })
      expect(events.data).toMatchObject([{ changes: { delivery: { to: delivery?.id }, state: { from: 'delivered' } } }])
    })
  })

  test('is signed with both secrets while one replaces the other', async () => {
    const receiver = await startReceiver()
    const endpoint = await open(receiver)
    const renewed = await endpoints.rotateSecret(endpoint.id, { overlap: 3600 })
    await clients.create(quick())
    await runDue(endpoint, 1)
    const during = receiver.taken[0] as Taken
    for (const one of [endpoint, renewed])
      expect(await verified(during, secretOf(one))).toMatchObject({ id: idOf(during) })
    expect((await endpoints.get(endpoint.id)).oldSecretUntil).not.toBeNull()
    clock.move(hour)
    await clients.create(quick())
    await runDue(endpoint, 2)
    const after = receiver.taken[1] as Taken
    expect(await verified(after, secretOf(renewed))).toMatchObject({ id: idOf(after) })
    await expect(verified(after, secretOf(endpoint))).rejects.toThrow('signed with none of the secrets')
    expect((await endpoints.get(endpoint.id)).oldSecretUntil).toBeNull()
  })
})

// three days are many attempts
describe('a delivery that fails', { timeout: 120_000 }, () => {
  test('is tried again later and later, for three days; then the endpoint is stopped', async () => {
    const receiver = await startReceiver(503)
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    const start = clock.now().getTime()
    const waits: number[] = []
    for (;;) {
      const [delivery] = await deliveriesTo(endpoint)
      if (delivery?.state !== 'pending') break
      const due = Date.parse(delivery.nextAttemptAt ?? '')
      waits.push(due - clock.now().getTime())
      const sent = receiver.taken.length
      clock.move(due - clock.now().getTime() - 1)
      await server.runDue()
      expect(receiver.taken).toHaveLength(sent)
      clock.move(1)
      await server.runDue()
      expect(receiver.taken).toHaveLength(sent + 1)
    }
    expect(clock.now().getTime() - start).toBe(3 * day)
    expect(waits.slice(0, 4).every((wait, at) => wait < (waits[at + 1] ?? 0))).toBe(true)
    expect(new Set(receiver.taken.map(idOf)).size).toBe(1)
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'failed', lastStatus: 503, nextAttemptAt: null }])
    expect(await endpoints.get(endpoint.id)).toMatchObject({
      status: 'disabled',
      disabledReason: 'failing',
      disabledAt: clock.now().toISOString(),
      failingSince: new Date(start).toISOString(),
    })
    await vi.waitFor(async () => {
      const { data } = await north.owner.events.list({ subject: endpoint.id, type: ['webhook.disabled'] })
      expect(data).toMatchObject([{ actor: { type: 'system' }, changes: { disabledReason: { to: 'failing' } } }])
    })
    // what it missed can be sent once it is there again
    const [failed] = await deliveriesTo(endpoint)
    expect(await refusalOf(endpoints.replay(failed?.id ?? ''))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'disabled' },
    })
    await endpoints.update(endpoint.id, { status: 'enabled' })
    receiver.answerWith(200)
    await endpoints.replay(failed?.id ?? '')
    await server.runDue()
    expect(await deliveriesTo(endpoint)).toMatchObject([{ id: failed?.id, state: 'delivered' }])
    expect(await endpoints.get(endpoint.id)).toMatchObject({ status: 'enabled', failingSince: null })
  })

  test('does not stop an endpoint that others got through to', async () => {
    const poison = await clients.create(quick())
    const receiver = await startReceiver()
    const endpoint = await open(receiver, 'client.contact_updated')
    receiver.answerWith((response) => {
      const { body } = receiver.taken.at(-1) as Taken
      response.writeHead(body.includes(poison.id) ? 500 : 200).end()
    })
    await clients.update(poison.id, { phone: '+4930111111' })
    await runDue(endpoint, 1)
    for (let hours = 0; hours < 73; hours++) {
      clock.move(hour)
      if (hours === 48) {
        await clients.update((await clients.create(quick())).id, { phone: '+4930222222' })
        await runDue(endpoint, 2)
      }
      await server.runDue()
    }
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'failed' }, { state: 'delivered' }])
    expect((await endpoints.get(endpoint.id)).status).toBe('enabled')
  })

  test('with 410 stops the endpoint at once', async () => {
    const receiver = await startReceiver(410)
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'failed', attempts: 1, lastStatus: 410 }])
    expect(await endpoints.get(endpoint.id)).toMatchObject({ status: 'disabled', disabledReason: 'gone' })
    clock.move(day)
    await clients.create(quick())
    await server.runDue()
    expect(receiver.taken).toHaveLength(1)
  })

  test('with Retry-After leaves the whole endpoint alone for so long', async () => {
    const receiver = await startReceiver((response) => response.writeHead(429, { 'retry-after': '600' }).end())
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    receiver.answerWith(200)
    await clients.create(quick())
    await runDue(endpoint, 2)
    clock.move(10 * minute - 1)
    await server.runDue()
    expect(receiver.taken).toHaveLength(1)
    clock.move(1)
    await server.runDue()
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }])
  })

  test('waits while the endpoint is stopped, and goes to the new address when that is put right', async () => {
    const [wrong, right] = [await startReceiver(404), await startReceiver()]
    const endpoint = await open(wrong)
    const { id } = await clients.create(quick())
    await runDue(endpoint, 1)
    await endpoints.update(endpoint.id, { status: 'disabled' })
    clock.move(day)
    await server.runDue()
    expect(wrong.taken).toHaveLength(1)
    await endpoints.update(endpoint.id, { status: 'enabled', url: right.url })
    await server.runDue()
    expect([wrong.taken.length, right.taken.map(subjectOf)]).toEqual([1, [id]])
  })

  test('by a redirect is not sent on, neither inside nor anywhere', async () => {
    const inside = await startReceiver()
    const receiver = await startReceiver((response) => response.writeHead(307, { location: inside.url }).end())
    const endpoint = await open(receiver)
    await clients.create(quick())
    await runDue(endpoint, 1)
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'pending', lastStatus: 307 }])
    expect(inside.taken).toEqual([])
  })
})

describe('events of one subject', () => {
  test('arrive in their order, and hold up no other subject', async () => {
    const receiver = await startReceiver(500)
    const endpoint = await open(receiver, 'client.contact_updated')
    const [one, other] = [await clients.create(quick()), await clients.create(quick())]
    for (const digit of [1, 2, 3]) await clients.update(one.id, { phone: `+493012345${digit}0` })
    await clients.update(other.id, { phone: '+4930999999' })
    await runDue(endpoint, 4)
    expect(receiver.taken.map(subjectOf).toSorted()).toEqual([one.id, other.id].toSorted())
    receiver.answerWith(200)
    receiver.taken.length = 0
    clock.move(minute)
    await server.runDue()
    const phones = receiver.taken
      .filter((taken) => subjectOf(taken) === one.id)
      .map(({ body }) => (JSON.parse(body) as WebhookMessage).data.changes['phone']?.to)
    expect(phones).toEqual(['+49301234510', '+49301234520', '+49301234530'])
    expect(receiver.taken).toHaveLength(4)
  })

  test('that cannot be delivered for an hour let the next one pass', async () => {
    const { id } = await clients.create(quick())
    const receiver = await startReceiver()
    receiver.answerWith((response) => {
      response.writeHead(receiver.taken.at(-1)?.body.includes('+4930100000') ? 500 : 200).end()
    })
    const endpoint = await open(receiver, 'client.contact_updated')
    await clients.update(id, { phone: '+4930100000' })
    await runDue(endpoint, 1)
    await clients.update(id, { postalAddress: { countryCode: 'DE' } })
    await runDue(endpoint, 2)
    expect(await deliveriesTo(endpoint)).toMatchObject([{ attempts: 1 }, { attempts: 0, state: 'pending' }])
    clock.move(hour)
    await server.runDue()
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'pending' }, { state: 'delivered' }])
  })
})

describe('receivers that take their time', () => {
  test('hold up no other, and nothing that is new', async () => {
    const held: (() => void)[] = []
    const slow = await startReceiver((response) => held.push(() => response.writeHead(200).end()))
    const fast = await startReceiver()
    const [toSlow, toFast] = [await open(slow), await open(fast)]
    for (let n = 0; n < 6; n++) await clients.create(quick())
    const running = runDue(toSlow, 6)
    await vi.waitFor(() => expect([slow.taken.length, fast.taken.length]).toEqual([4, 6]), { timeout: 10_000 })
    // while the slow one is still waited for
    const { id } = await clients.create(quick())
    await vi.waitFor(() => expect(fast.taken.map(subjectOf)).toContain(id), { timeout: 10_000 })
    expect(held).toHaveLength(4)
    slow.answerWith(200)
    for (const release of held) release()
    await running
    await server.runDue()
    for (const endpoint of [toSlow, toFast]) {
      expect((await deliveriesTo(endpoint)).map(({ state }) => state)).toEqual(
        Array.from({ length: 7 }, () => 'delivered'),
      )
    }
  })

  test('are sent nothing twice at the same time, and a replay waits for how it ends', async () => {
    const held: (() => void)[] = []
    const slow = await startReceiver((response) => held.push(() => response.writeHead(200).end()))
    const endpoint = await open(slow)
    await clients.create(quick())
    const running = runDue(endpoint, 1)
    await vi.waitFor(() => expect(held).toHaveLength(1), { timeout: 10_000 })
    // in one process they take turns; another server looks at the same rows
    const other = createServer({ database: database.pool, clock, masterKey, webhooks, jobs: false })
    await other.runDue()
    await other.close()
    expect(slow.taken).toHaveLength(1)
    const [delivery] = await deliveriesTo(endpoint)
    expect(await codeOf(endpoints.replay(delivery?.id ?? ''))).toBe('invalid_state_transition')
    held[0]?.()
    await running
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  test('say nothing of the endpoint once it has moved', async () => {
    const held: (() => void)[] = []
    const old = await startReceiver((response) => held.push(() => response.writeHead(410).end()))
    const next = await startReceiver()
    const endpoint = await open(old)
    await clients.create(quick())
    const running = runDue(endpoint, 1)
    await vi.waitFor(() => expect(held).toHaveLength(1), { timeout: 10_000 })
    await endpoints.update(endpoint.id, { url: next.url })
    held[0]?.()
    await running
    expect((await endpoints.get(endpoint.id)).status).toBe('enabled')
  })

  test('forget nothing and break nothing when the endpoint is removed meanwhile', async () => {
    const held: (() => void)[] = []
    const slow = await startReceiver((response) => held.push(() => response.writeHead(200).end()))
    const endpoint = await open(slow)
    await clients.create(quick())
    await vi.waitFor(
      async () => {
        void server.runDue()
        expect(held).toHaveLength(1)
      },
      { timeout: 10_000, interval: 50 },
    )
    await endpoints.remove(endpoint.id)
    held[0]?.()
    expect(await server.runDue()).toBe(0)
  })
})

describe('several servers', () => {
  test('send what one that was killed had taken, under the same id, and once', async () => {
    const held: (() => void)[] = []
    const receiver = await startReceiver((response) => held.push(() => response.writeHead(500).end()))
    const endpoint = await open(receiver)
    await clients.create(quick())
    // a server that never comes to the end of it
    const killed = runDue(endpoint, 1)
    await vi.waitFor(() => expect(held).toHaveLength(1), { timeout: 10_000 })
    receiver.answerWith(200)
    await using other = await anotherServer()
    await other.runDue()
    expect(receiver.taken).toHaveLength(1)
    clock.move(minute)
    await other.runDue()
    const [first, again] = receiver.taken as [Taken, Taken]
    expect(idOf(again)).toBe(idOf(first))
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 200 }])
    // it was not dead after all: what it says comes too late
    held[0]?.()
    await killed
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 200 }])
    expect(receiver.taken).toHaveLength(2)
  })

  test('take no answer of an attempt that another has overtaken', async () => {
    const held: (() => void)[] = []
    const receiver = await startReceiver((response) => held.push(() => response.writeHead(410).end()))
    const endpoint = await open(receiver)
    await clients.create(quick())
    const slow = runDue(endpoint, 1)
    await vi.waitFor(() => expect(held).toHaveLength(1), { timeout: 10_000 })
    receiver.answerWith(500)
    clock.move(minute)
    await using other = await anotherServer()
    await other.runDue()
    held[0]?.()
    await slow
    expect(await deliveriesTo(endpoint)).toMatchObject([{ state: 'pending', attempts: 2, lastStatus: 500 }])
    expect((await endpoints.get(endpoint.id)).status).toBe('enabled')
  })

  test('share the work: each delivery is sent by one of them', async () => {
    const receiver = await startReceiver()
    const endpoint = await open(receiver)
    await using other = await anotherServer()
    await Promise.all(Array.from({ length: 30 }, () => clients.create(quick())))
    await Promise.all([runDue(endpoint, 30), runDue(endpoint, 30, other)])
    await Promise.all([server.runDue(), other.runDue()])
    expect(receiver.taken).toHaveLength(30)
    expect(new Set(receiver.taken.map(idOf)).size).toBe(30)
    expect((await deliveriesTo(endpoint)).every(({ state, attempts }) => state === 'delivered' && attempts === 1)).toBe(
      true,
    )
  })

  async function anotherServer() {
    const another = createServer({ database: database.pool, clock, masterKey, webhooks, jobs: false })
    await another.start()
    return { runDue: another.runDue, [Symbol.asyncDispose]: another.close }
  }
})

describe('where private addresses are not allowed', () => {
  test('nothing reaches them, whatever stands in the database or is said of a name', async () => {
    const receiver = await startReceiver()
    const endpoint = await open(receiver)
    const named = await endpoints.create({
      url: `https://hooks.example.com:${receiver.port}/`,
      events: ['client.created'],
    })
    await clients.create(quick())
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const strict = createServer({ database: database.pool, clock, masterKey, jobs: false, webhooks: { resolve } })
    await vi.waitFor(
      async () => {
        await strict.runDue()
        for (const one of [endpoint, named]) expect(await deliveriesTo(one)).toHaveLength(1)
      },
      { timeout: 10_000, interval: 10 },
    )
    for (const one of [endpoint, named]) {
      expect(await deliveriesTo(one)).toMatchObject([
        { state: 'pending', attempts: 1, lastStatus: null, lastDetail: 'The address leads to nothing that is public.' },
      ])
    }
    expect(receiver.taken).toEqual([])
    await strict.close()
  })
})

test('deliveries are listed newest first, by state, page by page', async () => {
  const receiver = await startReceiver()
  const endpoint = await open(receiver)
  for (let n = 0; n < 5; n++) await clients.create(quick())
  await runDue(endpoint, 5)
  receiver.answerWith(500)
  await clients.create(quick())
  await runDue(endpoint, 6)
  const whole = (await endpoints.deliveries(endpoint.id, { limit: 200 })).data
  expect(whole.map(({ id }) => id)).toEqual(
    whole
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  )
  expect(await endpoints.deliveries(endpoint.id, { limit: 2 }).toArray({ limit: 100 })).toEqual(whole)
  const pending = await endpoints.deliveries(endpoint.id, { state: ['pending', 'failed'] })
  expect(pending.data).toEqual(whole.slice(0, 1))
  expect(await codeOf(endpoints.deliveries(endpoint.id, { cursor: 'x' }))).toBe('cursor_invalid')
})
