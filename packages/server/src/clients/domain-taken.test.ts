import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { demoConnector } from '../connector/demo-connector.ts'
import { isPostgres } from '../testing/test-database.ts'
import { organization, team } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below } = await openTestPlatform({ connector: demoConnector() })
const held = await north.owner.clients.create(organization({ primaryDomain: 'held.example.com' }))

describe('R78: a domain that is taken', () => {
  test('by a client of one’s own names that client', async () => {
    expect(
      await refusalOf(north.sales.clients.create(organization({ primaryDomain: 'HELD.example.com' }))),
    ).toMatchObject({
      status: 409,
      code: 'domain_taken_own',
      data: { domain: 'held.example.com', clientId: held.id },
    })
    // the platform and the reseller above see it as theirs
    expect(await codeOf(admin.clients.create(organization({ primaryDomain: 'held.example.com' })))).toBe(
      'domain_taken_own',
    )
    const lower = await below.owner.clients.create(organization({ primaryDomain: 'lower.example.com' }))
    expect(
      await refusalOf(north.owner.clients.create(organization({ primaryDomain: 'lower.example.com' }))),
    ).toMatchObject({
      code: 'domain_taken_own',
      data: { clientId: lower.id },
    })
  })

  test('by another reseller’s client says that, names nobody, and shows the way', async () => {
    for (const stranger of [south.owner, below.owner]) {
      const refusal = await refusalOf(stranger.clients.create(organization({ primaryDomain: 'held.example.com' })))
      expect(refusal).toMatchObject({ status: 409, code: 'domain_taken_other' })
      expect(refusal.data).toEqual({ domain: 'held.example.com', transfer: 'ask_client_administrator' })
      expect(JSON.stringify(refusal.problem)).not.toMatch(new RegExp(`${held.id}|${north.id}|North`))
    }
  })

  test('at the vendor is told apart: another reseller’s, or the vendor’s own', async () => {
    const transfer = 'ask_client_administrator'
    expect(
      await refusalOf(south.owner.clients.create(organization({ primaryDomain: 'taken.example.com' }))),
    ).toMatchObject({
      code: 'domain_taken_other',
      data: { transfer },
    })
    expect(
      await refusalOf(south.owner.clients.create(organization({ primaryDomain: 'direct.example.com' }))),
    ).toMatchObject({
      code: 'domain_taken_direct',
      data: { transfer },
    })
  })

  test('is refused on a change too', async () => {
    const mine = await south.owner.clients.create(organization())
    const moved = { primaryDomain: 'held.example.com', primaryEmail: 'a@held.example.com' }
    expect(await codeOf(south.owner.clients.update(mine.id, moved))).toBe('domain_taken_other')
    expect((await south.owner.clients.get(mine.id)).primaryDomain).toBe(mine.primaryDomain)
  })

  test('R51: does not keep teams from sharing it', async () => {
    const teams = [team({ primaryDomain: 'held.example.com' }), team({ primaryDomain: 'held.example.com' })]
    const added = await Promise.all(teams.map((input) => south.owner.clients.create(input)))
    expect(new Set(added.map(({ id }) => id)).size).toBe(2)
  })
})

describe('N22: looking a domain up', () => {
  const look = (caller: typeof north.owner, primaryDomain: string) =>
    caller.clients.check({ form: 'organization', primaryDomain })

  test('says own, other, direct or available', async () => {
    expect(await look(north.owner, 'held.example.com')).toMatchObject({ domain: 'own', domainClientId: held.id })
    expect((await look(south.owner, 'held.example.com')).domain).toBe('other')
    expect((await look(south.owner, 'direct.example.com')).domain).toBe('direct')
    expect((await look(south.owner, 'free.example.com')).domain).toBe('available')
    expect((await look(south.owner, 'co.uk')).domain).toBe('not_checked')
  })

  test('says no word more of another reseller’s client than of none', async () => {
    const other = await look(south.owner, 'held.example.com')
    const free = await look(south.owner, 'free.example.com')
    expect({ ...other, domain: '' }).toEqual({ ...free, domain: '' })
    expect(Object.keys(other)).toEqual(Object.keys(free))
  })

  test('does the same work for both', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query')
    const workFor = async (domain: string) => {
      query.mockClear()
      await look(south.owner, domain)
      return query.mock.calls.map(([statement]: unknown[]) =>
        typeof statement === 'string' ? statement : (statement as { text: string }).text,
      )
    }
    await workFor('warm-up.example.com')
    expect(await workFor('held.example.com')).toEqual(await workFor('free.example.com'))
    expect(query.mock.calls.length).toBeGreaterThan(3)
    query.mockRestore()
  })

  test('a foreign client’s id changes nothing', async () => {
    const draft = { form: 'organization', primaryDomain: 'held.example.com', clientId: held.id } as const
    expect((await south.owner.clients.check(draft)).domain).toBe('other')
    expect((await north.owner.clients.check(draft)).domain).toBe('available')
  })

  test('finds duplicates among one’s own clients alone', async () => {
    const draft = { form: 'organization', name: held.name, primaryEmail: held.primaryEmail } as const
    expect((await north.owner.clients.check(draft)).duplicates).toEqual([expect.objectContaining({ id: held.id })])
    expect((await south.owner.clients.check(draft)).duplicates).toEqual([])
    expect(await codeOf(south.owner.clients.check({ ...draft, ownerId: north.id }))).toBe('not_found')
  })
})

describe('R78: two that claim a domain at the same time', () => {
  const outcome = (call: PromiseLike<unknown>) =>
    Promise.resolve(call).then(
      () => 'done',
      () => codeOf(call),
    )

  test('both adding: one gets it', async () => {
    const claims = [north, south, below].map(({ owner }) =>
      outcome(owner.clients.create(organization({ primaryDomain: 'race.example.com' }))),
    )
    const ends = await Promise.all(claims)
    expect(ends.filter((end) => end === 'done')).toHaveLength(1)
    expect(ends.filter((end) => end === 'done' || end.startsWith('domain_taken_'))).toHaveLength(3)
  })

  test(`changing to it: one gets it, the other is told${isPostgres ? '' : ' (one after the other)'}`, async () => {
    const clients = await Promise.all([north, south, below].map(({ owner }) => owner.clients.create(organization())))
    const changes = { primaryDomain: 'race-2.example.com', primaryEmail: 'a@race-2.example.com' }
    const ends = await Promise.all(
      [north, south, below].map(({ owner }, i) => outcome(owner.clients.update(clients[i]?.id ?? '', changes))),
    )
    expect(ends.filter((end) => end === 'done')).toHaveLength(1)
    expect(ends.filter((end) => end === 'done' || end.startsWith('domain_taken_'))).toHaveLength(3)
  })
})
