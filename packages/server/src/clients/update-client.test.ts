import { describe, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, key, clock } = await openTestPlatform()
const { create, update, get } = north.owner.clients

describe('changing a client', () => {
  test('R79 R80 R84: contact data, and nothing that was not named', async () => {
    const before = await create(quick({ company: 'Before Ltd', primaryEmail: 'keep@mail.example.org' }))
    clock.move(60_000)
    const after = await update(before.id, { phone: '+49 30 123456', person: { firstName: 'New', lastName: 'Name' } })
    expect(after).toEqual({
      ...before,
      phone: '+4930123456',
      person: { firstName: 'New', lastName: 'Name' },
      updatedAt: clock.now().toISOString(),
      etag: after.etag,
    })
    expect(after.etag).not.toBe(before.etag)
    expect(await get(before.id)).toEqual(after)
  })

  test('R71: region and language', async () => {
    const { id } = await create(organization())
    expect(await update(id, { languageCode: 'pt-br', regionCode: 'BR' })).toMatchObject({
      languageCode: 'pt-BR',
      regionCode: 'BR',
    })
    expect(await fieldsOf(update(id, { languageCode: 'xx-nope' }))).toEqual(['/languageCode language_not_supported'])
    expect(await fieldsOf(update(id, { regionCode: 'ZZ' }))).toEqual(['/regionCode country_not_supported'])
  })

  test('takes a value away with null, unless it is required', async () => {
    const { id } = await create(organization({ phone: '+4930123456' }))
    expect((await update(id, { phone: null })).phone).toBeNull()
    expect(await fieldsOf(update(id, { secondaryEmail: null }))).toEqual([
      '/secondaryEmail secondary_email_required_for_domain',
    ])
    expect(await fieldsOf(update(id, { primaryDomain: null }))).toEqual(['/primaryDomain required'])
    expect(await fieldsOf(update(id, { primaryEmail: null }))).toEqual(['/primaryEmail required'])
    expect(await fieldsOf(update(id, { postalAddress: null }))).toEqual(['/postalAddress required'])
  })

  test('renames a person’s client with its company or person', async () => {
    const { id } = await create(quick({ person: { firstName: 'Ada', lastName: 'Byron' } }))
    expect((await update(id, { company: 'Engines' })).name).toBe('Engines')
    expect((await update(id, { company: null })).name).toBe('Ada Byron')
    const found = async (q: string) => (await north.owner.clients.list({ q })).data.map((client) => client.id)
    expect([await found('engines'), await found('byron')]).toEqual([[], [id]])
  })

  test('with what it is already changes nothing, whatever the order of its parts', async () => {
    const before = await create(
      organization({
        metadata: { bb: '1', a: '2' },
        externalIds: [{ system: 'crm', id: 'same-1' }],
        phone: '+4930123456',
      }),
    )
    const address = { postalCode: '10115', locality: 'Berlin', countryCode: 'DE' }
    const after = await update(before.id, {
      admin: { lastName: 'Muster', firstName: 'Martha' },
      postalAddress: address,
      metadata: { a: '2', bb: '1' },
      externalIds: [{ system: 'crm', id: 'same-1' }],
      phone: '+49 30 123456',
      segments: [],
    })
    expect(after).toEqual(before)
    expect((await update(before.id, {})).etag).toBe(before.etag)
  })

  test('refuses fields of the other form', async () => {
    const [person, company] = [await create(quick()), await create(organization())]
    expect(await fieldsOf(update(person.id, { name: 'X', primaryDomain: 'x.example.com' }))).toEqual(
      expect.arrayContaining(['/name unknown_field', '/primaryDomain unknown_field']),
    )
    expect(await fieldsOf(update(company.id, { company: 'X' }))).toContain('/company unknown_field')
  })
})

describe('R62: the whole client is checked again', () => {
  test('scenario 7: a primary domain that holds the secondary address is refused', async () => {
    const { id, primaryDomain } = await create(organization({ secondaryEmail: 'x@mail.recovery.example.org' }))
    const to = (domain: string) => update(id, { primaryDomain: domain, primaryEmail: `admin@${domain}` })
    for (const domain of ['mail.recovery.example.org', 'recovery.example.org']) {
      expect(await fieldsOf(to(domain))).toEqual(['/secondaryEmail secondary_email_on_primary_domain'])
    }
    expect((await get(id)).primaryDomain).toBe(primaryDomain)
    expect((await to('somewhere.example.org')).primaryDomain).toBe('somewhere.example.org')
  })

  test('R59: a secondary address on the primary domain is refused', async () => {
    const { id, primaryDomain } = await create(organization())
    expect(await fieldsOf(update(id, { secondaryEmail: `x@a.${primaryDomain}` }))).toEqual([
      '/secondaryEmail secondary_email_on_primary_domain',
    ])
  })

  test('R74: a primary domain without the administrator’s address is refused', async () => {
    const { id } = await create(organization())
    expect(await fieldsOf(update(id, { primaryDomain: 'elsewhere.example.net' }))).toEqual([
      '/primaryEmail primary_email_not_on_domain',
    ])
  })

  test('R75 R76: so are domains, phones and postal codes that the tables do not know', async () => {
    const { id } = await create(organization())
    expect(await fieldsOf(update(id, { primaryDomain: 'co.uk', primaryEmail: 'a@co.uk' }))).toEqual([
      '/primaryDomain domain_is_public_suffix',
    ])
    expect(await fieldsOf(update(id, { phone: '+49 1' }))).toEqual(['/phone phone_not_international'])
    expect(await fieldsOf(update(id, { postalAddress: { countryCode: 'DE', postalCode: 'X' } }))).toEqual([
      '/postalAddress/postalCode postal_code_invalid',
    ])
  })
})

describe('who changes it', () => {
  test('contact data: support of the platform too; the organisation: not', async () => {
    const { id } = await create(organization())
    expect((await support.clients.update(id, { phone: '+4930123457' })).phone).toBe('+4930123457')
    expect(await refusalOf(support.clients.update(id, { name: 'Mine' }))).toMatchObject({
      status: 403,
      code: 'permission_denied',
      data: { right: 'clients.update_organization' },
    })
    expect(await codeOf(north.support.clients.update(id, { phone: '+4930123458' }))).toBe('permission_denied')
  })

  test('R81 R82: those above it; to others it is not there', async () => {
    const { id } = await below.owner.clients.create(quick())
    for (const caller of [admin, north.owner, north.manager, below.owner, below.sales]) {
      await caller.clients.update(id, { company: `By ${caller.role}` })
    }
    for (const stranger of [south.owner, south.sales, north.sales]) {
      expect(await refusalOf(stranger.clients.update(id, { company: 'Mine' }))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    }
  })

  test('the client itself: its own record, and is found under what it changed', async () => {
    const { id } = await create(organization({ metadata: { secret: 'ours' }, tags: ['vip'] }))
    const itself = await key(id, 'client_admin')
    const after = await itself.clients.update(id, { phone: '+4930999999', name: 'Selfmade' })
    expect(after).toMatchObject({ id, phone: '+4930999999', name: 'Selfmade', owner: { id: north.id, name: 'North' } })
    expect((await itself.clients.list({ q: 'selfm' })).data.map((client) => client.id)).toEqual([id])
    expect((await north.owner.clients.list({ q: 'selfm' })).data).toEqual([
      expect.objectContaining({ id, tags: ['vip'] }),
    ])
    expect(await codeOf(itself.clients.update((await create(quick())).id, {}))).toBe('not_found')
  })

  test('R96: the client itself neither what others keep about it nor its type', async () => {
    const { id } = await create(team({ metadata: { secret: 'ours' }, primaryDomain: 'itself.example.com' }))
    const itself = await key(id, 'client_admin')
    expect(await fieldsOf(itself.clients.update(id, { metadata: {} }))).toEqual(['/metadata unknown_field'])
    expect(await fieldsOf(itself.clients.update(id, { externalIds: [{ system: 'crm', id: 'own-1' }] }))).toEqual([
      '/externalIds unknown_field',
    ])
    expect(await codeOf(itself.clients.update(id, { customerType: 'domain' }))).toBe('permission_denied')
    expect((await get(id)).metadata).toEqual({ secret: 'ours' })
  })
})

describe('If-Match', () => {
  test('refuses a change made against an older version, and says which it is now', async () => {
    const before = await create(quick())
    const mine = await update(before.id, { company: 'First' }, { ifMatch: before.etag })
    for (const call of [
      () => update(before.id, { company: 'Second' }, { ifMatch: before.etag }),
      () => north.owner.clients.setTags(before.id, { tags: ['late'] }, { ifMatch: before.etag }),
      () => north.owner.clients.setDescription(before.id, { text: 'late' }, { ifMatch: before.etag }),
      () => admin.clients.setVerification(before.id, { verification: 'email_verified' }, { ifMatch: before.etag }),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ status: 412, code: 'etag_mismatch', data: { etag: mine.etag } })
    }
    expect((await get(before.id)).company).toBe('First')
  })

  test('is the etag of every answer, which every kind of change moves', async () => {
    const { data: created, response } = await create(quick()).withResponse()
    expect(response.headers.get('etag')).toBe(created.etag)
    const tags = [
      created.etag,
      (await update(created.id, { company: 'Moved' })).etag,
      (await north.owner.clients.setTags(created.id, { tags: ['moved'] })).etag,
      (await north.owner.clients.setDescription(created.id, { text: 'moved' })).etag,
      (await admin.clients.setVerification(created.id, { verification: 'email_verified' })).etag,
    ]
    expect(new Set(tags).size).toBe(tags.length)
  })

  test('two at the same time: one is refused', async () => {
    const { id, etag } = await create(quick())
    const ends = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((company) => update(id, { company }, { ifMatch: etag })),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
