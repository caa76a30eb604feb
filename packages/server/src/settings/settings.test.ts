import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, key } = await openTestPlatform()

describe('the settings', () => {
  test('are what the model says until the platform decides', async () => {
    expect(await admin.settings.get()).toEqual({
      client: { companyRequired: false, teamFamilies: ['essentials', 'enterprise_essentials'] },
      tree: { maxDepth: 2 },
      access: {
        preset: 'consent_first',
        autoLevel: null,
        requestTtl: 'P14D',
        requestReminders: ['P3D', 'P10D'],
        requestMaxAttempts: 5,
        maxDuration: null,
        expiryNotices: ['P30D', 'P7D', 'P1D'],
        propagationMax: 'PT24H',
        keepDirectSelection: true,
        clientAdminIdentity: 'managed_only',
      },
      links: { requestUrl: null, manageUrl: null, suggestionUrl: null },
      notify: { off: [], operatorEmail: null },
      etag: '"1"',
    })
  })

  test('are read by everybody: forms follow them', async () => {
    const { id } = await north.owner.clients.create(quick())
    for (const caller of [support, north.sales, await key(id, 'client_user')]) {
      expect(await caller.settings.get()).toEqual(await admin.settings.get())
    }
  })

  test('are changed by the platform’s administrators alone', async () => {
    for (const caller of [support, north.owner]) {
      expect(await refusalOf(caller.settings.update({ tree: { maxDepth: 5 } }))).toMatchObject({
        status: 403,
        data: { right: 'settings.update' },
      })
    }
  })

  test('change one by one, against the version that was seen', async () => {
    const { etag } = await admin.settings.get()
    const changed = await admin.settings.update({ client: { companyRequired: true } }, { ifMatch: etag })
    expect(changed).toMatchObject({
      client: { companyRequired: true, teamFamilies: ['essentials', 'enterprise_essentials'] },
      tree: { maxDepth: 2 },
    })
    expect(await refusalOf(admin.settings.update({ tree: { maxDepth: 1 } }, { ifMatch: etag }))).toMatchObject({
      status: 412,
      data: { etag: changed.etag },
    })
    expect(await admin.settings.update({ client: { companyRequired: true } })).toEqual(changed)
    expect((await admin.settings.update({ client: { companyRequired: false } })).etag).not.toBe(changed.etag)
  })

  test('name only product families that there are', async () => {
    expect(await fieldsOf(admin.settings.update({ client: { teamFamilies: ['essentials', 'nosuch'] } }))).toEqual([
      '/client/teamFamilies/1 invalid_choice',
    ])
    expect(await fieldsOf(admin.settings.update({ tree: { maxDepth: 6 } }))).toEqual(['/tree/maxDepth invalid_choice'])
  })

  test('leave clients that are there as they are', async () => {
    const { id } = await north.owner.clients.create(quick())
    await admin.settings.update({ client: { companyRequired: true } })
    expect((await north.owner.clients.get(id)).company).toBeNull()
    await admin.settings.update({ client: { companyRequired: false } })
  })
})

describe('the product families', () => {
  test('R43 R44 R47: come with what can be ordered in each, and whether teams may', async () => {
    const families = await north.sales.productFamilies.list().toArray({ limit: 100 })
    expect(families.map(({ key, allowsTeam }) => [key, allowsTeam])).toEqual([
      ['google_workspace', false],
      ['cloud_identity', false],
      ['essentials', true],
      ['enterprise_essentials', true],
      ['hosting', false],
    ])
    for (const { skus } of families) expect(skus.length).toBeGreaterThan(0)
    await admin.settings.update({ client: { teamFamilies: ['hosting'] } })
    const after = await north.sales.productFamilies.list().toArray({ limit: 100 })
    expect(after.filter(({ allowsTeam }) => allowsTeam).map(({ key }) => key)).toEqual(['hosting'])
  })

  test('come page by page', async () => {
    const whole = await admin.productFamilies.list().toArray({ limit: 100 })
    expect(await admin.productFamilies.list({ limit: 2 }).toArray({ limit: 100 })).toEqual(whole)
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of ['x', json(['families', 'nosuch']), json(['families'])]) {
      expect(await codeOf(admin.productFamilies.list({ cursor }))).toBe('cursor_invalid')
    }
  })
})
