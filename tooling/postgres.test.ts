import pg from 'pg'
import { expect, test } from 'vitest'
import { startTestPostgres } from './postgres.ts'

test('starts a PostgreSQL that answers, and leaves nothing running', async () => {
  const server = await startTestPostgres()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ one: number }>('select 1 as one')
  await client.end()
  await server.stop()
  expect(rows).toEqual([{ one: 1 }])
  if (process.env['TEST_DATABASE_URL'] !== undefined) return
  await expect(new pg.Client({ connectionString: server.url }).connect()).rejects.toThrow('ECONNREFUSED')
})
