import type { WebhookMessage } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { describe, expect, test, vi } from 'vitest'
import { transactions } from '../database/transaction.ts'
import { bySystem, recordEvent } from '../events/record-event.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { startReceiver, type Receiver } from '../testing/webhook-receiver.ts'

const { admin, north, south, below, key, server, sql, clock, database } = await openTestPlatform({
  webhooks: { allowPrivateAddresses: true },
})

const messages = ({ taken }: Receiver) => taken.map(({ body }) => JSON.parse(body) as WebhookMessage)
const ids = (receiver: Receiver) => messages(receiver).map(({ data }) => data.id)

/** The feed waits for what began earlier: what is due may become so a little later. */
async function runDueUntil(check: () => unknown): Promise<void> {
  await vi.waitFor(
    async () => {
      await server.runDue()
      await check()
    },
    { timeout: 20_000, interval: 10 },
  )
}

describe('an endpoint is told', () => {
  test('exactly what its account may read, as it reads it, and what it asked for', async () => {
    const { id: clientId } = await north.owner.clients.create(quick())
    const client = await key(clientId, 'client_admin')
    const watched: { caller: Clientele; receiver: Receiver; last: string | undefined; types?: string[] }[] = []
    for (const { caller, events } of [
      { caller: admin, events: undefined },
      { caller: north.owner, events: undefined },
      { caller: below.owner, events: undefined },
      { caller: south.owner, events: undefined },
      { caller: client, events: undefined },
      { caller: north.owner, events: ['client.tagged', 'client.contact_updated'] as const },
    ]) {
      const receiver = await startReceiver()
      await caller.webhookEndpoints.create({ url: receiver.url, events: events ? [...events] : ['*'] })
      watched.push({ caller, receiver, last: undefined, ...(events && { types: [...events] }) })
    }
    // the endpoints know of one another; what matters here comes after
    const marks = await Promise.all([north, below, south].map(({ owner }) => owner.clients.create(quick())))
    // the feed keeps an order: whoever reads the last of them can read all before
    await runDueUntil(() => {
      const told = messages(watched[0]?.receiver as Receiver).map(({ data }) => data.subject.id)
      expect(told).toEqual(expect.arrayContaining(marks.map(({ id }) => id)))
    })
    for (const one of watched) {
      const before = await one.caller.events.list({ limit: 200 }).toArray({ limit: 10_000 })
      one.last = before.at(-1)?.id
      one.receiver.taken.length = 0
    }

    await north.owner.clients.update(clientId, { phone: '+4930123456', metadata: { internal: 'x' } })
    await north.sales.clients.setTags(clientId, { tags: ['vip'] })
    await south.owner.clients.create(organization())
    await below.owner.clients.create(quick())
    await admin.settings.update({ tree: { maxDepth: 3 } })
    const lastOfAll = await below.owner.clients.create(quick())

    await runDueUntil(() => {
      const told = messages(watched[0]?.receiver as Receiver)
      expect(told.map(({ data }) => data.subject.id)).toContain(lastOfAll.id)
    })
    for (const { caller, receiver, last, types } of watched) {
      const readable = await caller.events.list({ limit: 200, ...(last && { after: last }) }).toArray({ limit: 1000 })
      const expected = readable.filter(({ type }) => types?.includes(type) ?? true)
      expect(
        messages(receiver)
          .map(({ data }) => data)
          .toSorted(byId),
      ).toEqual(expected.toSorted(byId))
      for (const { type, timestamp, data } of messages(receiver))
        expect([type, timestamp]).toEqual([data.type, data.occurredAt])
    }
    expect(watched.every(({ receiver }) => receiver.taken.length > 0)).toBe(true)
    // R96
    expect(JSON.stringify(messages(watched[4]?.receiver as Receiver))).not.toContain('internal')
    for (const { caller } of watched) {
      for (const { id } of await caller.webhookEndpoints.list().toArray({ limit: 100 }))
        await caller.webhookEndpoints.remove(id)
    }
  })

  test('of others of its account, and never of itself: being told is not told, and there is an end', async () => {
    const [first, second] = [await startReceiver(), await startReceiver()]
    const one = await south.owner.webhookEndpoints.create({ url: first.url, events: ['*'] })
    // what the feed has not come to yet would be told to the next one
    await readEvents(south.owner, { subject: one.id }, 1)
    const other = await south.owner.webhookEndpoints.create({ url: second.url, events: ['*'] })
    await south.owner.webhookEndpoints.rotateSecret(one.id, {})
    await south.owner.webhookEndpoints.update(other.id, { description: 'x' })
    const types = (receiver: Receiver, subject: string) =>
      messages(receiver)
        .filter(({ data }) => data.subject.id === subject)
        .map(({ type }) => type)
    await runDueUntil(() => {
      expect(types(first, other.id)).toEqual(['webhook_endpoint.created', 'webhook_endpoint.updated'])
      expect(types(second, one.id)).toContain('webhook_endpoint.secret_rotated')
    })
    // one that is gone is told to the other, and that is all
    first.answerWith(410)
    const { id } = await south.owner.clients.create(quick())
    await runDueUntil(() => expect(types(second, one.id)).toContain('webhook.disabled'))
    const [delivery] = await south.owner.webhookEndpoints.deliveries(other.id).toArray({ limit: 1 })
    await south.owner.webhookEndpoints.replay(delivery?.id ?? '')
    await runDueUntil(() => expect(second.taken).toHaveLength(4))
    expect(types(first, one.id)).toEqual([])
    expect(types(second, other.id)).toEqual([])
    expect(types(second, id)).toEqual(['client.created'])
    const counts = [first.taken.length, second.taken.length]
    expect(await server.runDue()).toBe(0)
    expect([first.taken.length, second.taken.length]).toEqual(counts)
    for (const endpoint of [one, other]) await south.owner.webhookEndpoints.remove(endpoint.id)
  })

  test('of what happens after it was added; and of nothing while it is stopped', async () => {
    const receiver = await startReceiver()
    const before = await below.owner.clients.create(quick())
    await vi.waitFor(async () => {
      expect(await below.owner.events.list({ subject: before.id }).toArray({ limit: 1 })).toHaveLength(1)
    })
    const { id } = await below.owner.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    const during = await below.owner.clients.create(quick())
    const subjects = () => messages(receiver).map(({ data }) => data.subject.id)
    await runDueUntil(() => expect(subjects()).toEqual([during.id]))
    await below.owner.webhookEndpoints.update(id, { status: 'disabled' })
    const missed = await below.owner.clients.create(quick())
    await vi.waitFor(async () => {
      expect(await below.owner.events.list({ subject: missed.id }).toArray({ limit: 1 })).toHaveLength(1)
    })
    await server.runDue()
    await below.owner.webhookEndpoints.update(id, { status: 'enabled' })
    const after = await below.owner.clients.create(quick())
    await runDueUntil(() => expect(subjects()).toEqual([during.id, after.id]))
    await below.owner.webhookEndpoints.remove(id)
  })

  test('nothing while its account is suspended, and all of it afterwards', async () => {
    const receiver = await startReceiver()
    const { id } = await south.owner.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    const { id: first } = await south.owner.clients.create(quick())
    await sql(`update accounts set status = 'suspended' where id = $1`, [south.id])
    await server.runDue()
    expect(receiver.taken).toEqual([])
    await sql(`update accounts set status = 'active' where id = $1`, [south.id])
    await runDueUntil(() => expect(messages(receiver).map(({ data }) => data.subject.id)).toEqual([first]))
    await south.owner.webhookEndpoints.remove(id)
  })

  test('nothing that its account may not read any more, also not by a replay', async () => {
    const receiver = await startReceiver()
    const { id } = await north.owner.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    const client = await below.owner.clients.create(quick())
    await runDueUntil(() => expect(messages(receiver).map(({ data }) => data.subject.id)).toEqual([client.id]))
    const [before] = await sql<{ path: string; parent_id: string }>(
      'select path, parent_id from accounts where id = $1',
      [below.id],
    )
    const path = `${admin.accountId}/${south.id}/${below.id}/`
    await sql('update accounts set parent_id = $2, path = $3 where id = $1', [below.id, south.id, path])
    const [delivery] = await north.owner.webhookEndpoints.deliveries(id).toArray({ limit: 1 })
    await north.owner.webhookEndpoints.replay(delivery?.id ?? '')
    await server.runDue()
    expect(receiver.taken).toHaveLength(1)
    expect((await north.owner.webhookEndpoints.deliveries(id)).data[0]).toMatchObject({
      state: 'failed',
      lastStatus: null,
      lastDetail: 'The account may not read this event any more.',
    })
    expect((await north.owner.webhookEndpoints.get(id)).failingSince).toBeNull()
    await sql('update accounts set parent_id = $2, path = $3 where id = $1', [
      below.id,
      before?.parent_id,
      before?.path,
    ])
    await north.owner.webhookEndpoints.remove(id)
  })

  // one connection has no two transactions at the same time
  test.each(onPostgres)('what was written before and committed after another was told (%s)', async () => {
    const receiver = await startReceiver()
    const endpoint = await north.owner.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    const transact = await transactions(database.pool)
    const written = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const slow = transact({ reach: 'system' }, async (tx) => {
      const about = { subject: { type: 'client', id: 'slow' }, ownerId: north.id } as const
      await recordEvent(tx, bySystem(clock.now()), { type: 'client.created', ...about, changes: {} })
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    const { id } = await north.owner.clients.create(quick())
    await server.runDue()
    expect(ids(receiver)).toEqual([])
    mayCommit.resolve()
    await slow
    const subjects = () => messages(receiver).map(({ data }) => data.subject.id)
    await runDueUntil(() => expect(subjects().toSorted()).toEqual([id, 'slow'].toSorted()))
    await north.owner.webhookEndpoints.remove(endpoint.id)
  })

  // an endpoint that is added while something is being written is told of it
  test.each(onPostgres)('what was being written when it was added (%s)', async () => {
    const receiver = await startReceiver()
    const transact = await transactions(database.pool)
    const written = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const slow = transact({ reach: 'system' }, async (tx) => {
      const about = { subject: { type: 'client', id: 'under way' }, ownerId: north.id } as const
      await recordEvent(tx, bySystem(clock.now()), { type: 'client.created', ...about, changes: {} })
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    const endpoint = await north.owner.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    mayCommit.resolve()
    await slow
    await runDueUntil(() => expect(messages(receiver).map(({ data }) => data.subject.id)).toEqual(['under way']))
    await north.owner.webhookEndpoints.remove(endpoint.id)
  })
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
