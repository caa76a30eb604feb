import pg from 'pg'
import { expect, test } from 'vitest'
import { createServer } from '../create-server.ts'
import { quick } from '../testing/client-inputs.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { asAdmin, createPostgresDatabase, isPostgres } from '../testing/test-database.ts'
import { clientOf } from '../testing/test-server.ts'
import { transactions } from './transaction.ts'

test.each(isPostgres ? ['nocreaterole', 'createrole'] : [])(
  'R82: a database owner (%s) is bound by row security too',
  async (right) => {
    const owner = `owner_${Date.now()}`
    await asAdmin(`create role ${owner} login nosuperuser ${right} nobypassrls`)
    const { url, drop } = await createPostgresDatabase(owner)
    const own = new URL(url)
    own.username = owner
    const server = createServer({
      database: own.href,
      masterKey: Buffer.alloc(32, 5).toString('base64'),
      checkAnswers: true,
    })
    const pool = new pg.Pool({ connectionString: own.href, max: 2 })
    // the database is dropped while the last connection is still on its way out
    pool.on('error', () => {})
    try {
      const made = await server.bootstrap({ name: 'Example Hosting' })
      const admin = clientOf(server, made?.secret ?? '')
      const [one, two] = [
        await admin.resellers.create({ displayName: 'One', publicIdentifier: 'one' }),
        await admin.resellers.create({ displayName: 'Two', publicIdentifier: 'two' }),
      ]
      const key = await admin.apiKeys.create({ accountId: one.id, role: 'reseller_owner', name: 'one' })
      const mine = await clientOf(server, key.secret).clients.create(quick())
      const theirs = await admin.clients.create(quick({ ownerId: two.id }))
      expect(await codeOf(clientOf(server, key.secret).clients.get(theirs.id))).toBe('not_found')
      const transact = await transactions(pool)
      const rows = await transact({ reach: 'some', account: one.id, caller: '', accounts: [one.id] }, (tx) =>
        tx.query<{ id: string }>('select id from accounts'),
      )
      expect(rows.map(({ id }) => id).toSorted()).toEqual([one.id, mine.id].toSorted())
      expect((await pool.query('select id from accounts')).rows).toEqual([])
    } finally {
      await server.close()
      await pool.end()
      await drop()
      await asAdmin(`drop role ${owner}`)
    }
  },
)
