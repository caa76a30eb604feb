import type { Pool } from 'pg'
import { createReceiptKeyCare, type ReceiptKeyCare } from './access-grants/receipt-key-care.ts'
import { requireReadableReceiptKeys } from './access-grants/receipt-keys.ts'
import { seedLevels } from './access-levels/access-levels.store.ts'
import { createSigningKeys } from './auth/signing-keys.ts'
import { loadMasterKey } from './auth/master-key.ts'
import { bootstrap, type Bootstrapped } from './bootstrap.ts'
import { systemClock, type Clock } from './clock.ts'
import { noConnector, type Connector } from './connector/connector.ts'
import { migrateDatabase } from './database/migrate.ts'
import { openDatabase, type Database } from './database/open.ts'
import { transactions } from './database/transaction.ts'
import { endpoints } from './endpoints.ts'
import type { Surroundings } from './handler.ts'
import type { Answering } from './http/answer-call.ts'
import { createApp } from './http/app.ts'
import { forgetOldAnswers } from './http/idempotency.ts'
import { describeFailure, type Log } from './http/log.ts'
import { refusalResponse } from './http/problem.ts'
import { RateLimiter, type RateLimits } from './http/rate-limiter.ts'
import { requestIdOf } from './http/request-id.ts'
import { dueWork } from './jobs/all-due-work.ts'
import type { DueWork, Working } from './jobs/due-work.ts'
import { inTurn } from './jobs/in-turn.ts'
import { runDueWork } from './jobs/run-due-work.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { createMailbox, type Mailbox } from './mail/mailbox.ts'
import { createMailing, type MailOptions } from './mail/mailing.ts'
import { catalogue, type Family } from './product-families/catalogue.ts'
import { Refusal } from './refusal.ts'
import { webhookSender, type WebhookOptions } from './webhook-endpoints/send-webhook.ts'

/** How a server is set up. Everything has a default that works on one machine. */
export interface ServerOptions {
  /**
   * `postgres://…`, a folder for the embedded PostgreSQL, `memory:`, or a `pg.Pool` of the host's own, which is used and
   * not closed.
   * @default './clientele-data'
   */
  database?: string | Pool
  /** Connections to a PostgreSQL server. The embedded one always has one. @default 10 */
  connections?: number
  /** 32 bytes in base64, the same for all servers on one database. The embedded database keeps its own in its folder. */
  masterKey?: string
  /** The vendor whose products are resold. @default one that knows nothing */
  connector?: Connector
  /** How long the vendor is waited for before what it would say counts as unknown. Milliseconds. @default 4000 */
  connectorPatience?: number
  /** What the platform sells. */
  productFamilies?: readonly Family[]
  /** How mails are sent. By default they stay in the database, and are read by `mailbox`. */
  mail?: MailOptions
  /**
   * Sends mails and webhooks, reminds and expires, whenever something is due. Of the servers on one database at least one
   * has to; `false` leaves it to others, or to `runDue`.
   * @default true
   */
  jobs?: boolean
  /** How webhooks are sent: by default to public addresses alone. */
  webhooks?: WebhookOptions
  /** Where the path to mount at begins, as in `/clientele`. @default '' */
  basePath?: string
  clock?: Clock
  /** Takes a record a request, and one of each job that failed; `false` takes none. @default false */
  log?: Log | false
  rateLimits?: RateLimits
  /** @default 1,000,000 */
  maxBodyBytes?: number
  /** Checks each answer against the contract before it is sent: for development and tests. @default false */
  checkAnswers?: boolean
}

/** The API as a fetch handler, to be mounted anywhere that speaks the fetch standard. */
export interface ClienteleServer {
  /** Answers a request. Starts the server by itself if that has not been done. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Opens the database, brings it forward and begins the jobs. Call it early to learn of a wrong set-up at once. */
  readonly start: () => Promise<void>
  /** Makes the platform's account and its first key, once: the key cannot be shown again. `null` where it was done before. */
  readonly bootstrap: (platform: { name: string }) => Promise<Bootstrapped | null>
  /**
   * Does everything that is due by the clock, at once and until nothing is left, and says how much that was. Throws where
   * something failed, after everything else was done. For tests, and for hosts that run no jobs.
   */
  readonly runDue: () => Promise<number>
  /** The keys that consent receipts are signed with: what there are, a new one, one that was stolen. */
  readonly receiptKeys: ReceiptKeyCare
  /** The mails of a server without SMTP. */
  readonly mailbox: Mailbox
  /** Takes no more requests, waits for those and the jobs under way, and closes the database. */
  readonly close: () => Promise<void>
}

/**
 * Makes a server.
 *
 * @example
 * const server = createServer({ database: 'memory:' })
 * const platform = await server.bootstrap({ name: 'Example Hosting' })
 * const response = await server.fetch(
 *   new Request('http://localhost/v1/me', { headers: { authorization: `Bearer ${platform?.secret}` } }),
 * )
 */
export function createServer(options: ServerOptions = {}): ClienteleServer {
  const clock = options.clock ?? systemClock
  const log = options.log || (() => {})
  let started: Promise<Opened> | undefined
  let closed: Promise<void> | undefined
  let running = 0
  let idle: (() => void) | undefined

  // one that failed is tried again by the next request: the database may be up by then
  const start = () =>
    (started ??= open(options, clock, log).catch((error: unknown) => {
      started = undefined
      throw error
    }))
  const app = createApp({
    endpoints,
    answering: async () => (await start()).answering,
    isReady: async () => {
      if (closed) return false
      return start()
        .then(({ database }) => database.pool.query('select 1'))
        .then(
          () => true,
          () => false,
        )
    },
    clock,
    log,
    basePath: options.basePath ?? '',
  })

  return {
    async fetch(request) {
      if (closed) return closingResponse(request, clock)
      return underWay(async () => app.fetch(request))
    },
    async start() {
      await start()
    },
    async bootstrap(platform) {
      const { answering } = await start()
      return answering.transact({ reach: 'system' }, (tx) => bootstrap(tx, platform.name, clock.now()))
    },
    async runDue() {
      if (closed) throw new Error('Clientele: the server is closed, so nothing that is due can be done.')
      return underWay(async () => {
        const { kinds, working } = await start()
        return runDueWork(kinds, working)
      })
    },
    receiptKeys: createReceiptKeyCare(async () => (await start()).answering, clock),
    mailbox: createMailbox(async () => (await start()).working),
    async close() {
      await (closed ??= close())
    },
  }

  async function underWay<T>(run: () => Promise<T>): Promise<T> {
    running++
    try {
      return await run()
    } finally {
      running--
      if (running === 0) idle?.()
    }
  }

  async function close(): Promise<void> {
    if (running > 0) await new Promise<void>((resolve) => (idle = resolve))
    const open = await started?.catch(() => undefined)
    await open?.database.close()
  }
}

const hour = 3_600_000

/** What there is once the database is open. */
interface Opened {
  database: Database
  answering: Answering
  working: Working
  /** What falls due: jobs and `runDue` wait for each other. */
  kinds: readonly DueWork[]
}

async function open(options: ServerOptions, clock: Clock, log: Log): Promise<Opened> {
  const mailing = createMailing(options.mail ?? {})
  const location = options.database ?? './clientele-data'
  const isEmbedded = typeof location === 'string' && !/^postgres(ql)?:/.test(location)
  const database = await openDatabase(location, options.connections ?? 10)
  try {
    const master = await loadMasterKey(options.masterKey, database, isEmbedded)
    await migrateDatabase(database.pool)
    const transact = await transactions(database.pool)
    const signingKeys = createSigningKeys(master)
    const tidy = () => transact({ reach: 'system' }, (tx) => forgetOldAnswers(tx, clock.now()))
    await transact({ reach: 'system' }, async (tx) => {
      await signingKeys.requireReadable(tx)
      await requireReadableReceiptKeys(tx, master)
      await seedLevels(tx, clock.now())
    })
    await tidy()
    const surroundings: Surroundings = {
      masterKey: master,
      mailing,
      connector: options.connector ?? noConnector,
      connectorPatience: options.connectorPatience ?? 4_000,
      signingKeys,
      families: options.productFamilies ?? catalogue,
      webhooks: {
        allowPrivateAddresses: options.webhooks?.allowPrivateAddresses ?? false,
        send: webhookSender(options.webhooks ?? {}),
      },
    }
    const answering: Answering = {
      ...surroundings,
      transact,
      limiter: new RateLimiter(options.rateLimits ?? {}, clock),
      maxBodyBytes: options.maxBodyBytes ?? 1_000_000,
      checkAnswers: options.checkAnswers ?? false,
    }
    const working: Working = { ...surroundings, transact, clock }
    const kinds = dueWork.map(inTurn)
    const failed = (work: string, error: unknown) => log({ work, error: describeFailure(error) })
    const jobs = options.jobs === false ? undefined : await startJobs(kinds, database, working, failed)
    // whatever goes wrong here goes wrong with the next request as well, and is told there
    const tidying = setInterval(() => void tidy().catch(() => {}), hour)
    tidying.unref()
    const close = async () => {
      clearInterval(tidying)
      await jobs?.stop()
      await database.close()
    }
    return { database: { ...database, close }, answering, working, kinds }
  } catch (error) {
    await database.close()
    throw error
  }
}

function closingResponse(request: Request, clock: Clock): Response {
  const refusal = new Refusal('maintenance', 'The server is stopping. Send the request again in a moment.')
  return refusalResponse(refusal, requestIdOf(request.headers, clock))
}
