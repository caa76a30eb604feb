import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Database } from '../database/open.ts'
import type { DueWork, Working } from './due-work.ts'

/** Servers of this schema share the work. The function `wake` of the migrations knows its name. */
const schema = 'clientele_jobs'

/** Told of every kind of work that failed, with what it threw. */
export type OnFailure = (work: string, error: unknown) => void

/** Jobs that run beside the answering of requests. */
export interface Jobs {
  /** Lets what runs come to its end, and begins nothing more. */
  stop(): Promise<void>
}

/**
 * Does due work whenever it is woken, once at the start, and every minute, or when else it says. What is due is in our own tables, by our own
 * clock: a job is nothing but the reason to look, so losing one loses no work, and having two does none twice.
 */
export async function startJobs(
  kinds: readonly DueWork[],
  database: Database,
  by: Working,
  onFailure: OnFailure,
): Promise<Jobs> {
  const { pool, listen } = database
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(pool, text, values), ...(listen && { listen }) },
    schema,
    useListenNotify: listen !== undefined,
    // it looks at a table of ours at most: there is nothing to report on
    persistWarnings: false,
  })
  boss.on('error', (error) => onFailure('jobs', error))
  const stopping = new AbortController()
  const stop = async () => {
    stopping.abort()
    await boss.stop({ graceful: true, timeout: 60_000 })
  }
  try {
    // servers that start at the same time make the schema at the same time: whoever loses finds it there
    await boss.start().catch(() => boss.start())
    for (const work of kinds) await serve(boss, work)
  } catch (error) {
    await stop().catch(() => {})
    throw new Error(
      `Clientele: the jobs could not be started, so nothing that falls due would be done. Their queues lie in the schema ${schema}, which the database's user has to be able to make; or set jobs: false, and let another server do them.`,
      { cause: error },
    )
  }
  return { stop }

  async function serve(boss: PgBoss, work: DueWork): Promise<void> {
    const { name } = work
    await boss.createQueue(name, queue)
    await boss.updateQueue(name, queue)
    const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 }
    // many wakes are one reason to look
    await boss.work(name, { ...polling, batchSize: 1_000 }, async () => {
      try {
        while (!stopping.signal.aborted && (await work.run(by)) > 0);
      } catch (error) {
        onFailure(name, error)
        throw error
      }
    })
    await boss.schedule(name, work.cron ?? '* * * * *')
    await boss.send(name)
  }
}

const queue = {
  notify: true,
  // work that throws is tried again after 2, 4, 8, … seconds, and with the minute in any case
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  // one that was killed in the middle is no longer waited for
  expireInSeconds: 15 * 60,
  retentionSeconds: 60 * 60,
  deleteAfterSeconds: 60 * 60,
}

/** One statement or several; of several, the rows of all. */
async function execute(pool: pg.Pool, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await (values.length > 0
      ? client.query(text, values)
      : client.query(text))
    return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows as unknown[]) : result.rows }
  } catch (error) {
    // several statements may have begun a transaction of their own
    await client.query('rollback').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    client.release(broken)
  }
}
