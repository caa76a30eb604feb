import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below, key } = await openTestPlatform()

describe('adding a person', () => {
  test('R18: takes first name, last name and company, and calls the client after the company', async () => {
    const client = await north.owner.clients.create({
      form: 'quick',
      person: { firstName: '  Grace ', lastName: 'Hopper' },
      company: 'Flow-Matic GmbH',
    })
    expect(client).toMatchObject({
      form: 'quick',
      binding: 'placeholder',
      name: 'Flow-Matic GmbH',
      person: { firstName: 'Grace', lastName: 'Hopper' },
      company: 'Flow-Matic GmbH',
      customerType: null,
      owner: { id: north.id, name: 'North' },
    })
  })

  test('R18: wants first and last name, and calls the client after them where there is no company', async () => {
    const named = { form: 'quick', person: { firstName: 'Grace', lastName: '' } } as const
    expect(await fieldsOf(north.owner.clients.create(named))).toEqual(['/person/lastName required'])
    const client = await north.owner.clients.create(quick({ person: { firstName: 'Jean', lastName: 'Sammet' } }))
    expect(client.name).toBe('Jean Sammet')
  })

  test('R19 R206: asks for no e-mail address, and keeps one that is given', async () => {
    const without = await north.owner.clients.create(quick())
    expect(without.primaryEmail).toBeNull()
    const given = await north.owner.clients.create(quick({ primaryEmail: 'Grace@EXAMPLE.org' }))
    expect(given.primaryEmail).toBe('Grace@example.org')
  })

  test('R18: a platform may want the company, of new clients', async () => {
    await admin.settings.update({ client: { companyRequired: true } })
    expect(await fieldsOf(north.owner.clients.create(quick()))).toEqual(['/company required'])
    await north.owner.clients.create(quick({ company: 'Given & Co' }))
    await admin.settings.update({ client: { companyRequired: false } })
    await north.owner.clients.create(quick())
  })

  test('R1 R2: gives no right on the client’s account, and no access ever by itself', async () => {
    const client = await north.owner.clients.create(quick())
    expect(client).toMatchObject({ accessState: 'none', binding: 'placeholder' })
    expect(Object.keys(client.actions ?? {})).not.toContain('login')
    expect((await north.owner.me.get()).rights).not.toHaveProperty('client.act_as')
    expect((await north.owner.clients.get(client.id)).accessState).toBe('none')
  })

  test('R207: both forms are one list', async () => {
    const client = await north.owner.clients.create(quick({ company: 'Onlist' }))
    const found = await north.owner.clients.list({ q: 'onlist' }).toArray({ limit: 10 })
    expect(found).toEqual([expect.objectContaining({ id: client.id, form: 'quick' })])
  })

  test('R20 R63: only a create that succeeds adds a client', async () => {
    const count = async () => (await south.owner.clients.list({ include: ['total'] })).total
    expect(await count()).toEqual({ count: 0, accuracy: 'exact' })
    await south.owner.clients.check({ form: 'quick', firstName: 'Not', lastName: 'Saved' })
    await refusalOf(south.owner.clients.create(quick({ phone: 'none' })))
    expect(await count()).toEqual({ count: 0, accuracy: 'exact' })
    await south.owner.clients.create(quick())
    expect(await count()).toEqual({ count: 1, accuracy: 'exact' })
  })

  test('R71: language and region are the owner’s where none are named', async () => {
    const [silent, named] = [
      await north.owner.clients.create(quick()),
      await north.owner.clients.create(quick({ languageCode: 'fr', regionCode: 'CH' })),
    ]
    expect([silent.languageCode, silent.regionCode]).toEqual(['de', 'DE'])
    expect([named.languageCode, named.regionCode]).toEqual(['fr', 'CH'])
  })
})

describe('who adds clients', () => {
  test('R15 R73: staff with the right to, and nobody else', async () => {
    for (const caller of [north.owner, north.manager, north.sales, admin]) {
      expect((await caller.clients.create(quick())).owner.id).toBe(caller.accountId)
    }
    const { id } = await north.owner.clients.create(quick())
    for (const caller of [north.support, await key(id, 'client_admin'), await key(id, 'client_user')]) {
      expect(await refusalOf(caller.clients.create(quick()))).toMatchObject({
        status: 403,
        code: 'permission_denied',
        data: { right: 'clients.create' },
      })
    }
  })

  test('R73: viewing does not need the right to add', async () => {
    const { id } = await north.owner.clients.create(quick())
    expect((await north.support.clients.get(id)).id).toBe(id)
  })

  test('R81: the platform adds clients for resellers', async () => {
    const client = await admin.clients.create(quick({ ownerId: below.id }))
    expect(client.owner).toEqual({ id: below.id, name: 'Below' })
    expect((await below.owner.clients.get(client.id)).id).toBe(client.id)
  })

  test('R82: a reseller adds its own clients only', async () => {
    const { id } = await north.owner.clients.create(quick())
    for (const ownerId of [south.id, below.id, admin.accountId, id]) {
      expect(await refusalOf(north.owner.clients.create(quick({ ownerId })))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    }
    expect(await refusalOf(admin.clients.create(quick({ ownerId: id })))).toMatchObject({ code: 'not_found' })
  })
})
