import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../database/open.ts'

/** Whether this run is on a PostgreSQL server, where several connections work at the same time. */
export const isPostgres = inject('databaseUrl').startsWith('postgres')

/** For `test.each`: what takes several connections is tried on PostgreSQL, and nowhere on the embedded database. */
export const onPostgres: readonly string[] = isPostgres ? ['PostgreSQL'] : []

/** For `test.each`: what only the embedded database has. */
export const onEmbedded: readonly string[] = isPostgres ? [] : ['the embedded database']

/** A new empty database. On PostgreSQL `url` reaches it from other processes too. */
export interface TestDatabase extends Database {
  /** `undefined` where the database lives in this process alone. */
  url: string | undefined
}

/** Opens an empty database of the kind this run is about; closing it leaves nothing behind. */
export async function openTestDatabase(): Promise<TestDatabase> {
  if (!isPostgres) return { ...(await openDatabase('memory:', 1)), url: undefined }
  const { url, drop } = await createPostgresDatabase()
  const database = await openDatabase(url, 10)
  return { ...database, url, close: () => database.close().then(drop) }
}

/** A database of its own in the PostgreSQL of this run. */
export async function createPostgresDatabase(owner?: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`create database ${name} ${owner === undefined ? '' : `owner ${owner}`}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) }
}

/** Runs a statement on the PostgreSQL of this run, outside any test's database. */
export async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
