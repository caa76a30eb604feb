import { createClient, type Clientele } from '@clientele/sdk'
import type pg from 'pg'
import { afterAll } from 'vitest'
import { createServer, type ClienteleServer, type ServerOptions } from '../create-server.ts'
import { createTestClock, type TestClock } from './test-clock.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

export const baseUrl = 'http://clientele.test'

/** A server on an empty database with its platform, and the ways in. */
export interface TestServer {
  server: ClienteleServer
  clock: TestClock
  database: TestDatabase
  platform: { id: string; secret: string }
  /** Every refusal that was an error of ours, as the log got it. */
  failures: unknown[]
  /** The SDK with a key or a session token. It sends once: a retry would hide what went wrong. */
  as: (credential: string, origin?: string) => Clientele
  /** A bare request, for what the SDK would never send. */
  send: (path: string, init?: RequestInit & { as?: string | undefined; duplex?: 'half' }) => Promise<Response>
  /** SQL past row-level security. */
  sql: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>
}

/** Opens a server for a test file, and closes it after the file's last test. */
export async function openTestServer(options: Omit<ServerOptions, 'database' | 'clock'> = {}): Promise<TestServer> {
  const database = await openTestDatabase()
  const clock = createTestClock()
  const failures: unknown[] = []
  const server = createServer({
    masterKey: Buffer.alloc(32, 5).toString('base64'),
    checkAnswers: true,
    jobs: false,
    log: ({ error }) => {
      if (error !== undefined) failures.push(error)
    },
    ...options,
    database: database.pool,
    clock,
  })
  afterAll(async () => {
    await server.close()
    await database.close()
  })
  const made = await server.bootstrap({ name: 'Example Hosting' })
  if (!made) throw new Error('The database of a test was not empty.')
  return {
    server,
    clock,
    database,
    platform: { id: made.accountId, secret: made.secret },
    failures,
    as: (credential, origin) => clientOf(server, credential, origin),
    send: (path, { as, ...init } = {}) => {
      const headers = new Headers(init.headers)
      if (as !== undefined) headers.set('authorization', `Bearer ${as}`)
      return server.fetch(new Request(baseUrl + path, { ...init, headers }))
    },
    sql: async <T extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await database.pool.query<T>(text, values)).rows,
  }
}

/** The SDK on a server in this process. */
export function clientOf(server: Pick<ClienteleServer, 'fetch'>, credential: string, origin?: string): Clientele {
  return createClient({
    baseUrl,
    token: credential,
    retries: 0,
    fetch: (request) => {
      // a browser adds this, and nobody else may
      if (origin !== undefined) request.headers.set('origin', origin)
      return server.fetch(request)
    },
  })
}
