import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

/** Locks that a test holds, so that calls come to stand one behind the other where it wants them. */
export interface HeldLocks {
  /** Until so many transactions wait for a lock. */
  waiting: (count: number) => Promise<void>
  /** Lets go; says afterwards whether two transactions ever waited for each other before `done`. */
  release: (done: Promise<unknown>) => Promise<{ deadlocked: boolean }>
}

/** Takes locks by statements of SQL, in a transaction of its own. Only a PostgreSQL server has several of them. */
export async function holdLocks({ url }: TestDatabase, statements: [string, unknown[]][]): Promise<HeldLocks> {
  const [holder, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })]
  await Promise.all([holder.connect(), watcher.connect()])
  await holder.query("begin; select set_config('app.reach', 'system', true)")
  for (const [text, values] of statements) await holder.query(text, values)
  return {
    async waiting(count) {
      let now = 0
      while (now < count) {
        const found = await watcher.query<{ now: number }>(
          "select count(*)::int as now from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        now = found.rows[0]?.now ?? 0
      }
    },
    async release(done) {
      const progress = { isOver: false }
      const over = done.finally(() => (progress.isOver = true))
      await holder.query('rollback')
      let deadlocked = false
      while (!progress.isOver) deadlocked = (await isCrossed(watcher)) || deadlocked
      await Promise.all([holder.end(), watcher.end(), over])
      return { deadlocked }
    },
  }
}

/** PostgreSQL looks for a deadlock only after a second: until then both of them stand here. */
async function isCrossed(watcher: pg.Client): Promise<boolean> {
  const { rowCount } = await watcher.query(
    `select 1 from pg_stat_activity a join pg_stat_activity b on b.pid = any(pg_blocking_pids(a.pid))
      where a.datname = current_database() and a.pid = any(pg_blocking_pids(b.pid))`,
  )
  return rowCount !== 0
}
