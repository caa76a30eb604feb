import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { DomainName, EmailAddress } from '../contact.schema.ts'
import { crossFieldErrors, type ClientFacts } from './clients.rules.ts'

const rules = { companyRequired: false, teamFamilies: ['essentials_starter', 'essentials_plus'] }

const domainClient: ClientFacts = {
  form: 'organization',
  productFamily: 'google_workspace',
  customerType: 'domain',
  primaryDomain: 'shop.example.com',
  primaryEmail: 'admin@shop.example.com',
  secondaryEmail: 'owner@example.org',
}
const teamClient: ClientFacts = {
  form: 'organization',
  productFamily: 'essentials_starter',
  customerType: 'team',
  verificationMethod: 'email',
  primaryEmail: 'team@example.org',
}

/** What is wrong, as `pointer code`. */
function verdict(client: ClientFacts, settings = rules): string[] {
  return crossFieldErrors(client, settings).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('quick clients', () => {
  test('R18: need no company, unless the platform asks for one', () => {
    expect(verdict({ form: 'quick' })).toEqual([])
    expect(verdict({ form: 'quick' }, { ...rules, companyRequired: true })).toEqual(['/company required'])
    expect(verdict({ form: 'quick', company: null }, { ...rules, companyRequired: true })).toEqual([
      '/company required',
    ])
    expect(verdict({ form: 'quick', company: 'Okafor' }, { ...rules, companyRequired: true })).toEqual([])
  })

  test('R18: organisations are never asked for a company', () => {
    expect(verdict(domainClient, { ...rules, companyRequired: true })).toEqual([])
  })

  test('R18: need no addresses at all', () => {
    expect(verdict({ form: 'quick', primaryEmail: 'a@example.org' })).toEqual([])
  })
})

describe('domain customers', () => {
  test('are right with a domain, an address on it and one outside it', () => {
    expect(verdict(domainClient)).toEqual([])
  })

  test.each([undefined, null, ''])('R39: need a registered domain, and %j is none', (primaryDomain) => {
    expect(verdict({ ...domainClient, primaryDomain })).toEqual(['/primaryDomain required'])
  })

  test.each([undefined, null, ''])('R58: need a secondary address, and %j is none', (secondaryEmail) => {
    expect(verdict({ ...domainClient, secondaryEmail })).toEqual([
      '/secondaryEmail secondary_email_required_for_domain',
    ])
  })

  test.each(['x@shop.example.com', 'x@mail.shop.example.com', 'x@a.b.shop.example.com', 'X@SHOP.Example.com'])(
    'R59: refuses the secondary address %s on or below the primary domain',
    (secondaryEmail) => {
      const [error, ...others] = crossFieldErrors({ ...domainClient, secondaryEmail }, rules)
      expect(error).toMatchObject({
        pointer: '/secondaryEmail',
        code: 'secondary_email_on_primary_domain',
        data: { domain: 'shop.example.com' },
      })
      expect(others).toEqual([])
    },
  )

  test.each(['x@example.com', 'x@blog.example.com', 'x@notshop.example.com', 'x@shop.example.com.example.org'])(
    'R59: takes the secondary address %s, which is beside the primary domain and not below it',
    (secondaryEmail) => {
      expect(verdict({ ...domainClient, secondaryEmail })).toEqual([])
    },
  )

  test('R60: takes a secondary address on the domain of the reseller', () => {
    expect(verdict({ ...domainClient, secondaryEmail: 'shop-recovery@hafenhost.example.org' })).toEqual([])
  })

  test('R62: finds a secondary address wrong that was right before the primary domain changed', () => {
    const stored = { ...domainClient, secondaryEmail: 'owner@new.example.org' }
    expect(verdict(stored)).toEqual([])
    const changed = { ...stored, primaryDomain: 'new.example.org', primaryEmail: 'admin@new.example.org' }
    expect(verdict(changed)).toEqual(['/secondaryEmail secondary_email_on_primary_domain'])
  })

  test('R62: a change of the domain alone shows both addresses that no longer fit', () => {
    expect(verdict({ ...domainClient, primaryDomain: 'example.org' })).toEqual([
      '/primaryEmail primary_email_not_on_domain',
      '/secondaryEmail secondary_email_on_primary_domain',
    ])
  })

  test.each(['admin@example.com', 'admin@mail.shop.example.com', 'admin@example.org', 'admin@xshop.example.com'])(
    'R74: refuses the administrator address %s, whose host is not the primary domain',
    (primaryEmail) => {
      const [error, ...others] = crossFieldErrors({ ...domainClient, primaryEmail }, rules)
      expect(error).toMatchObject({
        pointer: '/primaryEmail',
        code: 'primary_email_not_on_domain',
        data: { domain: 'shop.example.com' },
      })
      expect(others).toEqual([])
    },
  )

  test('refuses the primary address for a secondary one, in whatever capitals', () => {
    const client = { ...domainClient, primaryEmail: 'Admin@shop.example.com', secondaryEmail: 'admin@SHOP.example.com' }
    expect(verdict(client)).toEqual(['/secondaryEmail secondary_email_same_as_primary'])
  })
})

describe('team customers', () => {
  test('R58: are right without a domain and without a secondary address', () => {
    expect(verdict(teamClient)).toEqual([])
  })

  test('R47: are refused for a product that does not allow them, with the products that do', () => {
    const [error] = crossFieldErrors({ ...teamClient, productFamily: 'google_workspace' }, rules)
    expect(error).toMatchObject({
      pointer: '/customerType',
      code: 'team_type_not_allowed_for_product',
      data: { products: rules.teamFamilies },
    })
  })

  test('R47: are refused where they verify by domain', () => {
    expect(verdict({ ...teamClient, verificationMethod: 'domain' })).toEqual([
      '/customerType team_needs_email_verification',
    ])
  })

  test('R47: need both conditions, whichever is looked at first', () => {
    for (const productFamily of ['google_workspace', ...rules.teamFamilies]) {
      for (const verificationMethod of ['domain', 'email'] as const) {
        const allowed = rules.teamFamilies.includes(productFamily) && verificationMethod === 'email'
        expect(verdict({ ...teamClient, productFamily, verificationMethod }).length === 0).toBe(allowed)
      }
    }
  })

  test('R47: verify by e-mail where nothing else is said', () => {
    expect(verdict({ ...teamClient, verificationMethod: undefined })).toEqual([])
  })

  test('R47: no platform setting, no teams', () => {
    expect(verdict(teamClient, { ...rules, teamFamilies: [] })).toEqual([
      '/customerType team_type_not_allowed_for_product',
    ])
  })

  test('R59: an optional secondary address still has to be outside the domain, where there is one', () => {
    const client = { ...teamClient, primaryDomain: 'example.org', secondaryEmail: 'x@mail.example.org' }
    expect(verdict(client)).toEqual(['/secondaryEmail secondary_email_on_primary_domain'])
  })

  test('R74: the administrator of a team may have any address', () => {
    expect(verdict({ ...teamClient, primaryDomain: 'example.com' })).toEqual([])
  })

  test('R57: need the address of their administrator', () => {
    expect(verdict({ ...teamClient, primaryEmail: undefined })).toEqual(['/primaryEmail required'])
  })
})

describe('R76: how a domain is spelt never changes the verdict', () => {
  const word = fc.constantFrom('shop', 'müller', 'ελλάδα', '例え', 'straße', 'a1', 'ǆ')
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, 'example'].join('.'))
  const spelling = fc.record({ upper: fc.boolean(), dot: fc.boolean(), ascii: fc.boolean(), spaces: fc.boolean() })
  type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never

  function spelt(domain: string, { upper, dot, ascii, spaces }: Spelling): string {
    let text = ascii ? new URL(`http://${domain}`).hostname : domain
    // ß has a capital of its own in IDNA; JavaScript's would be SS, which is another domain
    if (upper) text = text.replaceAll(/[^ß]/gu, (letter) => letter.toUpperCase())
    return `${dot ? `${text}.` : text}${spaces ? ' ' : ''}`
  }

  const wrong = (client: ClientFacts) => crossFieldErrors(client, rules)
  const hosts = fc.tuple(name, word).chain(([domain, sub]) =>
    fc.record({
      domain: fc.constant(domain),
      primary: fc.constantFrom(domain, `${sub}.${domain}`, 'example.org'),
      secondary: fc.constantFrom(domain, `${sub}.${domain}`, 'example.org', `${sub}.example`, `x${domain}`),
    }),
  )

  test('neither as it was typed, nor as the schemas store it', () => {
    const property = fc.property(hosts, spelling, spelling, spelling, (host, one, two, three) => {
      const plain = {
        ...domainClient,
        primaryDomain: host.domain,
        primaryEmail: `admin@${host.primary}`,
        secondaryEmail: `owner@${host.secondary}`,
      }
      const typed = {
        ...domainClient,
        primaryDomain: spelt(host.domain, one),
        primaryEmail: `admin@${spelt(host.primary, two)}`,
        secondaryEmail: `owner@${spelt(host.secondary, three)}`,
      }
      const stored = {
        ...typed,
        primaryDomain: z.parse(DomainName, typed.primaryDomain),
        primaryEmail: z.parse(EmailAddress, typed.primaryEmail),
        secondaryEmail: z.parse(EmailAddress, typed.secondaryEmail),
      }
      expect(wrong(typed)).toEqual(wrong(plain))
      expect(wrong(stored)).toEqual(wrong(plain))
    })
    fc.assert(property, { numRuns: 300 })
  })
})

test('a domain that is not one yet, as while typing, brings up no error on the addresses', () => {
  expect(verdict({ ...domainClient, primaryDomain: 'shop.example.com:8' })).toEqual([])
})
