import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { migrateDatabase } from '../database/migrate.ts'
import { openDatabase, type Database } from '../database/open.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { createPostgresDatabase, isPostgres } from '../testing/test-database.ts'
import { mailQueue } from '../testing/test-mails.ts'

const folder = await mkdtemp(join(tmpdir(), 'clientele-killed-'))
const postgres = isPostgres ? await createPostgresDatabase() : undefined
afterAll(async () => {
  await postgres?.drop()
  await rm(folder, { recursive: true, force: true })
})

const masterKey = Buffer.alloc(32, 9).toString('base64')
const location = postgres?.url ?? join(folder, 'data')
const receiver = await openMailReceiver()
const mail = { smtpUrl: receiver.url, from: 'access@hosting.example.com' }
const env = {
  DATABASE_URL: location,
  CLIENTELE_MASTER_KEY: masterKey,
  SMTP_URL: receiver.url,
  MAIL_FROM: mail.from,
}

/** With the database of the server, while no server has it. */
async function between<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(location, 2)
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

test('killed between accepting and sending, it sends afterwards; a mail sent twice has one Message-ID', async () => {
  await between(async ({ pool }) => {
    await migrateDatabase(pool)
    const queue = await mailQueue(pool, masterKey, systemClock, mail)
    await queue()
    await queue({ to: { email: 'second@byron.example.com' } })
  })
  // the mail server has them, and the server does not know
  receiver.refuse.data.push('no answer', 'no answer')
  const first = await startServerProcess(env)
  await receiver.received(2)
  await first.end('SIGKILL')

  await between(({ pool }) =>
    pool.query("update mails set next_attempt_at = next_attempt_at - interval '3 minutes' where state = 'queued'"),
  )
  const second = await startServerProcess(env)
  const received = await receiver.received(4)
  expect(await second.end('SIGTERM')).toBe(0)
  const ids = received.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(2)
  expect(new Set(ids.slice(2))).toEqual(new Set(ids.slice(0, 2)))
  const { rows } = await between(({ pool }) => pool.query('select state, sealed_body from mails'))
  expect(rows).toEqual([
    { state: 'sent', sealed_body: null },
    { state: 'sent', sealed_body: null },
  ])
}, 120_000)
