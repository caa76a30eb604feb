import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** What a transaction may see: row-level security lets nothing else through. */
export type Scope =
  /** The server itself, where there is no caller yet. */
  | { reach: 'system' }
  | { reach: 'all'; account: string; caller: string }
  | { reach: 'some'; account: string; caller: string; accounts: readonly string[] }

/** A transaction with its scope. */
export interface Tx {
  readonly db: NodePgDatabase
  /** Plain SQL, where a builder would say less. One with a `name` is planned once for each connection. */
  query<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>
  /** What comes next is done in this scope. */
  enter(scope: Scope): void
  /** Runs `ask` in another scope, and goes back. */
  as<T>(scope: Scope, ask: () => Promise<T>): Promise<T>
  /** The same with the eyes of the server. For questions whose answers say less than what they see. */
  asSystem<T>(ask: () => Promise<T>): Promise<T>
  /** Marks this point and gives the way back to it: what was done since is undone, and its scope holds again. */
  mark(): Promise<() => Promise<void>>
}

/**
 * Opens transactions on a pool. One that PostgreSQL gave up so that others can go on is run again from its beginning, so
 * what `run` does besides writing has to bear that.
 */
export type Transact = <T>(scope: Scope, run: (tx: Tx) => Promise<T>) => Promise<T>

/** Finds out once whether the app's own role can be used, and gives the way to open transactions. */
export async function transactions(pool: pg.Pool): Promise<Transact> {
  const found = await pool.query<{ usable: boolean }>(
    "select coalesce(bool_or(pg_has_role(current_user, oid, 'USAGE')), false) as usable from pg_roles where rolname = 'clientele_app'",
  )
  const setRole = found.rows[0]?.usable ? 'set local role clientele_app;' : ''

  return async (scope, run) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(scope, run)
      } catch (error) {
        // nothing was written, and those that stood in the way have gone on
        if (attempt === attempts || !isGivenUp(error)) throw error
      }
    }
  }

  async function once<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(`begin; ${setRole} ${enterSql(scope)}`)
      const result = await run(open(client, scope))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((failed: Error) => (broken = failed))
      throw error
    } finally {
      client.release(broken)
    }
  }
}

const attempts = 3

/** serialization_failure, deadlock_detected */
const givenUp: readonly unknown[] = ['40001', '40P01']

/** A builder of statements hands on what the database said as a cause. */
function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && givenUp.includes(error.code)) || isGivenUp(error.cause)
}

/**
 * The database is told of a scope with the next statement, and only where it is another than before: looking something
 * up as the server and going back costs nothing where nothing is asked in between.
 */
function open(client: pg.PoolClient, first: Scope): Tx {
  let told = enterSql(first)
  let scope = first
  const send = async <T extends pg.QueryResultRow>(statement: string | pg.QueryConfig, values?: unknown[]) => {
    const telling = enterSql(scope)
    if (told !== telling) {
      // statements wait in line: one that is sent meanwhile comes after this
      told = telling
      await client.query(telling)
    }
    return client.query<T>(statement as string, values)
  }
  const as = async <T>(other: Scope, ask: () => Promise<T>) => {
    const before = scope
    scope = other
    try {
      return await ask()
    } finally {
      scope = before
    }
  }
  // the builder of statements is no way past the scope
  const scoped = Object.create(client, { query: { value: send } }) as pg.PoolClient
  return {
    db: drizzle({ client: scoped }),
    query: async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) =>
      (await send<T>({ text, values: [...values], ...(name === undefined ? {} : { name }) })).rows,
    enter: (next) => {
      scope = next
    },
    as,
    asSystem: (ask) => as({ reach: 'system' }, ask),
    mark: async () => {
      const before = scope
      await send('savepoint marked')
      return async () => {
        await client.query('rollback to savepoint marked')
        // it undoes what the database was told too
        told = ''
        scope = before
      }
    },
  }
}

/** One round trip: the settings end with the transaction. */
function enterSql(scope: Scope): string {
  const of = scope.reach === 'system' ? { account: '', caller: '' } : scope
  const accounts = scope.reach === 'some' ? `{${scope.accounts.join(',')}}` : '{}'
  const settings = { reach: scope.reach, account: of.account, caller: of.caller, accounts }
  return `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')}`
}
