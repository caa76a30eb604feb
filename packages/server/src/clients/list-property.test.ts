import type { Client, ClientQuery } from '@clientele/contract'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { fold } from './search-terms.ts'

const { admin, north, below, south, sql } = await openTestPlatform()
const words = [
  'Anna',
  'Ännchen',
  'Annabel',
  'Bo',
  'Straße',
  'Strand',
  'Zoë',
  'zoo',
  '東京',
  '東海',
  '京都',
  'O’Hara',
  'x1',
  'x10',
]
const tags = ['vip', 'wine', 'late']
const statuses = ['active', 'suspended', 'closed'] as const
const states = ['none', 'trial', 'active'] as const
let clients: Client[] = []

// the same clients every time, so that what fails once fails again
const sample = fc.sample(
  fc.record({
    owner: fc.nat(2),
    form: fc.nat(2),
    name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
    tags: fc.uniqueArray(fc.constantFrom(...tags)),
    status: fc.constantFrom(...statuses),
    state: fc.constantFrom(...states),
  }),
  { numRuns: 250, seed: 5 },
)

beforeAll(async () => {
  const owners = [north, below, south]
  for (const [i, one] of sample.entries()) {
    const name = one.name.join(' ')
    const common = { tags: one.tags, acceptDuplicate: true }
    const input = [
      quick({ company: name, ...common }),
      organization({
        name,
        primaryDomain: `d${i}.${fold(one.name[0] ?? '').replace(/\W/g, '') || 'n'}.example.com`,
        ...common,
      }),
      team({ name, ...common }),
    ][one.form]
    const { id } = await (owners[one.owner] ?? north).owner.clients.create(input ?? quick())
    await sql('update accounts set status = $2, subscription_state = $3 where id = $1', [id, one.status, one.state])
  }
  clients = await admin.clients.list({ sort: 'createdAt', limit: 200 }).toArray({ limit: 1000 })
  if (clients.length !== sample.length) throw new Error('Not every client of the sample was added.')
})

const some = <T>(values: readonly T[]) =>
  fc.option(fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined })
const searched = fc.array(
  fc.constantFrom(...words, 'a', 'an', 'stra', 'strasse', 'zo', '京', 'x1', 'example', 'd2', 'admin', 'nobody'),
  { maxLength: 2 },
)

const queries = fc.record({
  q: fc.option(
    searched.map((list) => list.join(' ')),
    { nil: undefined },
  ),
  status: some(statuses),
  form: some(['quick', 'organization'] as const),
  productFamily: some(['google_workspace', 'essentials']),
  subscriptionState: some(states),
  tags: some(tags),
  sort: fc.option(fc.constantFrom('name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'), {
    nil: undefined,
  }),
  limit: fc.constantFrom(1, 7, 50),
  caller: fc.constantFrom('admin', 'north', 'sales', 'south'),
})

test('the list is what a naive filter over all clients gives, in every order, page by page', async () => {
  const callers = {
    admin: { list: admin.clients.list, owners: [north.id, below.id, south.id] },
    north: { list: north.owner.clients.list, owners: [north.id, below.id] },
    sales: { list: north.sales.clients.list, owners: [north.id] },
    south: { list: south.owner.clients.list, owners: [south.id] },
  }
  await fc.assert(
    fc.asyncProperty(queries, async ({ caller, ...given }) => {
      const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClientQuery
      const { list, owners } = callers[caller]
      const expected = clients
        .filter((client) => owners.includes(client.owner.id) && matches(client, query))
        .map(({ id }) => id)
      const { total } = await list({ ...query, limit: 1, include: ['total'] })
      expect(total).toEqual({ count: expected.length, accuracy: 'exact' })
      // walking 250 clients one by one says no more than the first of them do
      const reached = query.limit === 1 ? 5 : 1000
      const found = await list(query).toArray({ limit: reached })
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      expect(found).toHaveLength(Math.min(reached, expected.length))
      expect(expected).toEqual(expect.arrayContaining(found.map(({ id }) => id)))
      expect(found.map(({ id }) => id)).toEqual(inOrder(found, query.sort).map(({ id }) => id))
    }),
    { numRuns: 120, seed: 7 },
  )
})

function matches(client: Client, query: ClientQuery): boolean {
  const within = (wanted: readonly string[] | undefined, value: string | null) =>
    !wanted || wanted.includes(value ?? '')
  return (
    within(query.status, client.status) &&
    within(query.form, client.form) &&
    within(query.productFamily, client.productFamily) &&
    within(query.subscriptionState, client.subscriptionState) &&
    (!query.tags || query.tags.some((tag) => client.tags?.includes(tag))) &&
    wordsIn(query.q ?? '').every((wanted) => hasWord(client, wanted))
  )
}

function hasWord(client: Client, wanted: string): boolean {
  const people = [client.person, client.admin].flatMap((person) => [person?.firstName, person?.lastName])
  const texts = [
    client.id,
    client.name,
    client.company,
    ...people,
    client.primaryDomain,
    client.primaryEmail,
    client.secondaryEmail,
  ]
  return texts
    .flatMap((text) => wordsIn(text ?? ''))
    .some((word) => (/\p{sc=Han}/u.test(wanted) ? word.includes(wanted) : word.startsWith(wanted)))
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** By match where no order was asked for: that one is given. */
function inOrder(found: Client[], sort: ClientQuery['sort']): Client[] {
  if (sort === undefined) return found
  const field = sort.replace('-', '') as 'name' | 'createdAt' | 'updatedAt'
  const keyOf = (client: Client) => (field === 'createdAt' ? '' : field === 'name' ? fold(client.name) : client[field])
  // byte order, as the database has it
  const bytes = (text: string) => Buffer.from(text)
  const up = found.toSorted(
    (a, b) => Buffer.compare(bytes(keyOf(a)), bytes(keyOf(b))) || Buffer.compare(bytes(a.id), bytes(b.id)),
  )
  return sort.startsWith('-') ? up.toReversed() : up
}
