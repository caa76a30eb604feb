import type pg from 'pg'
import { median } from '../../../tooling/median.ts'
import type { ListQuery, ListScope } from '../src/clients/clients.query.ts'
import { findPage, rarestFirst } from '../src/clients/find-page.ts'
import type { Tx } from '../src/database/transaction.ts'
import { readStatement } from '../src/clients/clients.store.ts'
import {
  askServer,
  databaseKinds,
  openBenchServer,
  timed,
  type BenchServer,
  type DatabaseKind,
} from './bench-server.ts'

const limit = 50

/** What a person does with a list. Every one is a page of 50. */
const pages: Record<string, Partial<ListQuery>> = {
  'first page by name': {},
  'first page by change': { sort: '-updatedAt' },
  'filter: suspended (1 in 10)': { status: ['suspended'] },
  'filter: tag (1 in 10)': { tags: ['vip'] },
  'search: one word (1 in 10)': { q: 'muel' },
  'search: one letter': { q: 'b' },
  'search: two words (1 in 100)': { q: 'dubois kanz' },
  'search: one client': { q: 'client 777' },
}

/** One measured page: milliseconds, median. */
export interface PageResult {
  database: DatabaseKind
  clients: number
  caller: 'reseller' | 'platform'
  page: string
  /** Through `server.fetch`, with the answer read. */
  server: number
  /** The same statements in the same kind of transaction, over the same pool. */
  sql: number
}

/**
 * Measures pages through the server against their own SQL, and at each size against each other: all sizes of one kind of
 * database are open at once and asked in turns, so that whatever else the machine does falls on all of them.
 */
export async function benchPages(
  sizes: readonly number[],
  rounds: number,
  report: (result: PageResult) => void,
): Promise<void> {
  for (const kind of databaseKinds) {
    const setUps: SetUp[] = []
    try {
      for (const size of sizes) setUps.push(await setUp(kind, size))
      for (const [index, { name }] of setUps[0]?.callers.entries() ?? []) {
        for (const [page, asked] of Object.entries(pages)) {
          const results = await inTurns(setUps, index, { limit, ...asked }, rounds)
          for (const [at, result] of results.entries()) {
            report({ database: kind, clients: sizes[at] ?? 0, caller: name, page, ...result })
          }
        }
      }
    } finally {
      for (const { close } of setUps) await close()
    }
  }
}

interface SetUp extends BenchServer {
  callers: BenchCaller[]
}

async function setUp(kind: DatabaseKind, size: number): Promise<SetUp> {
  const bench = await openBenchServer(kind, size)
  return { ...bench, callers: callersOf(bench) }
}

interface BenchCaller {
  name: PageResult['caller']
  key: string
  scope: ListScope
  /** What the transaction is told. */
  settings: { reach: string; account: string; caller: string; accounts: string }
}

function callersOf({ reseller, platformKey }: BenchServer): BenchCaller[] {
  const settings = { account: reseller.id, caller: 'bench' }
  return [
    {
      name: 'reseller',
      key: reseller.key,
      scope: { owners: [reseller.id], only: undefined },
      settings: { ...settings, reach: 'some', accounts: `{${reseller.id}}` },
    },
    {
      name: 'platform',
      key: platformKey,
      scope: { owners: undefined, only: undefined },
      settings: { ...settings, reach: 'all', accounts: '{}' },
    },
  ]
}

async function inTurns(
  setUps: readonly SetUp[],
  index: number,
  query: ListQuery,
  rounds: number,
): Promise<{ server: number; sql: number }[]> {
  const times = setUps.map(() => ({ server: [] as number[], sql: [] as number[] }))
  for (let round = -10; round < rounds; round++) {
    for (const [at, { server, pool, callers }] of setUps.entries()) {
      const caller = callers[index]
      if (!caller) continue
      const throughServer = await timed(() => askForPage(server, caller, query))
      const throughSql = await timed(() => askDatabase(pool, caller, query))
      if (round < 0) continue
      times[at]?.server.push(throughServer)
      times[at]?.sql.push(throughSql)
    }
  }
  return times.map(({ server, sql }) => ({ server: median(server), sql: median(sql) }))
}

async function askForPage(server: BenchServer['server'], { key }: BenchCaller, query: ListQuery): Promise<void> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  )
  const { data } = await askServer<{ data: object[] }>(server, key, `/clients?${search.toString()}`)
  if (data.length === 0) throw new Error('Clientele: the bench found no client.')
}

async function askDatabase(pool: pg.Pool, caller: BenchCaller, query: ListQuery): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role clientele_app')
    const { reach, account, caller: who, accounts: among } = caller.settings
    await client.query(
      "select set_config('app.reach', $1, true), set_config('app.account', $2, true), set_config('app.caller', $3, true), set_config('app.accounts', $4, true)",
      [reach, account, who, among],
    )
    const tx: Pick<Tx, 'query'> = {
      query: async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
        (await client.query<T>({ text, values: [...values] })).rows,
    }
    const words = await rarestFirst(tx, query, caller.scope.owners)
    const { found } = await findPage(tx, query, words, caller.scope, limit + 1)
    const read = readStatement(
      found.slice(0, limit).map(({ id }) => id),
      caller.scope.owners,
      caller.scope.owners?.[0],
    )
    await client.query({ ...read, name: `read-clients-${caller.name}` })
    await client.query('commit')
  } finally {
    client.release()
  }
}
