import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { chmod, mkdir } from 'node:fs/promises'
import pg from 'pg'
import { listenTo, listenToServer, type Listen } from './listen.ts'
import { lockFolder } from './lock-folder.ts'

/** One `pg.Pool` over either kind of PostgreSQL. */
export interface Database {
  readonly pool: pg.Pool
  /** The folder of an embedded database, where the server may keep its own files. */
  readonly folder: string | undefined
  /** Hears what is notified on a channel; left out where the database is a host's own pool, which may be of any make. */
  readonly listen?: Listen
  close(): Promise<void>
}

/** `postgres://…` is a server; `memory:` and a folder are the embedded PostgreSQL; a pool is the host's own. */
export async function openDatabase(location: string | pg.Pool, connections: number): Promise<Database> {
  if (typeof location !== 'string') return { pool: location, folder: undefined, close: async () => {} }
  return /^postgres(ql)?:/.test(location) ? openServer(location, connections) : openEmbedded(location)
}

function openServer(url: string, connections: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 })
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  pool.on('error', () => {})
  return { pool, folder: undefined, listen: listenToServer(url), close: () => pool.end() }
}

async function openEmbedded(location: string): Promise<Database> {
  if (location === 'memory:') {
    const lite = await PGlite.create('memory://')
    const pool = poolOver(lite)
    return { pool, folder: undefined, listen: listenTo(lite, pool), close: () => closeBoth(pool, lite) }
  }
  await mkdir(location, { recursive: true, mode: 0o700 })
  // PGlite makes its files readable for everybody
  await chmod(location, 0o700)
  const unlock = await lockFolder(location)
  try {
    const lite = await PGlite.create(`${location}/postgres`)
    const pool = poolOver(lite)
    const close = async () => {
      await closeBoth(pool, lite)
      await unlock()
    }
    return { pool, folder: location, listen: listenTo(lite, pool), close }
  } catch (error) {
    await unlock()
    throw error
  }
}

function poolOver(lite: PGlite): pg.Pool {
  const config = createPgConfig(lite)
  // drizzle hands over a `types` object for its own parsing, PGlite's `parse` takes arrays of ids only and would hang
  const parse = config.connection.parse.bind(config.connection)
  config.connection.parse = (query: object & { types?: unknown }) => {
    if (!Array.isArray(query.types)) query.types = undefined
    parse(query)
  }
  // one backend, so exactly one pool of one client: two would end up in each other's transactions
  return new pg.Pool(
    Object.assign(config as pg.PoolConfig, { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000 }),
  )
}

async function closeBoth(pool: pg.Pool, lite: PGlite): Promise<void> {
  await pool.end()
  await lite.close()
}
