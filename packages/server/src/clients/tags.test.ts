import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south } = await openTestPlatform()

describe('tags', () => {
  test('are replaced as a whole, each once', async () => {
    const { id } = await north.owner.clients.create(quick({ tags: ['vip', 'vip', 'wine'] }))
    expect((await north.owner.clients.get(id)).tags).toEqual(['vip', 'wine'])
    expect((await north.sales.clients.setTags(id, { tags: ['Ünïcode 1', 'a/b'] })).tags).toEqual(['Ünïcode 1', 'a/b'])
    expect((await admin.clients.setTags(id, { tags: [] })).tags).toEqual([])
  })

  test('that are no tags are refused', async () => {
    const { id } = await north.owner.clients.create(quick())
    expect(await fieldsOf(north.owner.clients.setTags(id, { tags: ['ok', ''] }))).toEqual(['/tags/1 required'])
    expect(await fieldsOf(north.owner.clients.setTags(id, { tags: ['x'.repeat(41)] }))).toEqual(['/tags/0 too_long'])
    expect(
      await fieldsOf(north.owner.clients.setTags(id, { tags: Array.from({ length: 51 }, (_, i) => `t${i}`) })),
    ).toEqual(['/tags too_many'])
  })

  test('are for those who hold the right, on clients they reach', async () => {
    const { id } = await north.owner.clients.create(quick())
    expect(await refusalOf(north.support.clients.setTags(id, { tags: [] }))).toMatchObject({
      status: 403,
      data: { right: 'clients.tag' },
    })
    expect(await codeOf(south.owner.clients.setTags(id, { tags: [] }))).toBe('not_found')
  })
})

describe('external ids', () => {
  const crm = (id: string) => [{ system: 'crm', id }]

  test('are unique per owner and system', async () => {
    const first = await north.owner.clients.create(quick({ externalIds: crm('K-1') }))
    expect(await refusalOf(north.owner.clients.create(quick({ externalIds: crm('K-1') })))).toMatchObject({
      status: 409,
      code: 'external_id_taken',
      data: { system: 'crm', id: 'K-1', clientId: first.id },
    })
    await north.owner.clients.create(quick({ externalIds: [{ system: 'billing', id: 'K-1' }] }))
    await south.owner.clients.create(quick({ externalIds: crm('K-1') }))
  })

  test('are checked on a change too, and free again when taken away', async () => {
    const [first, second] = [
      await north.owner.clients.create(quick({ externalIds: crm('K-2') })),
      await north.owner.clients.create(quick()),
    ]
    expect(await codeOf(north.owner.clients.update(second.id, { externalIds: crm('K-2') }))).toBe('external_id_taken')
    expect((await north.owner.clients.get(second.id)).externalIds).toEqual([])
    await north.owner.clients.update(first.id, { externalIds: [] })
    expect((await north.owner.clients.update(second.id, { externalIds: crm('K-2') })).externalIds).toEqual(crm('K-2'))
  })

  test('two at the same time: one gets it', async () => {
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => north.owner.clients.create(quick({ externalIds: crm('K-race') }))),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { code: string }).code] : []))
    expect(codes).toEqual(['external_id_taken', 'external_id_taken'])
  })
})

describe('the limit of a reseller', () => {
  test('is kept, also by clients that are added at the same time', async () => {
    const { id } = await admin.resellers.create({
      displayName: 'Small',
      publicIdentifier: 'small',
      limits: { maxClients: 2 },
    })
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => admin.clients.create(quick({ ownerId: id }))))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await refusalOf(admin.clients.create(quick({ ownerId: id })))).toMatchObject({
      status: 409,
      code: 'quota_exceeded',
      data: { limit: 2, used: 2, missing: 1 },
    })
  })
})
