import { describe, expect, test } from 'vitest'
import type { Caller } from '../auth/caller.ts'
import { transactions } from '../database/transaction.ts'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { onPostgres, openTestDatabase } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { recordEvent } from './record-event.ts'

const { north, database, clock } = await openTestPlatform()

const by = {
  caller: {
    kind: 'api_key',
    keyRole: undefined,
    keyId: 'key_x',
    id: 'key_x',
    name: 'slow',
    role: 'platform_admin',
    tree: [],
    authenticatedAt: undefined,
    email: null,
    administers: [],
    identityKind: undefined,
    account: { id: north.id, kind: 'reseller', name: 'North', parentId: null, parentName: null },
  } satisfies Caller,
  now: clock.now(),
  requestId: 'req_slow',
}

describe('a reader that keeps the last event it has seen', () => {
  // one connection has no two transactions at the same time
  test.each(onPostgres)('misses none that was written before it and committed after (%s)', async () => {
    const transact = await transactions(database.pool)
    // the feed has come to what was done before
    const { id: before } = await north.owner.clients.create(quick())
    await readEvents(north.owner, { subject: before }, 1)
    const written = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const slow = transact({ reach: 'system' }, async (tx) => {
      await recordEvent(tx, by, {
        type: 'client.created',
        subject: { type: 'client', id: 'slow' },
        ownerId: north.id,
        changes: {},
      })
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    const { id } = await north.owner.clients.create(quick())
    // committed, but later than one that is not: the reader must not go past
    const seen = await north.owner.events.list({ limit: 200 }).toArray({ limit: 1000 })
    expect(seen.map(({ subject }) => subject.id)).not.toContain(id)
    mayCommit.resolve()
    await slow
    const rest = await readEvents(north.owner, seen.length > 0 ? { after: seen.at(-1)?.id ?? '' } : {}, 2)
    expect(rest.map(({ subject }) => subject.id)).toEqual(['slow', id])
  })

  test.each(onPostgres)('waits for no transaction of another database of the server (%s)', async () => {
    const elsewhere = await openTestDatabase()
    const busy = await elsewhere.pool.connect()
    await busy.query('begin; create table long_work (id int)')
    const { id } = await north.owner.clients.create(quick())
    const events = await readEvents(north.owner, { subject: id }, 1)
    await busy.query('rollback')
    busy.release()
    await elsewhere.close()
    expect(events.map(({ type }) => type)).toEqual(['client.created'])
  })

  test('sees every event once while others write', async () => {
    const writing = Promise.all(Array.from({ length: 12 }, () => north.owner.clients.create(quick())))
    const seen: string[] = []
    let after: string | undefined
    const read = async () => {
      const events = await north.owner.events
        .list({ limit: 3, type: ['client.created'], ...(after !== undefined && { after }) })
        .toArray({ limit: 100 })
      seen.push(...events.map(({ subject }) => subject.id))
      after = events.at(-1)?.id ?? after
    }
    await Promise.race([writing, read()])
    await read()
    const ids = (await writing).map(({ id }) => id)
    while (!ids.every((id) => seen.includes(id))) await read()
    expect(new Set(seen).size).toBe(seen.length)
  })
})
