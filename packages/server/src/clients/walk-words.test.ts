import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadClients } from '../../bench/load-clients.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, below, south, sql, database } = await openTestPlatform()

// so many that two words are common, and a search walks over their lists
beforeAll(() => loadClients(database.pool, [south.id, below.id], 25_000))

/** What a search should find, by looking at every client. */
async function expected(q: string, owner: string | null): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select a.id from accounts a where a.kind = 'client' and ($2::text is null or a.parent_id = $2) and not exists (
       select 1 from unnest($1::text[]) as word where not exists (
         select 1 from terms t where t.client_id = a.id and starts_with(t.term, word)))
     order by a.name_key, a.id`,
    [q.split(' '), owner],
  )
  return rows.map(({ id }) => id)
}

const callers = [
  { who: 'a reseller', client: south.owner, owner: south.id },
  { who: 'the platform', client: admin, owner: null },
]

describe.each(callers)('$who finds by several common words', ({ client, owner }) => {
  test.each(['dubois kanz', 'kanz dubois', 'anna martin', 'anna rossi garage', 'b i', 'studio zzz'])(
    '“%s”: every client that has them once, by name, over all pages',
    async (q) => {
      const found = await client.clients.list({ q, limit: 200 }).toArray({ limit: 30_000 })
      expect(found.map(({ id }) => id)).toEqual(await expected(q, owner))
    },
  )
})

it('keeps its way when a word has become rare between two pages', async () => {
  const first = await south.owner.clients.list({ q: 'weingut silva', limit: 20 })
  const [last] = first.data.slice(-1)
  await sql("delete from terms where term = 'silva' and name_key > $1 and client_id <> $2", [
    'weingut silva 9',
    last?.id,
  ])
  const rest = await south.owner.clients.list({ q: 'weingut silva', limit: 200, cursor: first.nextCursor ?? '' })
  const seen = [...first.data, ...rest.data].map(({ id }) => id)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual((await expected('weingut silva', south.id)).slice(0, seen.length))
})
