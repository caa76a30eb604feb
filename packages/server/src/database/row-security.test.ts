import { beforeAll, describe, expect, test } from 'vitest'
import { organization, quick } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { transactions, type Scope, type Transact } from './transaction.ts'

const { admin, north, below, south, database } = await openTestPlatform()
let transact: Transact
const clients: Record<'north' | 'below' | 'south', string> = { north: '', below: '', south: '' }

beforeAll(async () => {
  transact = await transactions(database.pool)
  for (const [name, { owner }] of Object.entries({ north, below, south })) {
    const input = organization({ description: `of ${name}`, externalIds: [{ system: 'crm', id: 'same' }], tags: ['t'] })
    const { id } = await owner.clients.create(input, { idempotencyKey: 'same' })
    clients[name as 'north'] = id
  }
  await south.owner.sessions.create({
    accountId: south.id,
    role: 'reseller_owner',
    viewer: { id: 'v' },
    origins: ['https://panel.example.com'],
  })
})

const some = (accounts: string[], account: string, caller = ''): Scope => ({ reach: 'some', account, caller, accounts })
const scopes = () => ({
  tree: some([north.id, below.id], north.id),
  own: some([north.id], north.id),
  client: some([], clients.north),
  nobody: some([], ''),
})

const strangersRows = `select
  (select json_agg(a order by a.id) from accounts a where $1 in (a.parent_id, a.id)) as accounts,
  (select json_agg(k order by k.id) from api_keys k where k.account_id = $1) as keys,
  (select count(*) from terms where owner_id = $1) as terms,
  (select count(*) from descriptions where account_id = $1) as descriptions,
  (select count(*) from external_ids where owner_id = $1) as external_ids,
  (select count(*) from idempotency) as idempotency,
  (select count(*) from signing_keys) as signing_keys,
  (select json_agg(s) from settings s) as settings`

/** What a statement without any `where` sees. */
async function seen(scope: Scope, table: string, column: string): Promise<string[]> {
  return transact(scope, async (tx) => {
    const rows = await tx.query<{ value: string }>(`select distinct ${column} as value from ${table}`)
    return rows.map(({ value }) => value).toSorted()
  })
}

describe('a statement that forgot its where', () => {
  test('R82: sees the accounts of the subtree', async () => {
    const { tree, own, client, nobody } = scopes()
    expect(await seen(tree, 'accounts', 'id')).toEqual([north.id, below.id, clients.north, clients.below].toSorted())
    expect(await seen(own, 'accounts', 'id')).toEqual([north.id, below.id, clients.north].toSorted())
    expect(await seen(client, 'accounts', 'id')).toEqual([clients.north])
    expect(await seen(nobody, 'accounts', 'id')).toEqual([])
  })

  test('R82: sees no other table’s rows of strangers either', async () => {
    const { tree, own, client, nobody } = scopes()
    for (const [table, owner] of [
      ['terms', 'owner_id'],
      ['descriptions', 'account_id'],
      ['external_ids', 'owner_id'],
      ['api_keys', 'account_id'],
    ] as const) {
      expect([table, await seen(tree, table, owner)]).toEqual([table, [north.id, below.id].toSorted()])
      expect([table, await seen(own, table, owner)]).toEqual([table, [north.id]])
      expect([table, await seen(nobody, table, owner)]).toEqual([table, []])
    }
    // R96: a client sees its own search terms, through which it finds itself, and nothing else of these
    expect(await seen(client, 'terms', 'client_id')).toEqual([clients.north])
    for (const table of ['descriptions', 'external_ids', 'api_keys']) expect(await seen(client, table, '1')).toEqual([])
  })

  test('R210: writes the trail and cannot rewrite it', async () => {
    for (const statement of ["update events set changes = '{}'", 'delete from events']) {
      const touched = await transact(scopes().tree, (tx) =>
        tx.query(`with t as (${statement} returning 1) select * from t`),
      )
      expect(touched).toEqual([])
    }
  })

  test('R210: sees the events of the subtree, and a client those that are about it', async () => {
    const { tree, client, nobody } = scopes()
    expect(await seen(tree, 'events', 'owner_id')).toEqual([north.id, below.id].toSorted())
    expect(await seen(client, 'events', 'client_id')).toEqual([clients.north])
    expect(await seen(nobody, 'events', 'id')).toEqual([])
  })

  test('sees kept answers of this very caller, and no signing key', async () => {
    const { id } = (await north.owner.me.get()).caller
    expect(await seen(some([north.id], north.id, id), 'idempotency', 'caller')).toEqual([id])
    expect(await seen(some([north.id], north.id, 'key_other'), 'idempotency', 'caller')).toEqual([])
    for (const scope of [...Object.values(scopes()), { reach: 'all', account: admin.accountId, caller: '' } as const]) {
      expect(await seen(scope, 'signing_keys', 'kid')).toEqual([])
    }
    expect(await seen({ reach: 'system' }, 'signing_keys', 'kid')).toHaveLength(1)
  })

  test('sees everything of the platform, for the platform', async () => {
    const all = { reach: 'all', account: admin.accountId, caller: '' } as const
    expect(await seen(all, 'accounts', 'id')).toEqual(
      [admin.accountId, north.id, below.id, south.id, ...Object.values(clients)].toSorted(),
    )
  })

  test('changes and deletes nothing outside', async () => {
    for (const statement of [
      "update accounts set name = 'taken'",
      'delete from terms',
      'delete from descriptions',
      'delete from external_ids',
      "update api_keys set role = 'platform_admin'",
      'delete from idempotency',
      'delete from signing_keys',
      'update settings set max_depth = 5',
      'delete from accounts',
    ]) {
      const strangers = async (scope: Scope) => {
        let rows: unknown
        const undone = transact(scope, async (tx) => {
          if (scope.reach === 'some') await tx.query(statement)
          tx.enter({ reach: 'system' })
          rows = await tx.query(strangersRows, [south.id])
          throw new Error('undo')
        })
        await undone.catch(() => {})
        return rows
      }
      const before = await strangers({ reach: 'system' })
      // a statement that is refused changes nothing either
      expect([statement, (await strangers(scopes().tree)) ?? before]).toEqual([statement, before])
    }
  })

  test('puts nothing outside', async () => {
    const { id } = await south.owner.clients.create(quick())
    const inserts: [string, unknown[]][] = [
      [
        "insert into accounts (id, kind, parent_id, name, name_key, status, created_at, updated_at) values ('x', 'client', $1, 'x', 'x', 'active', now(), now())",
        [south.id],
      ],
      ['insert into terms (owner_id, term, name_key, client_id) values ($1, $2, $2, $3)', [south.id, 'x', id]],
      ['insert into descriptions (client_id, account_id, text) values ($2, $1, $3)', [south.id, id, 'x']],
      [
        'insert into external_ids (owner_id, system, external_id, client_id) values ($1, $3, $3, $2)',
        [south.id, id, 'x'],
      ],
      [
        "insert into api_keys (id, account_id, name, role, hash, hint, created_at) values ('x', $1, 'x', 'reseller_owner', '', '', now())",
        [south.id],
      ],
      [
        "insert into idempotency (caller, key, request_hash, status, created_at) values ($1, 'x', '', 200, now())",
        ['key_other'],
      ],
      ["insert into signing_keys (kid, sealed, created_at) values ($1, '', now())", ['x']],
      ["insert into settings (id, team_families) values (2, '{}')", []],
    ]
    for (const [text, values] of inserts) {
      const done = transact(scopes().tree, (tx) => tx.query(text, values))
      await expect(done, text).rejects.toMatchObject({ code: '42501' })
    }
    const move = transact(scopes().tree, (tx) =>
      tx.query('update accounts set parent_id = $1 where id = $2', [south.id, clients.north]),
    )
    await expect(move).rejects.toMatchObject({ code: '42501' })
  })

  test('sees nothing where nobody said who is calling', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('begin; set local role clientele_app')
      for (const table of [
        'accounts',
        'terms',
        'descriptions',
        'external_ids',
        'api_keys',
        'events',
        'idempotency',
        'signing_keys',
      ]) {
        expect([table, (await client.query(`select 1 from ${table}`)).rows]).toEqual([table, []])
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('sees no more in the next transaction of the connection', async () => {
    await transact({ reach: 'all', account: admin.accountId, caller: '' }, (tx) => tx.query('select 1'))
    expect(await seen(scopes().own, 'accounts', 'id')).not.toContain(south.id)
    expect(
      (await database.pool.query(`select coalesce(current_setting('app.reach', true), '') as reach`)).rows,
    ).toEqual([{ reach: '' }])
  })
})
