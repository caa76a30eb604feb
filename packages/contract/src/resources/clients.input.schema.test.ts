import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { fieldErrors } from '../field-errors.ts'
import { CreateClient, Tags, UpdateClient } from './clients.input.schema.ts'

const quick = { form: 'quick', person: { firstName: 'Ada', lastName: 'Obi' } }
const organization = {
  form: 'organization',
  name: 'Obi Ltd',
  productFamily: 'google_workspace',
  customerType: 'domain',
  primaryEmail: 'admin@example.com',
  admin: { firstName: 'Ada', lastName: 'Obi' },
  postalAddress: { countryCode: 'GB' },
}

/** What is wrong, as `pointer code`. */
function wrong(schema: z.ZodMiniType, input: unknown): string[] {
  const result = z.safeParse(schema, input)
  return result.success ? [] : fieldErrors(result.error, { input }).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('CreateClient', () => {
  test('R18: a quick client needs first and last name and nothing more', () => {
    expect(wrong(CreateClient, quick)).toEqual([])
    expect(wrong(CreateClient, { form: 'quick', person: {} })).toEqual([
      '/person/firstName required',
      '/person/lastName required',
    ])
  })

  test('R45, R54, R55, R75: an organisation needs name, product, type, address, administrator', () => {
    expect(wrong(CreateClient, organization)).toEqual([])
    expect(wrong(CreateClient, { form: 'organization' })).toEqual([
      '/name required',
      '/productFamily required',
      '/customerType required',
      '/primaryEmail required',
      '/admin required',
      '/postalAddress required',
    ])
  })

  test('R94: either form takes a description', () => {
    const description = 'Harvest in September:\r\nno changes then.'
    for (const client of [quick, organization]) {
      const { description: stored } = z.parse(CreateClient, { ...client, description })
      expect(stored).toBe('Harvest in September:\nno changes then.')
    }
  })

  test('R48: marks an educational institution, of either type', () => {
    for (const customerType of ['domain', 'team']) {
      expect(wrong(CreateClient, { ...organization, customerType, segments: ['education'] })).toEqual([])
    }
    expect(wrong(CreateClient, { ...organization, segments: ['zoo'] })).toEqual(['/segments/0 invalid_choice'])
  })

  test('R207: each form refuses the fields of the other', () => {
    expect(wrong(CreateClient, { ...quick, customerType: 'domain' })).toEqual(['/customerType unknown_field'])
    expect(wrong(CreateClient, { ...organization, person: quick.person })).toEqual(['/person unknown_field'])
  })

  test('refuses unknown fields at every depth', () => {
    expect(wrong(CreateClient, { ...organization, admin: { ...organization.admin, x: 1 } })).toEqual([
      '/admin/x unknown_field',
    ])
    expect(wrong(CreateClient, { ...quick, externalIds: [{ system: 'crm', id: '1', x: 1 }] })).toEqual([
      '/externalIds/0/x unknown_field',
    ])
  })

  test.each(['__proto__', 'constructor', 'toString'])('takes the field %s for the unknown field that it is', (key) => {
    const body = JSON.parse(`{"form":"quick","person":{"firstName":"A","lastName":"B"},"${key}":{"isAdmin":true}}`)
    expect(wrong(CreateClient, body)).toEqual([`/${key} unknown_field`])
  })
})

describe('metadata', () => {
  const withMetadata = (metadata: unknown) => ({ ...quick, metadata })

  test('keeps keys and values as they are, whatever objects inherit', () => {
    const metadata = { constructor: 'a', toString: 'b', 'with space/~': ' c\r\n ', empty: '' }
    expect(z.parse(CreateClient, withMetadata(metadata)).metadata).toEqual(metadata)
  })

  test('refuses the key __proto__ aloud', () => {
    const metadata: unknown = JSON.parse('{"__proto__":"x"}')
    expect(wrong(CreateClient, withMetadata(metadata))).toEqual(['/metadata/__proto__ unknown_field'])
    expect(wrong(UpdateClient, { metadata })).toEqual(['/metadata/__proto__ unknown_field'])
  })

  test('takes 50 keys of 40 characters with 500 each, and no more', () => {
    const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
    expect(wrong(CreateClient, withMetadata(keys(50)))).toEqual([])
    expect(wrong(CreateClient, withMetadata(keys(51)))).toEqual(['/metadata too_many'])
    expect(wrong(CreateClient, withMetadata({ ['k'.repeat(40)]: 'v'.repeat(500) }))).toEqual([])
    expect(wrong(CreateClient, withMetadata({ ['k'.repeat(41)]: 'v' }))).toEqual([
      `/metadata/${'k'.repeat(41)} too_long`,
    ])
    expect(wrong(CreateClient, withMetadata({ k: 'v'.repeat(501) }))).toEqual(['/metadata/k too_long'])
    expect(wrong(CreateClient, withMetadata({ '': 'v' }))).toEqual(['/metadata/ too_short'])
  })

  test('takes texts alone, without NUL or lone surrogates', () => {
    expect(wrong(CreateClient, withMetadata({ a: 1, b: null, c: 'x\u0000', d: '\uD800', 'e\u0000': '' }))).toEqual([
      '/metadata/a invalid_format',
      '/metadata/b required',
      '/metadata/c invalid_format',
      '/metadata/d invalid_format',
      '/metadata/e\u0000 invalid_format',
    ])
    for (const metadata of [[], 'x', 1])
      expect(wrong(CreateClient, withMetadata(metadata))).toEqual(['/metadata invalid_format'])
  })
})

describe('tags and external ids', () => {
  test('a tag given twice is one, however it is composed', () => {
    expect(z.parse(Tags, ['vip', ' vip ', 'é', 'e\u0301', 'VIP'])).toEqual(['vip', 'é', 'VIP'])
  })

  test('refuses tags that cannot be read', () => {
    expect(wrong(Tags, ['', '-a', 'a\u202Eb', 'a\nb', 'x'.repeat(41), 1])).toEqual([
      '/0 required',
      '/1 invalid_format',
      '/2 invalid_format',
      '/3 invalid_format',
      '/4 too_long',
      '/5 invalid_format',
    ])
  })

  test('an external id given twice is one, by system and id', () => {
    const externalIds = [
      { system: 'crm', id: '1' },
      { system: 'erp', id: '1' },
      { system: 'crm', id: ' 1' },
      { system: 'crm', id: '2' },
    ]
    const once = [externalIds[0], externalIds[1], externalIds[3]]
    expect(z.parse(CreateClient, { ...quick, externalIds }).externalIds).toEqual(once)
    expect(z.parse(UpdateClient, { externalIds }).externalIds).toEqual(once)
  })
})

describe('UpdateClient', () => {
  test('takes a value away with null where it may be missing, and nowhere else', () => {
    expect(wrong(UpdateClient, { company: null, primaryDomain: null, secondaryEmail: null, phone: null })).toEqual([])
    expect(wrong(UpdateClient, { person: null, name: null, customerType: null })).toEqual([
      '/person required',
      '/name required',
      '/customerType required',
    ])
  })

  test.each(['form', 'ownerId', 'productFamily', 'status', 'id', 'etag', 'verification'])(
    'refuses a change of %s',
    (field) => {
      expect(wrong(UpdateClient, { [field]: 'x' })).toEqual([`/${field} unknown_field`])
    },
  )

  test('R71: takes another region and language', () => {
    expect(z.parse(UpdateClient, { regionCode: 'at', languageCode: 'DE-at' })).toEqual({
      regionCode: 'AT',
      languageCode: 'de-AT',
    })
  })

  test('takes an empty change', () => {
    expect(z.parse(UpdateClient, {})).toEqual({})
  })
})
