import { describe, expect, test } from 'vitest'
import { hostOfEmail, isWithinDomain, toAsciiDomain } from './domain-name.ts'

describe('toAsciiDomain', () => {
  test.each([
    ['Example.COM', 'example.com'],
    ['  example.com ', 'example.com'],
    ['example.com.', 'example.com'],
    ['MÜLLER.example', 'xn--mller-kva.example'],
    ['mu\u0308ller.example', 'xn--mller-kva.example'],
    ['XN--MLLER-KVA.example', 'xn--mller-kva.example'],
    ['faß.example', 'xn--fa-hia.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['example。com', 'example.com'],
    ['example.com。', 'example.com'],
    ['ex\u00ADample.com', 'example.com'],
    ['123.com', '123.com'],
    ['localhost', 'localhost'],
  ])('R76: brings %j to lower-case A-labels', (text, expected) => {
    expect(toAsciiDomain(text)).toBe(expected)
  })

  test.each([
    '127.0.0.1',
    '127.0.0.1.',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '0177.0.0.1',
    '2130706433',
    '１２７.0.0.1',
    '[::1]',
    '::1',
    'fe80::1%eth0',
    '1.2.3.4.5',
    'example.0x1',
  ])('R76: takes the IP address %s for no domain', (text) => {
    expect(toAsciiDomain(text)).toBeUndefined()
  })

  test.each([
    '',
    ' ',
    '.',
    'example.com:80',
    'example.com:',
    'user@example.com',
    'user:secret@example.com',
    '@example.com',
    'example.com/path',
    'https://example.com',
    'example.com?x',
    'example.com#x',
    'example.com\\x',
    'ex%61mple.com',
    'ex ample.com',
    'ex\tample.com',
    'exam\nple.com',
    'example.com\u0000',
    '\u0000example.com',
    'example.com\u001F',
    'ex\u007Fample.com',
    'ex\u00A0ample.com',
    'exa<mple.com',
    'exa^mple.com',
    'exa|mple.com',
    '[example.com]',
    '\u2100.example', // ℀ would become a/c
    'example\uFF0Fpath.com', // a full-width slash
    'example\uFF1A80', // a full-width colon
  ])('refuses %j, which is no host name', (text) => {
    expect(toAsciiDomain(text)).toBeUndefined()
  })

  test('is its own fixed point', () => {
    for (const text of ['MÜLLER.example', 'example.com.', 'пример.рф']) {
      const once = toAsciiDomain(text) ?? ''
      expect(toAsciiDomain(once)).toBe(once)
    }
  })
})

describe('hostOfEmail', () => {
  test.each([
    ['Ann@MÜLLER.example', 'xn--mller-kva.example'],
    ['"a@b"@example.com', 'example.com'],
    ['a@example.com.', 'example.com'],
    ['@example.com', undefined],
    ['example.com', undefined],
    ['a@', undefined],
    ['a@127.0.0.1', undefined],
    ['a@[127.0.0.1]', undefined],
  ])('finds in %j the host %j', (email, host) => {
    expect(hostOfEmail(email)).toBe(host)
  })
})

test.each([
  ['example.com', true],
  ['mail.example.com', true],
  ['a.b.example.com', true],
  ['notexample.com', false],
  ['com', false],
  ['example.com.evil.org', false],
])('R59: says of %s whether it is example.com or below it: %s', (host, within) => {
  expect(isWithinDomain(host, 'example.com')).toBe(within)
})
