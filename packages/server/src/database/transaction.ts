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
  enter(scope: Scope): Promise<void>
  /** Runs `ask` with the eyes of the server, and goes back. For questions whose answers say less than what they see. */
  asSystem<T>(ask: () => Promise<T>): Promise<T>
}

/** Opens transactions on a pool. */
export type Transact = <T>(scope: Scope, run: (tx: Tx) => Promise<T>) => Promise<T>

/** Finds out once whether the app's own role can be used, and gives the way to open transactions. */
export async function transactions(pool: pg.Pool): Promise<Transact> {
  const found = await pool.query<{ usable: boolean }>(
    "select coalesce(bool_or(pg_has_role(current_user, oid, 'USAGE')), false) as usable from pg_roles where rolname = 'clientele_app'",
  )
  const setRole = found.rows[0]?.usable ? 'set local role clientele_app;' : ''

  return async (scope, run) => {
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

function open(client: pg.PoolClient, first: Scope): Tx {
  let current = first
  const enter = async (scope: Scope) => {
    current = scope
    await client.query(enterSql(scope))
  }
  return {
    db: drizzle({ client }),
    query: async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) =>
      (await client.query<T>({ text, values: [...values], ...(name === undefined ? {} : { name }) })).rows,
    enter,
    asSystem: async (ask) => {
      const before = current
      await enter({ reach: 'system' })
      const answer = await ask()
      await enter(before)
      return answer
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
