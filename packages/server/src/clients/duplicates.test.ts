import { describe, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below } = await openTestPlatform()

describe('a client like one that is there', () => {
  test('R53: is asked about, with what tells them apart, and added when that is wanted', async () => {
    const first = await north.owner.clients.create(organization({ name: 'Müller & Söhne' }))
    const again = organization({ name: 'MULLER & Sohne' })
    const refusal = await refusalOf(north.owner.clients.create(again))
    expect(refusal).toMatchObject({ status: 409, code: 'duplicate_suspected' })
    expect(refusal.data).toEqual({
      candidates: [
        {
          id: first.id,
          name: 'Müller & Söhne',
          primaryDomain: first.primaryDomain,
          primaryEmail: first.primaryEmail,
          createdAt: first.createdAt,
          matches: 'name',
        },
      ],
    })
    const second = await north.owner.clients.create({ ...again, acceptDuplicate: true })
    expect(second.id).not.toBe(first.id)
  })

  test('R53: is found by its e-mail address too', async () => {
    const first = await north.owner.clients.create(quick({ primaryEmail: 'Same.One@mail.example.org' }))
    const refusal = await refusalOf(north.owner.clients.create(quick({ primaryEmail: 'same.one@mail.example.org' })))
    expect(refusal.data).toMatchObject({ candidates: [{ id: first.id, matches: 'email' }] })
  })

  test('R53: of another owner is nobody’s business', async () => {
    const input = quick({ company: 'Everywhere Ltd' })
    const made = await Promise.all([north, south, below].map(({ owner }) => owner.clients.create(input)))
    expect(made.map(({ name }) => name)).toEqual(['Everywhere Ltd', 'Everywhere Ltd', 'Everywhere Ltd'])
  })

  test('R53: is told while typing, and an edited client is no duplicate of itself', async () => {
    const { id } = await north.owner.clients.create(quick({ company: 'Typed Twice' }))
    const draft = { form: 'quick', company: 'typed  twice' } as const
    expect((await north.owner.clients.check(draft)).duplicates).toEqual([expect.objectContaining({ id })])
    expect((await north.owner.clients.check({ ...draft, clientId: id })).duplicates).toEqual([])
  })
})

describe('clients of one name', () => {
  test('scenario 9: two teams show that they need their ids, and no other row does (R51 R52 R53)', async () => {
    const name = 'Vertrieb'
    const [one, two] = [
      await south.owner.clients.create(team({ name })),
      await south.owner.clients.create(team({ name, acceptDuplicate: true })),
    ]
    await south.owner.clients.create(team({ name: 'Vertrieb Ost' }))
    await south.owner.clients.create(team({ name: 'vertrieb', acceptDuplicate: true }))
    const rows = await south.owner.clients.list().toArray({ limit: 100 })
    expect(
      rows
        .filter(({ nameIsShared }) => nameIsShared)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([one.id, two.id].toSorted())
    expect(one.id).not.toBe(two.id)
    expect((await south.owner.clients.get(one.id)).nameIsShared).toBe(true)
  })

  test('R52: a name is not shared with clients that the caller does not see', async () => {
    const name = 'Shared By Strangers'
    const [mine] = [await north.owner.clients.create(team({ name })), await south.owner.clients.create(team({ name }))]
    expect((await north.owner.clients.get(mine.id)).nameIsShared).toBe(false)
    expect((await admin.clients.get(mine.id)).nameIsShared).toBe(true)
  })
})
