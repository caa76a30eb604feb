import { beforeAll, describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { transactions, type Scope, type Transact } from './transaction.ts'

const { admin, north, below, south, database, sql } = await openTestPlatform()
let transact: Transact

/** Who has to do with whom: south was let in beside north at north's client. */
const pairs: { name: string; reseller: string; client: string }[] = []
const clients = { north: '', below: '', south: '' }

/** What stands between a reseller and a client, with what a row needs besides the two. */
const ofPairs: Record<string, object> = {
  links: { kind: 'secondary', origin: 'created', status: 'ended', since: now() },
  access_requests: {
    level_key: 'manage',
    level_version: 1,
    scope: { kind: 'all' },
    recipient_email: 'a@mail.example.org',
    message: 'words',
    language_code: 'en',
    status: 'canceled',
    attempts: [],
    reminded_at: [],
    sender: {},
    version: 1,
  },
  access_grants: {
    level_key: 'manage',
    level_version: 1,
    family: 'products',
    capabilities: [],
    scope: { kind: 'all' },
    source: 'request',
    status: 'ended',
    notices_sent: [],
    version: 1,
  },
  access_policies: {
    wanted: true,
    observed: true,
    changed_at: now(),
    changed_by: {},
    agreement: 'none',
    version: 1,
  },
  direct_ticks: { subscription_id: 'sub_x', wanted: true, observed: true, changed_at: now() },
  consent_receipts: { position: 1, grant_id: 'agr_x', jws: 'x' },
  suggestions: { items: [], status: 'sent', version: 1 },
  orders: { placed_by: {}, items: [], charged_to: 'client' },
}

/** Rows of the server and the platform alone. */
const ofServer: Record<string, object> = {
  closed_mailboxes: { mailbox: 'a@mail.example.org', reason: 'bounced', since: now() },
  link_tokens: { hash: '\\x00', purpose: 'manage', email: 'a@mail.example.org', proves_mailbox: true },
  mails: {
    message_id: 'x',
    template: 'x',
    language_code: 'en',
    to_client: true,
    to_email: 'a@mail.example.org',
    subject: 'x',
    state: 'sent',
    attempts: 0,
  },
  receipt_keys: { kid: 'rck_x', public_key: 'x', sealed: '\\x00' },
  propagations: { target: 'switch', target_id: 'x', wanted: true, state: 'pending', attempts: 0, expected_by: now() },
}

function now(): string {
  return '2026-03-01T09:00:00Z'
}

let made = 0

/** A row for one pair, as an object of the table's columns. */
const rowOf = (more: object, { reseller, client }: { reseller: string; client: string }) => ({
  id: `x_${++made}`,
  reseller_id: reseller,
  client_id: client,
  created_at: now(),
  updated_at: now(),
  ...more,
})

/** A statement and its values for one row: of the columns that the table has, and does not make by itself. */
const insert = async (table: string, row: object): Promise<[string, [string]]> => {
  const own = await sql<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  )
  const columns = own.map(({ name }) => name).join(', ')
  return [
    `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  ]
}

beforeAll(async () => {
  transact = await transactions(database.pool)
  clients.north = (await north.owner.clients.create(quick())).id
  clients.below = (await below.owner.clients.create(quick())).id
  clients.south = (await south.owner.clients.create(quick())).id
  pairs.push(
    { name: 'north', reseller: north.id, client: clients.north },
    { name: 'below', reseller: below.id, client: clients.below },
    { name: 'south', reseller: south.id, client: clients.south },
    { name: 'beside', reseller: south.id, client: clients.north },
  )
  for (const [table, more] of Object.entries({ ...ofPairs, ...ofServer })) {
    for (const [place, pair] of pairs.entries()) {
      if (table in ofServer && place > 0) continue
      await sql(...(await insert(table, rowOf(more, pair))))
    }
  }
})

const some = (accounts: string[], account: string): Scope => ({ reach: 'some', account, caller: '', accounts })
const scopes = () => ({
  own: some([north.id], north.id),
  tree: some([north.id, below.id], north.id),
  south: some([south.id], south.id),
  // the right reaches the account alone
  staff: some([], north.id),
  client: some([], clients.north),
  stranger: some([], clients.below),
  nobody: some([], ''),
  platform: { reach: 'all', account: admin.accountId, caller: '' } as const,
})
type ScopeName = keyof ReturnType<typeof scopes>

const seenBy: Record<ScopeName, string[]> = {
  own: ['north'],
  tree: ['below', 'north'],
  south: ['beside', 'south'],
  staff: [],
  client: ['beside', 'north'],
  stranger: ['below'],
  nobody: [],
  platform: ['below', 'beside', 'north', 'south'],
}

/** What both sides read and the server alone writes; nobody deletes it, and what was agreed nobody changes. */
const kept: Record<string, readonly ScopeName[]> = {
  access_grants: ['platform'],
  access_policies: ['platform'],
  consent_receipts: [],
}

const nameOf = (row: { reseller_id: string; client_id: string }) =>
  pairs.find(({ reseller, client }) => reseller === row.reseller_id && client === row.client_id)?.name ?? '?'

/** What a statement without any `where` touches; nothing of it stays. */
async function touched<T extends object>(scope: Scope, statement: string): Promise<T[]> {
  let rows: T[] = []
  const undone = transact(scope, async (tx) => {
    rows = await tx.query<T>(statement)
    throw new Error('undo')
  })
  await undone.catch((error: Error) => {
    if (error.message !== 'undo') throw error
  })
  return rows
}

describe('a statement about access that forgot its where', () => {
  test.each(Object.keys(ofPairs))(
    'R82 R201: in %s sees, changes and deletes what is the caller’s alone',
    async (table) => {
      for (const [name, scope] of Object.entries(scopes()) as [ScopeName, Scope][]) {
        const changers = kept[table]
        for (const [statement, isTheirs] of [
          [`select reseller_id, client_id from ${table}`, true],
          [
            `update ${table} set client_id = client_id returning reseller_id, client_id`,
            changers?.includes(name) ?? true,
          ],
          [`delete from ${table} returning reseller_id, client_id`, changers === undefined],
        ] as const) {
          const rows = await touched<{ reseller_id: string; client_id: string }>(scope, statement)
          const expected = isTheirs ? seenBy[name] : []
          expect([name, statement, rows.map(nameOf).toSorted()]).toEqual([name, statement, expected])
        }
      }
    },
  )

  test.each(Object.keys(ofPairs))('R82: puts nothing of others into %s', async (table) => {
    const [, , theirs, beside] = pairs
    for (const pair of [theirs, beside]) {
      if (!pair) throw new Error('There are four pairs.')
      const statement = await insert(table, rowOf(ofPairs[table] ?? {}, pair))
      const done = transact(scopes().tree, (tx) => tx.query(...statement))
      await expect(done).rejects.toMatchObject({ code: '42501' })
    }
  })

  test.each(Object.keys(ofServer))('sees nothing of %s, and changes nothing', async (table) => {
    for (const [name, scope] of Object.entries(scopes()) as [ScopeName, Scope][]) {
      const isPlatforms = table === 'propagations' && name === 'platform'
      const [own] = Object.keys(ofServer[table] ?? {})
      for (const statement of [
        `select 1 from ${table}`,
        `update ${table} set ${own} = ${own} returning 1`,
        `delete from ${table} returning 1`,
      ]) {
        expect([name, statement, await touched(scope, statement)]).toHaveProperty('2.length', isPlatforms ? 1 : 0)
      }
    }
    expect(await transact({ reach: 'system' }, (tx) => tx.query(`select 1 from ${table}`))).toHaveLength(1)
  })

  test('reads the levels, and publishes none', async () => {
    for (const [name, scope] of Object.entries(scopes())) {
      expect((await touched(scope, 'select 1 from access_levels')).length).toBeGreaterThan(0)
      const isPlatform = name === 'platform'
      for (const statement of [
        "update access_levels set status = 'retired' returning 1",
        'delete from access_levels returning 1',
      ]) {
        expect([name, (await touched(scope, statement)).length > 0]).toEqual([name, isPlatform])
      }
    }
  })

  test('R201: sees what others have sold only as far as the client lets it look after that', async () => {
    const subscription = async (id: string, client: string, soldBy: string | null, more: object = {}) => {
      const row = { ...rowOf({}, { reseller: '', client }), id, sold_by_id: soldBy, domains: [], version: 1, ...more }
      const product = { sku: 'hosting_pro', product_family: 'hosting', status: 'active' }
      await sql(...(await insert('subscriptions', { ...row, ...product })))
    }
    await subscription('own', clients.north, north.id)
    await subscription('platform', clients.north, null)
    await subscription('other', clients.north, south.id)
    await subscription('named', clients.north, south.id, { domains: ['named.example.com'] })
    await subscription('stranger', clients.south, south.id)
    const seen = async (scope: Scope) =>
      (await touched<{ id: string }>(scope, 'select id from subscriptions')).map(({ id }) => id).toSorted()
    const { own, south: theirs, client, stranger, nobody, platform } = scopes()
    expect(await seen(own)).toEqual(['own', 'platform'])
    expect(await seen(client)).toEqual(['named', 'other', 'own', 'platform'])
    expect(await seen(platform)).toHaveLength(5)
    for (const scope of [stranger, nobody]) expect(await seen(scope)).toEqual([])
    // its link with north's client has ended
    expect(await seen(theirs)).toEqual(['named', 'other', 'stranger'])
    await sql("update links set status = 'active' where reseller_id = $1 and client_id = $2", [south.id, clients.north])
    expect(await seen(theirs)).toEqual(['named', 'other', 'platform', 'stranger'])

    const allow = (scope: object) =>
      sql(
        "update access_grants set status = 'active', capabilities = '{products.view}', scope = $1 where reseller_id = $2",
        [JSON.stringify(scope), north.id],
      )
    await allow({ kind: 'subscriptions', ids: ['other'] })
    expect(await seen(own)).toEqual(['other', 'own', 'platform'])
    await allow({ kind: 'domains', names: ['named.example.com', 'else.example.com'] })
    expect(await seen(own)).toEqual(['named', 'own', 'platform'])
    await allow({ kind: 'sold_plus_ticked' })
    expect(await seen(own)).toEqual(['own', 'platform'])
    await sql("update direct_ticks set subscription_id = 'other' where reseller_id = $1", [north.id])
    expect(await seen(own)).toEqual(['other', 'own', 'platform'])
    await allow({ kind: 'all' })
    expect(await seen(own)).toEqual(['named', 'other', 'own', 'platform'])
    for (const [stopped, goesOn] of [
      ['wanted = false', 'wanted = true'],
      ['observed = false', 'observed = true'],
      ['paused_at = now()', 'paused_at = null'],
    ]) {
      await sql(`update access_policies set ${stopped}`)
      expect([stopped, await seen(own)]).toEqual([stopped, ['own', 'platform']])
      await sql(`update access_policies set ${goesOn}`)
    }
    await sql("update access_grants set capabilities = '{}'")
    expect(await seen(own)).toEqual(['own', 'platform'])
    // of its own clients alone: the one of south's is none of its business in any way
    await sql("update access_grants set status = 'ended'")
    await sql('delete from direct_ticks')
    expect(await seen(own)).toEqual(['own', 'platform'])
  })

  test('sees the webhooks of the accounts below, and of a client its own', async () => {
    for (const [place, account] of [north.id, below.id, south.id, clients.north].entries()) {
      const endpoint = { id: `whe_${place}`, account_id: account, url: 'https://a.example', events: [], secrets: [] }
      const cursor = { cursor_transaction: '0', cursor_position: 0, status: 'enabled', version: 1 }
      const dates = { created_at: now(), updated_at: now() }
      await sql(...(await insert('webhook_endpoints', { ...endpoint, ...cursor, ...dates })))
      const delivery = {
        id: `whd_${place}`,
        endpoint_id: endpoint.id,
        account_id: account,
        event_id: 'e',
        event_type: 'x',
      }
      const rest = { subject_id: 'x', state: 'failed', attempts: 0, failures: 0, created_at: now() }
      await sql(...(await insert('webhook_deliveries', { ...delivery, ...rest })))
    }
    const expected: Record<ScopeName, number[]> = {
      own: [0],
      tree: [0, 1],
      south: [2],
      staff: [0],
      client: [3],
      stranger: [],
      nobody: [],
      platform: [0, 1, 2, 3],
    }
    for (const table of ['webhook_endpoints', 'webhook_deliveries']) {
      for (const [name, scope] of Object.entries(scopes()) as [ScopeName, Scope][]) {
        const rows = await touched<{ id: string }>(scope, `delete from ${table} returning id`)
        const places = rows.map(({ id }) => Number(id.slice(4))).toSorted((a, b) => a - b)
        expect([table, name, places]).toEqual([table, name, expected[name]])
      }
    }
  })

  test('sees nothing where nobody said who is calling', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('begin; set local role clientele_app')
      for (const table of [...Object.keys(ofPairs), ...Object.keys(ofServer), 'subscriptions', 'webhook_endpoints']) {
        expect([table, (await client.query(`select 1 from ${table}`)).rows]).toEqual([table, []])
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

test('every table has row security, also for its owner', async () => {
  const open = await sql(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity) and relname not like '\\_\\_drizzle%'`,
  )
  expect(open).toEqual([])
})
