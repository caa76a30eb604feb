import { describe, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'
import { createServer } from './create-server.ts'
import { demoConnector } from './connector/demo-connector.ts'
import { quick } from './testing/client-inputs.ts'
import { problemOf } from './testing/problem-of.ts'
import { codeOf, refusalOf } from './testing/refusal-of.ts'
import { mailQueue } from './testing/test-mails.ts'
import { isPostgres, onPostgres, openTestDatabase } from './testing/test-database.ts'
import { baseUrl, clientOf } from './testing/test-server.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const get = (path: string) => new Request(baseUrl + path)

/** Runs with an empty database, and leaves nothing behind. */
async function withDatabase(
  run: (database: Awaited<ReturnType<typeof openTestDatabase>>) => Promise<void>,
): Promise<void> {
  const database = await openTestDatabase()
  try {
    await run(database)
  } finally {
    await database.close()
  }
}

describe('starting', () => {
  test('happens with the first request, and the platform is made once', () =>
    withDatabase(async ({ pool }) => {
      const server = createServer({ database: pool, masterKey, jobs: false })
      expect((await server.fetch(get('/v1/me'))).status).toBe(401)
      const made = await server.bootstrap({ name: 'Example Hosting' })
      expect((await clientOf(server, made?.secret ?? '').me.get()).role).toBe('platform_admin')
      expect(await server.bootstrap({ name: 'Again' })).toBeNull()
      await server.close()
    }))

  test('of several servers at the same time brings an empty database forward once', () =>
    withDatabase(async ({ pool, url }) => {
      const database = url ?? pool
      // on the embedded database there is one server, and so one that runs jobs
      const servers = [1, 2, 3].map((n) =>
        createServer({ database, masterKey, connections: 3, jobs: isPostgres || n === 1 }),
      )
      await Promise.all(servers.map((server) => server.start()))
      const made = await Promise.all(servers.map((server) => server.bootstrap({ name: 'Example Hosting' })))
      const [only, ...others] = made.filter((one) => one !== null)
      expect(others).toEqual([])
      for (const server of servers)
        expect((await clientOf(server, only?.secret ?? '').me.get()).account.name).toBe('Example Hosting')
      const { rows } = await pool.query('select count(*)::int as count from drizzle.__drizzle_migrations')
      const { rows: again } = await pool.query(
        'select count(distinct hash)::int as count from drizzle.__drizzle_migrations',
      )
      expect(rows).toEqual(again)
      await Promise.all(servers.map((server) => server.close()))
    }))

  test('that failed is tried again with the next request', () =>
    withDatabase(async ({ pool }) => {
      let isDown = true
      // a pool whose server comes up late
      const late = new Proxy(pool, {
        get: (target, name) => {
          if (isDown && (name === 'connect' || name === 'query'))
            return () => Promise.reject(new Error('connection refused'))
          const value: unknown = Reflect.get(target, name)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        },
      })
      const server = createServer({ database: late, masterKey, jobs: false })
      expect(await problemOf(await server.fetch(get('/v1/me')))).toMatchObject({
        status: 500,
        code: 'internal',
        retryable: true,
      })
      expect((await server.fetch(get('/readyz'))).status).toBe(503)
      expect((await server.fetch(get('/healthz'))).status).toBe(200)
      isDown = false
      expect((await server.fetch(get('/readyz'))).status).toBe(200)
      expect((await server.fetch(get('/v1/me'))).status).toBe(401)
      await server.close()
    }))

  test('without a master key, with a short one or with another one says what to do', () =>
    withDatabase(async ({ pool }) => {
      await expect(createServer({ database: pool }).start()).rejects.toThrow(
        /no master key was given.*Set CLIENTELE_MASTER_KEY/s,
      )
      await expect(createServer({ database: pool, masterKey: 'c2hvcnQ=' }).start()).rejects.toThrow(
        /has 5 bytes, but sealing needs 32/,
      )
      const first = createServer({ database: pool, masterKey, jobs: false })
      const made = await first.bootstrap({ name: 'Example Hosting' })
      const viewer = { id: 'v' }
      const origins = ['https://panel.example.com']
      await clientOf(first, made?.secret ?? '').sessions.create({
        accountId: made?.accountId ?? '',
        role: 'platform_support',
        viewer,
        origins,
      })
      await first.close()
      const other = createServer({ database: pool, masterKey: Buffer.alloc(32, 6).toString('base64') })
      await expect(other.start()).rejects.toThrow(/sealed with another master key/)
    }))

  test.each(onPostgres)('shares sessions with the other servers on the database (%s)', () =>
    withDatabase(async ({ url = '' }) => {
      const [one, two] = [
        createServer({ database: url, masterKey, jobs: false }),
        createServer({ database: url, masterKey, jobs: false }),
      ]
      const made = await one.bootstrap({ name: 'Example Hosting' })
      const origin = 'https://panel.example.com'
      const input = {
        accountId: made?.accountId ?? '',
        role: 'platform_support' as const,
        viewer: { id: 'v' },
        origins: [origin],
      }
      const { token } = await clientOf(one, made?.secret ?? '').sessions.create(input)
      expect((await clientOf(two, token, origin).me.get()).role).toBe('platform_support')
      await Promise.all([one.close(), two.close()])
    }),
  )
})

describe('closing', () => {
  test('waits for the requests under way, and answers new ones with 503', () =>
    withDatabase(async ({ pool }) => {
      const asked = Promise.withResolvers<void>()
      const answer = Promise.withResolvers<'unknown'>()
      const connector = {
        ...demoConnector(),
        eligibility: () => {
          asked.resolve()
          return answer.promise
        },
      }
      const server = createServer({ database: pool, masterKey, connector, jobs: false })
      const made = await server.bootstrap({ name: 'Example Hosting' })
      const client = clientOf(server, made?.secret ?? '')
      const running = client.clients.create(quick({ company: 'Last one' }))
      await asked.promise
      let isClosed = false
      const closed = [server.close(), server.close()].map((end) => end.then(() => (isClosed = true)))
      expect(await refusalOf(client.me.get())).toMatchObject({ status: 503, code: 'maintenance', retryable: true })
      const late = await server.fetch(new Request(`${baseUrl}/v1/me`, { headers: { 'x-request-id': 'late-1' } }))
      expect(await problemOf(late)).toMatchObject({ code: 'maintenance', requestId: 'late-1' })
      expect(isClosed).toBe(false)
      answer.resolve('unknown')
      expect((await running).name).toBe('Last one')
      await Promise.all(closed)
      expect(await codeOf(client.me.get())).toBe('maintenance')
    }))

  test('a server that never started is nothing', async () => {
    await expect(createServer({ database: 'memory:' }).close()).resolves.toBeUndefined()
  })
})

describe('jobs', () => {
  const jobQueues = "select to_regclass('clientele_jobs.job') is not null as there"

  test('run beside the requests, and end with the server', () =>
    withDatabase(async ({ pool, url }) => {
      const server = createServer({ database: url ?? pool, masterKey })
      await server.start()
      expect((await pool.query(jobQueues)).rows).toEqual([{ there: true }])
      const queue = await mailQueue(pool, masterKey, systemClock, {})
      await queue()
      await vi.waitFor(async () => expect(await server.mailbox.list()).toMatchObject([{ state: 'sent' }]), 15_000)
      await server.close()
      await queue()
      const next = createServer({ database: url ?? pool, masterKey, jobs: false })
      expect((await next.mailbox.list()).map(({ state }) => state)).toEqual(['queued', 'sent'])
      await next.close()
    }))

  test('that are left out leave nothing, and what is due is done when it is asked for', () =>
    withDatabase(async ({ pool }) => {
      const server = createServer({ database: pool, masterKey, jobs: false })
      await server.start()
      expect((await pool.query(jobQueues)).rows).toEqual([{ there: false }])
      expect(await server.runDue()).toBe(0)
      await (
        await mailQueue(pool, masterKey, systemClock, {})
      )()
      expect([await server.runDue(), await server.runDue()]).toEqual([1, 0])
      await server.close()
      await expect(server.runDue()).rejects.toThrow('the server is closed')
    }))
})

describe('mail', () => {
  test.each([
    [{ smtpUrl: 'smtp://mail.example.com' }, /mails have no sender.*Set MAIL_FROM/s],
    [{ smtpUrl: 'https://mail.example.com', from: 'a@example.com' }, /SMTP URL is none/],
    [
      { smtpUrl: 'smtp://user:hunter2@mail.example.com:port', from: 'a@example.com' },
      /^(?!.*hunter2).*SMTP URL is none/,
    ],
    [{ from: 'Example Hosting' }, /“Example Hosting” is no sender/],
    [{ from: 'a@example.com, b@example.com' }, /is no sender/],
  ])('that is set up wrongly says what to do (%o)', async (mail, message) => {
    await expect(createServer({ database: 'memory:', mail }).start()).rejects.toThrow(message)
  })
})

test('mounts below a path of the host', () =>
  withDatabase(async ({ pool }) => {
    const server = createServer({ database: pool, masterKey, basePath: '/clientele', jobs: false })
    expect((await server.fetch(get('/clientele/v1/me'))).status).toBe(401)
    expect((await server.fetch(get('/v1/me'))).status).toBe(404)
    expect((await server.fetch(get('/clientele/healthz'))).status).toBe(200)
    await server.close()
  }))
