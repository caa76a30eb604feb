import type { ClientQuery } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, below, clock } = await openTestPlatform()
const sorts = ['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'] as const
const all: string[] = []

beforeAll(async () => {
  // equal names and equal times, over two owners
  for (const company of ['Beta', 'alpha', 'Beta', 'Ähre', 'beta', 'Gamma', 'alpha']) {
    const { owner } = all.length % 3 === 0 ? below : north
    all.push(
      (
        await owner.clients.create(
          quick({ company, acceptDuplicate: true, person: { firstName: 'Walk', lastName: 'Er' } }),
        )
      ).id,
    )
    if (all.length % 2 === 0) clock.move(1000)
  }
})

async function walk(query: ClientQuery, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await north.owner.clients.list({ ...query, ...(cursor !== undefined && { cursor }) })
    expect(page.data.length).toBeLessThanOrEqual(Number(query.limit))
    seen.push(...page.data.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
    if (cursor !== undefined) await between()
  } while (cursor !== undefined)
  return seen
}

describe('paging', () => {
  for (const limit of [1, 2, 3]) {
    test(`by ${limit} gives every client exactly once, in every order and by match`, async () => {
      for (const query of [
        ...sorts.map((sort) => ({ sort })),
        { q: 'walk' },
        { q: 'walk', sort: '-name' as const },
        { q: 'walk er' },
      ]) {
        const whole = (await north.owner.clients.list({ ...query, limit: 200 })).data.map(({ id }) => id)
        expect(whole.toSorted()).toEqual(all.toSorted())
        expect(await walk({ ...query, limit })).toEqual(whole)
      }
    })
  }

  test('is ordered as asked', async () => {
    const list = async (sort: ClientQuery['sort']) => (await north.owner.clients.list({ sort })).data
    expect((await list('name')).map(({ name }) => name)).toEqual([
      'Ähre',
      'alpha',
      'alpha',
      'Beta',
      'Beta',
      'beta',
      'Gamma',
    ])
    expect((await list('createdAt')).map(({ id }) => id)).toEqual(all)
    for (const [up, down] of [
      ['name', '-name'],
      ['createdAt', '-createdAt'],
      ['updatedAt', '-updatedAt'],
    ] as const) {
      expect((await list(down)).map(({ id }) => id)).toEqual((await list(up)).map(({ id }) => id).toReversed())
    }
    clock.move(1000)
    const changed = await north.owner.clients.update(all[1] ?? '', { phone: '+4930123456' })
    expect((await list('-updatedAt'))[0]?.id).toBe(changed.id)
  })

  test('gives what was there exactly once while clients are added in between', async () => {
    for (const query of [...sorts.map((sort) => ({ sort })), { q: 'walk' }]) {
      const added: string[] = []
      const seen = await walk({ ...query, limit: 2 }, async () => {
        if (added.length >= 3) return
        const { id } = await north.owner.clients.create(
          quick({
            company: `Bet${added.length}`,
            acceptDuplicate: true,
            person: { firstName: 'Walk', lastName: 'On' },
          }),
        )
        added.push(id)
      })
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toEqual(expect.arrayContaining(all))
      all.push(...added)
    }
  })

  test('counts all of them when asked to, whatever the page', async () => {
    const { total } = await north.owner.clients.list({ limit: 1, include: ['total'] })
    expect(total).toEqual({ count: all.length, accuracy: 'exact' })
    expect((await north.owner.clients.list({ limit: 1 })).total).toBeUndefined()
    const { total: some, nextCursor } = await north.owner.clients.list({ q: 'gamma', limit: 1, include: ['total'] })
    expect([some?.count, nextCursor]).toEqual([1, null])
  })
})

describe('a cursor', () => {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const garbage = [
    'x',
    '{}',
    '%00',
    '\u0000',
    json(null),
    json({}),
    json([]),
    json(['name']),
    json(['name', 1, 2]),
    json(['name', 'a']),
    json(['name', 'a', 'b', 'c']),
    json(['name', 'a\u0000b', 'c']),
    json(['updatedAt', '1', 'acc_1']),
    json(['updatedAt', 'infinity', 'acc_1']),
    json(['updatedAt', '0000-01-01T00:00:00.000Z', 'acc_1']),
    json(['updatedAt', '2026-02-30T00:00:00.000Z', 'acc_1']),
    json(['updatedAt', "';drop table accounts", 'x']),
    json(['name', 'x'.repeat(501), 'y']),
    json([['name'], 'a', 'b']),
    json(['match walk', 'a', 'b']),
    json(['match', 'a', 'b', 'c', 'd']),
    json(['__proto__', 'a', 'b']),
  ]

  test('that was made up is refused, in every order', async () => {
    for (const cursor of garbage) {
      for (const query of [...sorts.map((sort) => ({ sort })), { q: 'walk' }, { tags: ['x'] }]) {
        expect(await codeOf(north.owner.clients.list({ ...query, cursor }))).toBe('cursor_invalid')
      }
    }
  })

  test('of another order is refused', async () => {
    for (const sort of sorts) {
      const { nextCursor } = await north.owner.clients.list({ sort, limit: 1 })
      for (const other of sorts.filter((one) => one !== sort)) {
        expect(await codeOf(north.owner.clients.list({ sort: other, cursor: nextCursor ?? '' }))).toBe('cursor_invalid')
      }
      expect(await codeOf(north.owner.clients.list({ q: 'walk', cursor: nextCursor ?? '' }))).toBe('cursor_invalid')
    }
  })

  test('that was tampered with is refused or gives a page, and never fails', async () => {
    for (const query of [{ sort: 'updatedAt' as const }, { q: 'walk' }]) {
      const cursor = (await north.owner.clients.list({ ...query, limit: 1 })).nextCursor ?? ''
      for (let i = 0; i < cursor.length; i += 3) {
        const changed = `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`
        const end = await Promise.resolve(north.owner.clients.list({ ...query, cursor: changed })).then(
          () => 'page',
          codeOfError,
        )
        expect(['page', 'cursor_invalid']).toContain(end)
      }
    }
  })

  test('of another caller shows nothing of theirs', async () => {
    const { nextCursor } = await admin.clients.list({ limit: 1, sort: 'createdAt' })
    const { data } = await below.owner.clients.list({ sort: 'createdAt', cursor: nextCursor ?? '' })
    expect(data.every(({ owner }) => owner.id === below.id)).toBe(true)
  })
})

function codeOfError(error: unknown): string {
  return (error as { code?: string }).code ?? String(error)
}
