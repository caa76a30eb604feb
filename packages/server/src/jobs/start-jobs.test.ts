import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { migrateDatabase } from '../database/migrate.ts'
import { openDatabase, type Database } from '../database/open.ts'
import { transactions } from '../database/transaction.ts'
import { onPostgres, openTestDatabase } from '../testing/test-database.ts'
import { wake, type DueWork, type WorkName, type Working } from './due-work.ts'
import { inTurn } from './in-turn.ts'
import { startJobs } from './start-jobs.ts'

const database = await openTestDatabase()
await migrateDatabase(database.pool)
const transact = await transactions(database.pool)
await database.pool.query(
  "create table chores (id integer primary key, kind text not null, done_by text[] not null default '{}')",
)
afterAll(() => database.close())
beforeEach(() => database.pool.query('delete from chores; drop schema if exists clientele_jobs cascade'))

/** Does the chores of a kind, one a transaction, and signs them. */
function chores(name: WorkName, by = 'one', before: (id: number) => Promise<void> = async () => {}): DueWork {
  return {
    name,
    run: (working) =>
      working.transact({ reach: 'system' }, async (tx) => {
        const [chore] = await tx.query<{ id: number }>(
          "select id from chores where kind = $1 and done_by = '{}' order by id limit 1 for update skip locked",
          [name],
        )
        if (!chore) return 0
        await before(chore.id)
        await tx.query('update chores set done_by = array_append(done_by, $2) where id = $1', [chore.id, by])
        return 1
      }),
  }
}

const failures: [string, unknown][] = []
async function start(kinds: readonly DueWork[], on: Database = database) {
  // nothing else of a server is used by chores
  const working = { transact: await transactions(on.pool) } as Working
  const jobs = await startJobs(kinds, on, working, (work, error) => failures.push([work, error]))
  onTestFinished(() => jobs.stop())
  return jobs
}

const add = (id: number, kind: WorkName = 'mails') =>
  transact({ reach: 'some', account: 'acc_x', caller: '', accounts: ['acc_x'] }, async (tx) => {
    await tx.query('insert into chores (id, kind) values ($1, $2)', [id, kind])
    await wake(tx, kind)
  })

interface Chore extends pg.QueryResultRow {
  id: number
  done_by: string[]
}
const all = async () => (await database.pool.query<Chore>('select id, done_by from chores order by id')).rows
const done = (count: number, timeout = 10_000) =>
  vi.waitFor(
    async () => {
      const finished = (await all()).filter(({ done_by }) => done_by.length > 0)
      if (finished.length < count) throw new Error(`${finished.length} of ${count} chores are done.`)
      return finished
    },
    { timeout, interval: 10 },
  )

describe('due work', () => {
  test('that a transaction wakes is done as soon as it is committed', async () => {
    await start([chores('mails')])
    await add(1)
    await done(1)
    const began = performance.now()
    for (let id = 2; id <= 11; id++) {
      await add(id)
      await done(id)
    }
    // far less than the two seconds between looks without a notification
    expect((performance.now() - began) / 10).toBeLessThan(500)
  })

  test('of a transaction that is rolled back is not there', async () => {
    await start([chores('mails')])
    const undone = transact({ reach: 'system' }, async (tx) => {
      await tx.query("insert into chores (id, kind) values (1, 'mails')")
      await wake(tx, 'mails')
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await add(2)
    expect((await done(1)).map(({ id }) => id)).toEqual([2])
  })

  test('that fell due while no server was there is done when one is back', async () => {
    // before jobs ever ran there is nobody to wake
    await add(1)
    const jobs = await start([chores('mails', 'first')])
    await done(1)
    await jobs.stop()
    await add(2)
    await start([chores('mails', 'second')])
    expect((await done(2)).map(({ done_by }) => done_by)).toEqual([['first'], ['second']])
  })

  test('is looked at every minute, or when else it says, by all servers together', async () => {
    const kinds = [chores('mails'), { ...chores('keeping'), cron: '23 3 * * *' }]
    await start(kinds)
    await start(kinds.map(inTurn))
    const { rows } = await database.pool.query('select name, cron from clientele_jobs.schedule order by name')
    expect(rows).toEqual([
      { name: 'keeping', cron: '23 3 * * *' },
      { name: 'mails', cron: '* * * * *' },
    ])
  })

  test('that throws is tried again, and stops no other', async () => {
    failures.length = 0
    let attempts = 0
    const failing = chores('grants', 'one', async () => {
      attempts++
      if (attempts < 2) throw new Error(`attempt ${attempts}`)
    })
    await start([failing, chores('mails')])
    await add(1, 'grants')
    await add(2, 'mails')
    expect((await done(1)).map(({ id }) => id)).toEqual([2])
    // by itself, long before the minute is over
    await done(2, 30_000)
    expect(attempts).toBe(2)
    expect(failures.map(([work, error]) => [work, (error as Error).message])).toEqual([['grants', 'attempt 1']])
  }, 40_000)

  test('that is under way when the server stops comes to its end, and nothing new is begun', async () => {
    const began = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const jobs = await start([
      chores('mails', 'one', async () => {
        began.resolve()
        await release.promise
      }),
    ])
    await add(1)
    await began.promise
    const stopped = jobs.stop()
    release.resolve()
    await stopped
    expect((await all()).map(({ done_by }) => done_by)).toEqual([['one']])
    await add(2)
    expect((await all()).map(({ done_by }) => done_by)).toEqual([['one'], []])
  })

  test.each(onPostgres)('is shared by servers: each thing is done once (%s)', async () => {
    const other = await openDatabase(database.url ?? '', 5)
    onTestFinished(() => other.close())
    // both have a chore in hand before either is done with it
    const inHand = new Set<string>()
    const both = Promise.withResolvers<void>()
    const taking = (by: string) => async () => {
      inHand.add(by)
      if (inHand.size === 2) both.resolve()
      await both.promise
    }
    await start([chores('mails', 'one', taking('one'))])
    await start([chores('mails', 'two', taking('two'))], other)
    for (let id = 1; id <= 60; id++) await add(id)
    const finished = await done(60)
    expect(finished.filter(({ done_by }) => done_by.length !== 1)).toEqual([])
    expect(new Set(finished.flatMap(({ done_by }) => done_by))).toEqual(new Set(['one', 'two']))
  })

  test('wakes nothing else than its queues, and reaches nothing of them', async () => {
    await start([chores('mails')])
    const peek = transact({ reach: 'all', account: 'acc_x', caller: '' }, (tx) =>
      tx.query('select * from clientele_jobs.job'),
    )
    await expect(peek).rejects.toMatchObject({ code: '42501' })
    await transact({ reach: 'system' }, (tx) => wake(tx, 'orders of nobody' as WorkName))
    const { rows } = await database.pool.query("select 1 from clientele_jobs.job where name like 'orders%'")
    expect(rows).toEqual([])
  })
})
