import { describe, expect, test } from 'vitest'
import { organization, team } from '../testing/client-inputs.ts'
import { fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north } = await openTestPlatform()
const create = north.owner.clients.create

describe('adding an organisation', () => {
  test('R54 R55 R63: takes name, domain, address and contact, and the contact becomes the administrator', async () => {
    const input = organization({
      name: 'Weingut Sonnenberg',
      primaryDomain: 'sonnenberg.example.com',
      admin: { firstName: 'Martha', lastName: 'Sonnenberg', username: 'martha' },
      phone: '+49 (6722) 910-4470',
      timeZone: 'Europe/Berlin',
    })
    const client = await create(input)
    expect(client).toMatchObject({
      form: 'organization',
      name: 'Weingut Sonnenberg',
      primaryDomain: 'sonnenberg.example.com',
      admin: { firstName: 'Martha', lastName: 'Sonnenberg', username: 'martha' },
      postalAddress: { countryCode: 'DE', locality: 'Berlin', postalCode: '10115', line1: null },
      phone: '+4967229104470',
      timeZone: 'Europe/Berlin',
      status: 'active',
      verification: 'none',
    })
    expect(await north.owner.clients.get(client.id)).toEqual(client)
  })

  test.each(['name', 'productFamily', 'customerType', 'admin', 'primaryEmail', 'postalAddress'] as const)(
    'R43 R45 R54 R55 R75: wants %s',
    async (field) => {
      const { [field]: _, ...without } = organization()
      expect(await fieldsOf(create(without as never))).toEqual([`/${field} required`])
    },
  )

  test('R39: wants the registered domain of a domain customer', async () => {
    const { primaryDomain: _, ...without } = organization()
    expect(await fieldsOf(create(without))).toEqual(['/primaryDomain required'])
  })

  test('R39 R76: a domain is below a known public suffix and not one itself', async () => {
    const given = async (primaryDomain: string) =>
      fieldsOf(create(organization({ primaryDomain, primaryEmail: `a@${primaryDomain}` })))
    expect(await given('co.uk')).toEqual(['/primaryDomain domain_is_public_suffix'])
    expect(await given('shop.nosuchtld')).toEqual(['/primaryDomain domain_invalid'])
    expect(await given('shop')).toContain('/primaryDomain domain_invalid')
    expect(await given('192.0.2.7')).toContain('/primaryDomain domain_invalid')
    expect(await given('www.shop.example.com')).toContain('/primaryDomain domain_has_www')
  })

  test('R76: a domain is stored in lower-case ASCII and shown as people write it', async () => {
    const client = await create(
      organization({ primaryDomain: 'MÜLLER-Shop.Example.COM.', primaryEmail: 'Chef@müller-shop.example.com' }),
    )
    expect(client).toMatchObject({
      primaryDomain: 'xn--mller-shop-9db.example.com',
      primaryDomainDisplay: 'müller-shop.example.com',
      primaryEmail: 'Chef@xn--mller-shop-9db.example.com',
    })
  })

  test('R43: a product family has to be one that the platform sells', async () => {
    expect(await fieldsOf(create(organization({ productFamily: 'no_such_family' })))).toEqual([
      '/productFamily invalid_choice',
    ])
  })

  test('R46: type `domain` is for the main suite and for identity', async () => {
    for (const productFamily of ['google_workspace', 'cloud_identity']) {
      const client = await create(organization({ productFamily, customerType: 'domain' }))
      expect(client).toMatchObject({ productFamily, customerType: 'domain', verificationMethod: 'domain' })
    }
  })

  test('R47: type `team` wants one of the Essentials products', async () => {
    for (const productFamily of ['essentials', 'enterprise_essentials']) {
      expect(await create(team({ productFamily }))).toMatchObject({ customerType: 'team', verificationMethod: 'email' })
    }
    const { errors } = await refusalOf(create(team({ productFamily: 'cloud_identity' })))
    expect(errors).toEqual([
      expect.objectContaining({
        pointer: '/customerType',
        code: 'team_type_not_allowed_for_product',
        data: { products: ['essentials', 'enterprise_essentials'] },
      }),
    ])
  })

  test('R47: type `team` wants verification by e-mail as well', async () => {
    expect(await fieldsOf(create(team({ verificationMethod: 'domain' })))).toEqual([
      '/customerType team_needs_email_verification',
    ])
  })

  test('R47: which products allow teams is the platform’s to decide', async () => {
    await admin.settings.update({ client: { teamFamilies: ['essentials', 'hosting'] } })
    await create(team({ productFamily: 'hosting' }))
    expect(await fieldsOf(create(team({ productFamily: 'enterprise_essentials' })))).toEqual([
      '/customerType team_type_not_allowed_for_product',
    ])
    await admin.settings.update({ client: { teamFamilies: ['essentials', 'enterprise_essentials'] } })
  })

  test('R48: an educational institution is marked whatever its type', async () => {
    expect((await create(organization({ segments: ['education'] }))).segments).toEqual(['education'])
    expect((await create(team({ segments: ['education'] }))).segments).toEqual(['education'])
    expect((await create(team())).segments).toEqual([])
  })

  test('R65: has no subscription state before a first order', async () => {
    expect((await create(organization())).subscriptionState).toBe('none')
  })

  test('R66: says when it was last compared with the vendor’s record: never', async () => {
    expect((await create(organization())).lastComparedAt).toBeNull()
  })
})

describe('its addresses', () => {
  test('scenario 6: the secondary address missing, on the domain, on the reseller’s, of a team (R58 R59 R60)', async () => {
    const domain = 'primary.example.com'
    const given = (secondaryEmail?: string) => {
      const { secondaryEmail: _, ...input } = organization({ primaryDomain: domain })
      return secondaryEmail === undefined ? input : { ...input, secondaryEmail }
    }
    expect(await fieldsOf(create(given()))).toEqual(['/secondaryEmail secondary_email_required_for_domain'])
    expect(await fieldsOf(create(given(`x@sub.${domain}`)))).toEqual([
      '/secondaryEmail secondary_email_on_primary_domain',
    ])
    await create(given('clients@north.example.net'))
    expect((await create(team())).secondaryEmail).toBeNull()
  })

  test.each(['x@taken.example.org', 'x@TAKEN.example.org.', 'x@deep.sub.taken.example.org', 'X@ｔaken.example.org'])(
    'R59: refuses %s for taken.example.org',
    async (secondaryEmail) => {
      const input = organization({ primaryDomain: 'taken.example.org', secondaryEmail })
      expect(await fieldsOf(create(input))).toEqual(['/secondaryEmail secondary_email_on_primary_domain'])
    },
  )

  test('R59: takes an address on a sibling domain', async () => {
    const client = await create(organization({ primaryDomain: 'shop.sibling.com', secondaryEmail: 'x@sibling.com' }))
    expect(client.secondaryEmail).toBe('x@sibling.com')
  })

  test('R58: the two addresses differ, also of a team', async () => {
    const input = team({ primaryEmail: 'Same@mail.example.net', secondaryEmail: 'same@MAIL.example.net' })
    expect(await fieldsOf(create(input))).toEqual(['/secondaryEmail secondary_email_same_as_primary'])
  })

  test('R56 R74: a domain customer’s address is its super administrator’s, on its own domain', async () => {
    const input = organization({ primaryDomain: 'onit.example.com', primaryEmail: 'boss@offit.example.com' })
    expect(await fieldsOf(create(input))).toEqual(['/primaryEmail primary_email_not_on_domain'])
    expect((await create({ ...input, primaryEmail: 'boss@onit.example.com' })).primaryEmail).toBe(
      'boss@onit.example.com',
    )
  })

  test('R57: a team’s address is its administrator’s, wherever it is', async () => {
    const client = await create(
      team({ primaryEmail: 'someone@anywhere.example.net', primaryDomain: 'team.example.com' }),
    )
    expect(client).toMatchObject({ primaryEmail: 'someone@anywhere.example.net', primaryDomain: 'team.example.com' })
  })

  test('R61: keeps both addresses, so that notices can go to both', async () => {
    const client = await create(
      organization({
        primaryDomain: 'both.example.com',
        primaryEmail: 'admin@both.example.com',
        secondaryEmail: 'both@other.example.org',
      }),
    )
    expect([client.primaryEmail, client.secondaryEmail]).toEqual(['admin@both.example.com', 'both@other.example.org'])
  })
})

describe('its postal address and phone', () => {
  test('R75: wants a country that exists', async () => {
    const given = (postalAddress: object) => fieldsOf(create(organization({ postalAddress: postalAddress as never })))
    expect(await given({ locality: 'Berlin' })).toEqual(['/postalAddress/countryCode required'])
    expect(await given({ countryCode: 'ZZ' })).toEqual(['/postalAddress/countryCode country_not_supported'])
  })

  test('R75: limits the length of every line', async () => {
    for (const field of ['line1', 'line2', 'line3', 'locality', 'region', 'organizationName', 'contactName']) {
      const postalAddress = { countryCode: 'DE', [field]: 'x'.repeat(256) }
      expect(await fieldsOf(create(organization({ postalAddress })))).toEqual([`/postalAddress/${field} too_long`])
    }
  })

  test('R75: checks the postal code by country', async () => {
    const given = (countryCode: string, postalCode: string) =>
      create(organization({ postalAddress: { countryCode, postalCode } }))
    expect(await fieldsOf(given('DE', 'SW1A 1AA'))).toEqual(['/postalAddress/postalCode postal_code_invalid'])
    expect((await given('GB', 'SW1A 1AA')).postalAddress?.postalCode).toBe('SW1A 1AA')
    // no format is known of these
    await given('AE', 'whatever')
  })

  test('R75: takes a phone number in international form only', async () => {
    expect(await fieldsOf(create(organization({ phone: '06722 9104470' })))).toEqual(['/phone phone_not_international'])
    expect(await fieldsOf(create(organization({ phone: '+49 1' })))).toEqual(['/phone phone_not_international'])
    expect((await create(organization({ phone: '+1 (202) 555-0143' }))).phone).toBe('+12025550143')
  })
})
