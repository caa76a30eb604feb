import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startTestPostgres } from '../../../tooling/postgres.ts'
import type { ListQuery, ListScope } from '../src/clients/clients.query.ts'
import { findPage, rarestFirst } from '../src/clients/find-page.ts'
import type { Tx } from '../src/database/transaction.ts'
import { readStatement } from '../src/clients/clients.store.ts'
import { openDatabase } from '../src/database/open.ts'
import { createServer, type ClienteleServer } from '../src/index.ts'
import { loadClients } from './load-clients.ts'

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
  database: 'PostgreSQL' | 'PGlite'
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
  for (const kind of ['PGlite', 'PostgreSQL'] as const) {
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

/** A server on a database with its clients. */
interface SetUp {
  server: ClienteleServer
  pool: pg.Pool
  callers: BenchCaller[]
  close: () => Promise<void>
}

async function setUp(kind: PageResult['database'], size: number): Promise<SetUp> {
  const { location, remove } = await place(kind)
  const database = await openDatabase(location, 1)
  const masterKey = Buffer.alloc(32, 7).toString('base64')
  const server = createServer({ database: database.pool, masterKey, rateLimits: { general: 1_000_000 }, jobs: false })
  const callers = await prepare(server, database.pool, size)
  const close = async () => {
    await server.close()
    await database.close()
    await remove()
  }
  return { server, pool: database.pool, callers, close }
}

async function place(kind: PageResult['database']): Promise<{ location: string; remove: () => Promise<void> }> {
  if (kind === 'PostgreSQL') {
    const { url, stop } = await startTestPostgres()
    return { location: url, remove: stop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bench-'))
  return { location: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}

interface BenchCaller {
  name: PageResult['caller']
  key: string
  scope: ListScope
  /** What the transaction is told. */
  settings: { reach: string; account: string; caller: string; accounts: string }
}

async function prepare(server: ClienteleServer, pool: pg.Pool, size: number): Promise<BenchCaller[]> {
  const platform = await server.bootstrap({ name: 'Bench' })
  if (!platform) throw new Error('Clientele: the bench wants an empty database.')
  const post = async (path: string, body: object): Promise<{ id: string; secret: string }> => {
    const request = new Request(`http://bench/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await (await server.fetch(request)).json()) as { id: string; secret: string }
  }
  const big = await post('/resellers', { displayName: 'Big', publicIdentifier: 'big' })
  const small = await post('/resellers', { displayName: 'Small', publicIdentifier: 'small' })
  const key = await post('/api-keys', { name: 'bench', role: 'reseller_owner', accountId: big.id })
  await loadClients(pool, [big.id, small.id], size)
  const settings = { account: big.id, caller: 'bench' }
  return [
    {
      name: 'reseller',
      key: key.secret,
      scope: { owners: [big.id], only: undefined },
      settings: { ...settings, reach: 'some', accounts: `{${big.id}}` },
    },
    {
      name: 'platform',
      key: platform.secret,
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
      const throughServer = await timed(() => askServer(server, caller, query))
      const throughSql = await timed(() => askDatabase(pool, caller, query))
      if (round < 0) continue
      times[at]?.server.push(throughServer)
      times[at]?.sql.push(throughSql)
    }
  }
  return times.map(({ server, sql }) => ({ server: median(server), sql: median(sql) }))
}

async function askServer(server: ClienteleServer, caller: BenchCaller, query: ListQuery): Promise<void> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  )
  const headers = { authorization: `Bearer ${caller.key}` }
  const response = await server.fetch(new Request(`http://bench/v1/clients?${search.toString()}`, { headers }))
  const text = await response.text()
  if (response.status !== 200 || !text.includes('"id"'))
    throw new Error(`Clientele: the bench got ${response.status}: ${text.slice(0, 300)}`)
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

async function timed(run: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
