import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'
import { migrationsFolder } from '../../migrations-folder.ts'
import { asAdmin, createPostgresDatabase, isPostgres } from '../../testing/test-database.ts'
import { openDatabase, type Database } from '../open.ts'
import { transactions } from '../transaction.ts'

/** A database as a release left it, whose last migration is that of this number, with the rows of a small platform. */
export async function openOldDatabase(last: number): Promise<Database> {
  const database = await openAsPlainOwner()
  await migrateTo(last, database.pool)
  const file = new URL(`rows-of-${String(last).padStart(4, '0')}.sql`, import.meta.url)
  const rows = await readFile(file, 'utf8')
  const transact = await transactions(database.pool)
  // many statements, so without values
  await transact({ reach: 'system' }, (tx) => tx.db.execute(rows))
  return database
}

/** On PostgreSQL row security binds the owner too, as it does where hosts give the server a role of its own. */
async function openAsPlainOwner(): Promise<Database> {
  if (!isPostgres) return openDatabase('memory:', 1)
  const owner = `owner_${Date.now()}`
  await asAdmin(`create role ${owner} login nosuperuser nocreaterole nobypassrls`)
  const { url, drop } = await createPostgresDatabase(owner)
  const own = new URL(url)
  own.username = owner
  const database = await openDatabase(own.href, 4)
  const close = async () => {
    await database.close()
    await drop()
    await asAdmin(`drop role ${owner}`)
  }
  return { ...database, close }
}

async function migrateTo(last: number, pool: pg.Pool): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-migrations-'))
  await cp(migrationsFolder, folder, { recursive: true })
  const file = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { idx: number }[] }
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx <= last) }))
  const client = await pool.connect()
  try {
    await migrate(drizzle({ client }), { migrationsFolder: folder })
  } finally {
    client.release()
    await rm(folder, { recursive: true })
  }
}
