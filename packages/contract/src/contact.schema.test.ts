import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import {
  CountryCode,
  DomainName,
  EmailAddress,
  LanguageCode,
  PersonName,
  PhoneNumber,
  PostalAddress,
  TimeZone,
} from './contact.schema.ts'
import { countryCodes } from './countries.ts'
import { fieldErrors } from './field-errors.ts'

/** The value as stored, or the code with which it is refused. */
function read(schema: z.ZodMiniType, input: unknown): unknown {
  const result = z.safeParse(schema, input)
  return result.success ? result.data : fieldErrors(result.error, { input }).map(({ code }) => code)
}

const label = 'a'.repeat(63)

describe('EmailAddress', () => {
  test.each([
    ['Ann@Example.COM', 'Ann@example.com'],
    ['  ann@example.com ', 'ann@example.com'],
    ['ann@MÜLLER.example', 'ann@xn--mller-kva.example'],
    ['ann@почта.рф', 'ann@xn--80a1acny.xn--p1ai'],
    ['ann@example.com.', 'ann@example.com'],
    ["o'neil+x&y@mail.example.com", "o'neil+x&y@mail.example.com"],
    ['ann@www.example.com', 'ann@www.example.com'],
  ])('stores %j with its host in lower-case A-labels', (input, stored) => {
    expect(read(EmailAddress, input)).toBe(stored)
  })

  test.each([
    'ann',
    '@example.com',
    'ann@',
    'ann@example',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    'ann@0x7f.1',
    'a@b@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'a..b@example.com',
    'a b@example.com',
    '"a b"@example.com',
    'jürgen@example.com',
    'ann@exa mple.com',
    'ann@ex_ample.com',
    'ann@-example.com',
    'ann@ex%61mple.com',
    'ann@example.com/x',
    'ann@example.com:25',
    'ann\u0000@example.com',
    'ann@example.com\r\nBcc: x@example.org',
    'Ann <ann@example.com>',
    'a@example.com,b@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('refuses %j', (input) => {
    expect(read(EmailAddress, input)).toEqual(['email_invalid'])
  })

  test('counts the 254 characters after the host has become longer A-labels', () => {
    const host = `${Array.from({ length: 6 }, () => 'ü'.repeat(25)).join('.')}.example`
    expect(read(EmailAddress, `ann@${host}`)).toMatch(/^ann@xn--/)
    expect(read(EmailAddress, `ann@${`${'ü'.repeat(25)}.`.repeat(8)}example`)).toEqual(['too_long'])
  })

  test('answers to a long run of dots and letters at once', () => {
    const begun = performance.now()
    read(EmailAddress, `${'a.'.repeat(50_000)}@`)
    read(EmailAddress, `a@${'a-'.repeat(50_000)}`)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

describe('DomainName', () => {
  test.each([
    ['Example.COM.', 'example.com'],
    ['MÜLLER.example', 'xn--mller-kva.example'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['shop.example.co.uk', 'shop.example.co.uk'],
    ['123.com', '123.com'],
    ['a--b.example', 'a--b.example'],
    ['wwwexample.com', 'wwwexample.com'],
    ['www.com', 'www.com'],
    [`${label}.example`, `${label}.example`],
  ])('R76: stores %j as %j', (input, stored) => {
    expect(read(DomainName, input)).toBe(stored)
  })

  test.each(['www.example.com', 'WWW.Example.com', 'ｗｗｗ.example.com', 'www.www.example.com'])(
    'R76: refuses the www. of %s',
    (input) => {
      expect(read(DomainName, input)).toEqual(['domain_has_www'])
    },
  )

  test.each([
    'com',
    'localhost',
    'example.c',
    'example.123',
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    'example.com:80',
    'user@example.com',
    'https://example.com/',
    'ex ample.com',
    'ex%61mple.com',
    'a..example',
    '.example.com',
    'example.com..',
    '-a.example',
    'a-.example',
    'a_b.example',
    '*.example.com',
    'xn--.example',
    'example.com\u0000',
    'exa\nmple.com',
    `a${label}.example`,
  ])('R76: refuses %j', (input) => {
    expect(read(DomainName, input)).toEqual(['domain_invalid'])
  })

  test('refuses more than 253 characters', () => {
    expect(read(DomainName, `${`${label}.`.repeat(4)}com`)).toEqual(['too_long'])
  })
})

describe('PhoneNumber', () => {
  test.each([
    ['+49 711 123-456', '+49711123456'],
    ['+1 (555) 123.4567', '+15551234567'],
    ['+49/711/123456', '+49711123456'],
    ['+49\u202F711\u00A0123456', '+49711123456'],
    ['+49\u2011711\u2013123456', '+49711123456'],
    ['\u202A+49711123456\u202C', '+49711123456'],
    ['＋４９711123456', '+49711123456'],
  ])('R75: drops the separators of %j', (input, stored) => {
    expect(read(PhoneNumber, input)).toBe(stored)
  })

  test.each([
    '0711 123456',
    '0049711123456',
    '711123456',
    '+0711123456',
    '+49711',
    '+4971112345678901',
    '+49x711123456',
    '++49711123456',
    '+49711123456;ext=1',
  ])('R75: refuses %s, which is not in international form', (input) => {
    expect(read(PhoneNumber, input)).toEqual(['phone_not_international'])
  })
})

describe('CountryCode', () => {
  test('R75: takes every assigned country, in either case', () => {
    expect(countryCodes).toHaveLength(249)
    expect(new Set(countryCodes).size).toBe(249)
    for (const code of countryCodes) expect(read(CountryCode, code.toLowerCase())).toBe(code)
  })

  test('has a name in CLDR for every country', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([])
  })

  test.each(['XX', 'ZZ', 'UK', 'EU', 'DEU', 'D', ' de', '00', 'constructor'])('R75: refuses %j', (input) => {
    expect(read(CountryCode, input)).toEqual(['country_not_supported'])
  })
})

describe('LanguageCode', () => {
  test.each([
    ['de', 'de'],
    ['DE-at', 'de-AT'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['pt-BR', 'pt-BR'],
    ['tlh', 'tlh'],
  ])('stores %j as %j', (input, stored) => {
    expect(read(LanguageCode, input)).toBe(stored)
  })

  test.each(['klingon', 'xx', 'de_DE', 'de-', 'd', 'german', 'x-mine', 'root', 'und', 'abcdefghi', '*', 'de\u0000'])(
    'refuses %j',
    (input) => {
      expect(read(LanguageCode, input)).toEqual(['language_not_supported'])
    },
  )
})

describe('TimeZone', () => {
  test.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'])('takes %s', (input) => {
    expect(read(TimeZone, input)).toBe(input)
  })

  test.each(['Mars/Olympus', '+01:00', '-01', 'GMT+1', 'undefined', 'Europe/Berlin\u0000', '../etc/passwd'])(
    'refuses %j',
    (input) => {
      expect(read(TimeZone, input)).toEqual(['time_zone_invalid'])
    },
  )
})

describe('PersonName and PostalAddress', () => {
  test('R18: both names are needed, and blanks are no name', () => {
    const input = { firstName: ' ', lastName: '\u200B' }
    expect(read(PersonName, input)).toEqual(['required', 'required'])
  })

  test('R75: an address needs its country and nothing else', () => {
    expect(read(PostalAddress, { countryCode: 'de' })).toEqual({ countryCode: 'DE' })
    expect(read(PostalAddress, { locality: 'Geisenheim' })).toEqual(['required'])
  })

  test('R75: each line is at most 255 characters', () => {
    expect(read(PostalAddress, { countryCode: 'DE', line1: 'a'.repeat(255) })).toMatchObject({ countryCode: 'DE' })
    expect(read(PostalAddress, { countryCode: 'DE', line1: 'a'.repeat(256) })).toEqual(['too_long'])
  })

  test('refuses fields that it does not know', () => {
    expect(read(PostalAddress, { countryCode: 'DE', street: 'x' })).toEqual(['unknown_field'])
  })
})
