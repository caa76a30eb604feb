import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client, ClientQuery, Subscription } from '@clientele/contract'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { migrationsFolder } from '../migrations-folder.ts'
import { stateOf } from '../subscriptions/subscriptions.store.ts'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { joinRecord } from '../testing/granting.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

// R32, R65: a record that was joined with an account is found in lists under the subscription state that it shows

const platform = await openTestPlatform({ rateLimits: { general: 1_000_000 } })
const { admin, north, below, south, sql } = platform
const resellers = [north, below, south]
const statuses = ['active', 'trial', 'suspended', 'canceled'] as const
const states = ['none', 'trial', 'active', 'suspended', 'mixed', 'ended'] as const
const words = ['Anna', 'Bo', 'Zoe']
const tags = ['vip', 'wine']

const seller = fc.constantFrom('platform', 'owner of the record', 'owner of the account', 'another')
const sold = fc.array(fc.record({ by: seller, status: fc.constantFrom(...statuses) }), { maxLength: 3 })
// the same records every time, so that what fails once fails again
const sample = fc.sample(
  fc.record({
    owner: fc.nat(2),
    accountOwner: fc.nat(2),
    isJoined: fc.constantFrom(true, true, true, false),
    reads: fc.constantFrom('all', 'sold_plus_ticked'),
    name: fc.constantFrom(...words),
    tag: fc.constantFrom(...tags),
    onRecord: sold,
    onAccount: sold,
    later: sold,
    isLaterCanceled: fc.boolean(),
  }),
  { numRuns: 28, seed: 11 },
)

let records: Client[] = []
let subscriptions: Subscription[] = []
const accountOf = new Map<string, string>()

beforeAll(async () => {
  await setPages(platform)
  for (const one of sample) {
    const owner = resellers[one.owner] ?? north
    const accountOwner = resellers[one.accountOwner] ?? south
    const another = resellers.find((reseller) => reseller !== owner && reseller !== accountOwner) ?? south
    const sellers = {
      platform: undefined,
      'owner of the record': owner.id,
      'owner of the account': accountOwner.id,
      another: another.id,
    }
    const sell = async (clientId: string, all: (typeof sample)[number]['later']) => {
      for (const { by, status } of all) {
        const soldById = sellers[by]
        const made = await admin.subscriptions.record({ clientId, sku: 'hosting_pro', ...(soldById && { soldById }) })
        if (status === 'canceled') await admin.subscriptions.cancel(made.id)
        else await sql('update subscriptions set status = $2 where id = $1', [made.id, status])
      }
    }
    const input = quick({ company: `${one.name} Record`, tags: [one.tag], acceptDuplicate: true })
    const record = await owner.owner.clients.create(input)
    await sell(record.id, one.onRecord)
    accountOf.set(record.id, record.id)
    if (one.isJoined) {
      const account = await accountOwner.owner.clients.create(quick({ company: 'Account', acceptDuplicate: true }))
      await sell(account.id, one.onAccount)
      await joinRecord(platform, owner.owner, record.id, account.id, { scope: { kind: one.reads } })
      accountOf.set(record.id, account.id)
    }
    await sell(record.id, one.later)
    const last = await admin.subscriptions.record({ clientId: record.id, sku: 'hosting_start', soldById: owner.id })
    if (one.isLaterCanceled) await owner.owner.subscriptions.cancel(last.id)
  }
  const all = await admin.clients.list({ sort: 'createdAt', limit: 200 }).toArray({ limit: 1000 })
  records = all.filter(({ id }) => accountOf.has(id))
  subscriptions = await admin.subscriptions.list({ limit: 200 }).toArray({ limit: 1000 })
  if (records.length !== sample.length) throw new Error('Not every record of the sample was added.')
}, 120_000)

/** What its owner sold to the client, and what the platform did (R201). */
function naiveState(record: Client): Client['subscriptionState'] {
  const account = accountOf.get(record.id)
  const seen = subscriptions.filter(
    ({ clientId, soldBy }) => clientId === account && (soldBy === null || soldBy.id === record.owner.id),
  )
  return stateOf(seen.map(({ status }) => status))
}

const callers = {
  admin: { clients: admin.clients, owners: resellers.map(({ id }) => id) },
  north: { clients: north.owner.clients, owners: [north.id, below.id] },
  sales: { clients: north.sales.clients, owners: [north.id] },
  below: { clients: below.owner.clients, owners: [below.id] },
  south: { clients: south.owner.clients, owners: [south.id] },
}

const some = <T>(values: readonly T[]) => fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const queries = fc.record({
  subscriptionState: some(states),
  q: maybe(fc.constantFrom('anna', 'rec', 'zo rec')),
  tags: maybe(some(tags)),
  sort: maybe(fc.constantFrom('name', '-name', 'createdAt', '-updatedAt')),
  limit: fc.constantFrom(1, 5, 50),
  caller: fc.constantFrom(...(Object.keys(callers) as (keyof typeof callers)[])),
})

test('what a list shows, is filtered by and counts is one state, for whoever asks, page by page', async () => {
  const shown = new Set(records.map(naiveState))
  expect(shown.size).toBeGreaterThan(3)
  await fc.assert(
    fc.asyncProperty(queries, async ({ caller, ...given }) => {
      const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClientQuery
      const { clients, owners } = callers[caller]
      const expected = records
        .filter((one) => owners.includes(one.owner.id) && matches(one, query))
        .map((one) => [one.id, naiveState(one)])
      const all = await clients.list(query).toArray({ limit: 1000 })
      const found = all.filter(({ id }) => accountOf.has(id)).map((one) => [one.id, one.subscriptionState])
      expect(found).toHaveLength(expected.length)
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
      expect((await clients.list({ ...query, limit: 1, include: ['total'] })).total?.count).toBe(all.length)
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('one record read alone shows the state it has in lists', async () => {
  for (const record of records) {
    const { subscriptionState } = await admin.clients.get(record.id)
    expect([record.id, subscriptionState]).toEqual([record.id, naiveState(record)])
  }
})

test('records that were joined before lists knew of it are brought up to date', async () => {
  const migration = await readFile(join(migrationsFolder, '0012_joined-records.sql'), 'utf8')
  const [, ...statements] = migration.split('--> statement-breakpoint')
  const before = await sql('select id, subscription_state from accounts where alias_of is not null order by id')
  expect(before.length).toBeGreaterThan(15)
  await sql(
    "update accounts set subscription_state = case when name like 'A%' then 'mixed' else 'none' end where alias_of is not null",
  )
  for (const statement of statements) await sql(statement)
  expect(await sql('select id, subscription_state from accounts where alias_of is not null order by id')).toEqual(
    before,
  )
})

test('R201: whom the client has let in no more learns nothing of what the platform sells to it', async () => {
  const account = await south.owner.clients.create(quick())
  const record = await north.owner.clients.create(quick())
  await joinRecord(platform, north.owner, record.id, account.id)
  const sell = async () => admin.subscriptions.record({ clientId: account.id, sku: 'hosting_start' })
  const state = async () => (await north.owner.clients.get(record.id)).subscriptionState
  await sell()
  expect(await state()).toBe('active')
  await sql("update links set status = 'ended' where client_id = $1", [account.id])
  await sell()
  expect(await state()).toBe('none')
})

function matches(client: Client, query: ClientQuery): boolean {
  const words = (query.q ?? '').split(' ').filter(Boolean)
  const own = client.name.toLowerCase().split(' ')
  return (
    (query.subscriptionState ?? []).includes(naiveState(client)) &&
    (!query.tags || query.tags.some((tag) => client.tags?.includes(tag))) &&
    words.every((word) => own.some((one) => one.startsWith(word)))
  )
}
