import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { onPostgres, openTestDatabase } from '../testing/test-database.ts'
import { transactions, type Tx } from './transaction.ts'

const database = await openTestDatabase()
const transact = await transactions(database.pool)
afterAll(() => database.close())

const failing = (code: string) => `do $$ begin raise exception 'on purpose' using errcode = '${code}'; end $$`

/** How often a transaction with this statement is begun. */
async function begun(ask: (tx: Tx) => Promise<unknown>): Promise<number> {
  let times = 0
  await transact({ reach: 'system' }, async (tx) => {
    times++
    await ask(tx)
  }).catch(() => undefined)
  return times
}

describe('a transaction that PostgreSQL gave up', () => {
  test.each(['40001', '40P01'])('is run again from its beginning, three times at most (%s)', async (code) => {
    expect(await begun((tx) => tx.query(failing(code)))).toBe(3)
    expect(await begun((tx) => tx.db.execute(sql.raw(failing(code))))).toBe(3)
  })

  test('is answered as if it had been alone where it succeeds later, and has written once', async () => {
    await database.pool.query('create table notes (text text); grant all on notes to public')
    let times = 0
    const answer = await transact({ reach: 'all', account: '', caller: '' }, async (tx) => {
      tx.enter({ reach: 'system' })
      await tx.query('insert into notes values ($1)', ['written'])
      if (++times < 3) await tx.query(failing('40001'))
      return tx.query('select text from notes')
    })
    expect(answer).toEqual([{ text: 'written' }])
  })

  test('is not run again for any other reason', async () => {
    expect(await begun((tx) => tx.query(failing('23505')))).toBe(1)
    expect(await begun(() => Promise.reject(new Error('ours')))).toBe(1)
  })

  test.each(onPostgres)('on %s: of two that wait for each other both are done in the end', async () => {
    await database.pool.query(
      'create table counted as select id, 0 as changes from generate_series(1, 2) id; grant all on counted to public',
    )
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let times = 0
    const change = (id: number, other: number, mine: typeof first, theirs: typeof first) =>
      transact({ reach: 'system' }, async (tx) => {
        times++
        await tx.query('update counted set changes = changes + 1 where id = $1', [id])
        mine.resolve()
        await theirs.promise
        await tx.query('update counted set changes = changes + 1 where id = $1', [other])
      })
    await Promise.all([change(1, 2, first, second), change(2, 1, second, first)])
    expect(times).toBeGreaterThan(2)
    expect((await database.pool.query('select changes from counted')).rows).toEqual([{ changes: 2 }, { changes: 2 }])
  })
})

describe('the scope of a transaction', () => {
  const reseller = { reach: 'some', account: 'acc_r', caller: 'r', accounts: ['acc_r'] } as const
  const current = async (tx: Tx) => {
    const [row] = await tx.query<{ reach: string }>("select current_setting('app.reach') as reach")
    return row?.reach
  }

  test('is what it was entered for, for plain statements and for built ones', async () => {
    const seen = await transact({ reach: 'system' }, async (tx) => {
      const first = await current(tx)
      tx.enter(reseller)
      const built = await tx.db.execute<{ reach: string }>(sql`select current_setting('app.reach') as reach`)
      return [first, built.rows[0]?.reach, await tx.asSystem(() => current(tx)), await current(tx)]
    })
    expect(seen).toEqual(['system', 'some', 'system', 'some'])
  })

  test('is the caller’s again after a question as the server that failed', async () => {
    const seen = await transact(reseller, async (tx) => {
      await tx.asSystem(() => Promise.reject(new Error('ours'))).catch(() => undefined)
      return current(tx)
    })
    expect(seen).toBe('some')
  })

  test('goes back with what was written since a mark', async () => {
    await database.pool.query('create table marked (text text); grant all on marked to public')
    const seen = await transact(reseller, async (tx) => {
      const undo = await tx.mark()
      tx.enter({ reach: 'system' })
      await tx.query("insert into marked values ('x')")
      await tx.query(failing('23505')).catch(() => undefined)
      await undo()
      return [await current(tx), await tx.asSystem(() => tx.query('select * from marked'))]
    })
    expect(seen).toEqual(['some', []])
  })

  test('costs a statement only where it changes', async () => {
    const client = await database.pool.connect()
    const statements: string[] = []
    const send = client.query.bind(client) as (statement: string | { text: string }) => unknown
    client.query = ((statement: string | { text: string }) => {
      statements.push(typeof statement === 'string' ? statement : statement.text)
      return send(statement)
    }) as typeof client.query
    client.release()
    await transact({ reach: 'system' }, async (tx) => {
      await tx.query('select 1')
      tx.enter(reseller)
      await tx.asSystem(() => tx.query('select 2'))
      await tx.asSystem(() => tx.query('select 3'))
    })
    expect(statements.filter((text) => !/^(begin|commit)/.test(text))).toEqual(['select 1', 'select 2', 'select 3'])
  })
})
