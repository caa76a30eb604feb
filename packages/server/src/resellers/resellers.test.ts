import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, key } = await openTestPlatform()

describe('resellers', () => {
  test('R81: are added below the platform, or below a reseller', async () => {
    const made = await admin.resellers.create({
      displayName: 'Everything Ltd',
      legalName: 'Everything Limited',
      publicIdentifier: 'everything',
      domains: ['Everything.Example.com'],
      supportEmail: 'help@everything.example.com',
      limits: { maxClients: 7 },
      defaults: { languageCode: 'fr', regionCode: 'ch', timeZone: 'Europe/Zurich' },
    })
    expect(made).toMatchObject({
      parentId: admin.accountId,
      depth: 1,
      status: 'active',
      domains: ['everything.example.com'],
      limits: { maxClients: 7 },
      defaults: { languageCode: 'fr', regionCode: 'CH', timeZone: 'Europe/Zurich' },
    })
    expect(await admin.resellers.get(made.id)).toEqual(made)
    const lower = await north.owner.resellers.create({ displayName: 'Lower', publicIdentifier: 'lower' })
    expect(lower).toMatchObject({ parentId: north.id, depth: 2 })
    expect((await north.owner.resellers.get(lower.id)).id).toBe(lower.id)
  })

  test('are told apart by a public identifier', async () => {
    expect(
      await refusalOf(south.owner.resellers.create({ displayName: 'Other', publicIdentifier: 'north' })),
    ).toMatchObject({
      status: 409,
      code: 'identifier_taken',
      data: { publicIdentifier: 'north' },
    })
    expect(await fieldsOf(admin.resellers.create({ displayName: 'X', publicIdentifier: 'Not One' }))).toEqual([
      '/publicIdentifier invalid_format',
    ])
    const mars = { displayName: 'X', publicIdentifier: 'mars', defaults: { timeZone: 'Mars/Olympus' } }
    expect(await fieldsOf(admin.resellers.create(mars))).toEqual(['/defaults/timeZone time_zone_invalid'])
  })

  test('are nested as deep as the platform allows', async () => {
    const deeper = { displayName: 'Deeper', publicIdentifier: 'deeper' }
    expect(await refusalOf(below.owner.resellers.create(deeper))).toMatchObject({
      status: 409,
      code: 'tree_depth_exceeded',
      data: { maxDepth: 2 },
    })
    await admin.settings.update({ tree: { maxDepth: 3 } })
    expect((await below.owner.resellers.create(deeper)).depth).toBe(3)
    await admin.settings.update({ tree: { maxDepth: 2 } })
  })

  test('R82: see themselves and those below, and nobody else', async () => {
    const ids = async (caller: typeof admin) =>
      (await caller.resellers.list().toArray({ limit: 100 })).map(({ publicIdentifier }) => publicIdentifier)
    expect(await ids(north.owner)).toEqual(expect.arrayContaining(['north', 'below']))
    expect(await ids(north.owner)).not.toContain('south')
    expect(await ids(north.sales)).toEqual(['north'])
    expect(await ids(south.owner)).toEqual(['south'])
    expect(await ids(support)).toEqual(await ids(admin))
    for (const stranger of [south.owner, south.sales, below.owner, north.sales]) {
      const other = stranger.accountId === north.id ? below.id : north.id
      expect(await codeOf(stranger.resellers.get(other))).toBe('not_found')
      expect(await codeOf(stranger.resellers.get(admin.accountId))).toBe('not_found')
    }
  })

  test('are added by owners below themselves, and by nobody else', async () => {
    const input = { displayName: 'Nope', publicIdentifier: 'nope' }
    for (const caller of [north.manager, north.sales, north.support, support]) {
      expect(await refusalOf(caller.resellers.create(input))).toMatchObject({
        status: 403,
        data: { right: 'resellers.create' },
      })
    }
    for (const parentId of [south.id, admin.accountId]) {
      expect(await codeOf(north.owner.resellers.create({ ...input, parentId }))).toBe('not_found')
    }
    const { id } = await north.owner.clients.create(quick())
    expect(await codeOf(admin.resellers.create({ ...input, parentId: id }))).toBe('not_found')
    expect(await codeOf((await key(id, 'client_admin')).resellers.list())).toBe('permission_denied')
  })

  test('come page by page, each once', async () => {
    const whole = await admin.resellers.list({ limit: 200 }).toArray({ limit: 500 })
    const paged = await admin.resellers.list({ limit: 1 }).toArray({ limit: 500 })
    expect(paged).toEqual(whole)
    expect(new Set(paged.map(({ id }) => id)).size).toBe(whole.length)
    expect(await codeOf(admin.resellers.list({ cursor: 'x' }))).toBe('cursor_invalid')
  })

  test('are no clients, which is said to those who may see them', async () => {
    for (const caller of [admin, north.owner]) {
      expect(await refusalOf(caller.clients.get(north.id))).toMatchObject({
        status: 409,
        code: 'account_is_reseller',
        data: { resellerId: north.id },
      })
    }
    expect(await codeOf(south.owner.clients.get(north.id))).toBe('not_found')
    expect(await codeOf(admin.clients.get(admin.accountId))).toBe('not_found')
    expect(await codeOf(admin.clients.update(north.id, {}))).toBe('not_found')
  })
})
