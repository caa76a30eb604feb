import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startTestPostgres } from '../../../tooling/postgres.ts'
import { openDatabase } from '../src/database/open.ts'
import { createServer, type ClienteleServer } from '../src/index.ts'
import { loadClients } from './load-clients.ts'

export const databaseKinds = ['PGlite', 'PostgreSQL'] as const

export type DatabaseKind = (typeof databaseKinds)[number]

/** A server on a database with clients of two resellers, the first of which has nine tenths of them. */
export interface BenchServer {
  server: ClienteleServer
  pool: pg.Pool
  platformKey: string
  reseller: { id: string; key: string }
  close: () => Promise<void>
}

export async function openBenchServer(kind: DatabaseKind, clients: number): Promise<BenchServer> {
  const { location, remove } = await place(kind)
  const database = await openDatabase(location, 1)
  const masterKey = Buffer.alloc(32, 7).toString('base64')
  const rateLimits = { general: 1_000_000, check: 1_000_000 }
  const server = createServer({ database: database.pool, masterKey, rateLimits, jobs: false })
  const platform = await server.bootstrap({ name: 'Bench' })
  if (!platform) throw new Error('Clientele: the bench wants an empty database.')
  const post = (path: string, body: object) =>
    askServer<{ id: string; secret: string }>(server, platform.secret, path, body)
  const big = await post('/resellers', { displayName: 'Big', publicIdentifier: 'big' })
  const small = await post('/resellers', { displayName: 'Small', publicIdentifier: 'small' })
  const key = await post('/api-keys', { name: 'bench', role: 'reseller_owner', accountId: big.id })
  await loadClients(database.pool, [big.id, small.id], clients)
  const close = async () => {
    await server.close()
    await database.close()
    await remove()
  }
  const reseller = { id: big.id, key: key.secret }
  return { server, pool: database.pool, platformKey: platform.secret, reseller, close }
}

async function place(kind: DatabaseKind): Promise<{ location: string; remove: () => Promise<void> }> {
  if (kind === 'PostgreSQL') {
    const { url, stop } = await startTestPostgres()
    return { location: url, remove: stop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bench-'))
  return { location: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}

/** One call without a network, with its answer read. A `body` makes it a POST. */
export async function askServer<T>(server: ClienteleServer, key: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const post = body && { method: 'POST', body: JSON.stringify(body) }
  const response = await server.fetch(new Request(`http://bench/v1${path}`, { headers, ...post }))
  const text = await response.text()
  if (!response.ok) throw new Error(`Clientele: the bench got ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}
