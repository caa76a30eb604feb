import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'
import { AccountId, id, kept, Key, line, lookup, paragraph } from './text.schema.ts'
import { Timestamp } from './time.schema.ts'

/** The value as stored, or the code with which it is refused. */
function read(schema: z.ZodMiniType, input: unknown): unknown {
  const result = z.safeParse(schema, input)
  return result.success ? result.data : fieldErrors(result.error, { input }).map(({ code }) => code)
}

describe('line', () => {
  test('is trimmed and then counted', () => {
    expect(read(line(3), '  abc \n')).toBe('abc')
    expect(read(line(3), 'abcd')).toEqual(['too_long'])
  })

  test.each(['', ' ', '\t\n', '\u00A0', '\uFEFF', '\u2028', '\u200B', '\u200E\u200D', '\u3164'])(
    'takes %j, in which nothing can be seen, for missing',
    (input) => {
      expect(read(line(10), input)).toEqual(['required'])
    },
  )

  test.each([
    'a\u0000b',
    'a\u0007b',
    'a\u001B[31m',
    'a\nb',
    'a\tb',
    'a\rb',
    'a\u007Fb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
  ])('refuses the control or line break in %j', (input) => {
    expect(read(line(10), input)).toEqual(['invalid_format'])
  })

  test.each(['a\u202Eb', 'a\u202Ab', 'a\u2066b\u2069'])('refuses the bidirectional override in %j', (input) => {
    expect(read(line(10), input)).toEqual(['invalid_format'])
  })

  test.each(['\uD800', 'a\uDC00b', '\uDE00\uD83D'])('refuses the lone surrogate in %j', (input) => {
    expect(read(line(10), input)).toEqual(['invalid_format'])
  })

  test.each(['👨‍👩‍👧', 'می\u200Cخواهم', 'Nguyễn', 'כהן', "D'Arcy", '🇩🇪', 'a\u200Fb', '𠮷野家'])(
    'takes %s with its joiners and marks as it is',
    (input) => {
      expect(read(line(20), input)).toBe(input)
    },
  )
})

describe('paragraph', () => {
  test('makes every line break LF, and is trimmed', () => {
    expect(read(paragraph(20), ' a\r\nb\rc\nd\n')).toBe('a\nb\nc\nd')
  })

  test('counts after line breaks have become one character', () => {
    expect(read(paragraph(3), 'a\r\nb')).toBe('a\nb')
    expect(read(paragraph(3), 'a\n\nb')).toEqual(['too_long'])
  })

  test('takes tabs, and refuses other controls, overrides and lone surrogates', () => {
    expect(read(paragraph(20), 'a\tb')).toBe('a\tb')
    for (const input of ['a\u0000', 'a\u000Bb', 'a\u202Eb', '\uD800']) {
      expect(read(paragraph(20), input)).toEqual(['invalid_format'])
    }
  })

  test('needs something that can be seen', () => {
    expect(read(paragraph(20), '\r\n \u200B')).toEqual(['required'])
  })
})

test('lookup leaves out what no database can hold, and refuses nothing else', () => {
  expect(read(lookup(20), 'a\u0000b\uD800 \u202E')).toBe('ab\uFFFD \u202E')
  expect(read(lookup(3), 'abcd')).toEqual(['too_long'])
})

test('kept gives back what it got, and refuses what no database can hold', () => {
  expect(read(kept(20), ' a\r\n\u202E ')).toBe(' a\r\n\u202E ')
  expect(read(kept(20), '')).toBe('')
  expect(read(kept(20), 'a\u0000')).toEqual(['invalid_format'])
  expect(read(kept(20), '\uDFFF')).toEqual(['invalid_format'])
})

describe('ids, keys and times', () => {
  test.each([
    'acc_01JG5B3Y7SD1E8N2QKFT4VW0Z',
    'acc_01JG5B3Y7SD1E8N2QKFT4VW0ZMM',
    'acc_81JG5B3Y7SD1E8N2QKFT4VW0ZM',
    'acc_01jg5b3y7sd1e8n2qkft4vw0zm',
    'acc_01JG5B3Y7SD1E8N2QKFT4VW0ZI',
    'key_01JG5B3Y7SD1E8N2QKFT4VW0ZM',
    'acc_01JG5B3Y7SD1E8N2QKFT4VW0ZM\n',
    '..',
  ])('refuses the account id %j', (input) => {
    expect(read(AccountId, input)).toEqual(['invalid_format'])
  })

  test('takes an id of its own prefix', () => {
    expect(read(id('evt'), 'evt_01JG5B3Y7SD1E8N2QKFT4VW0ZM')).toBe('evt_01JG5B3Y7SD1E8N2QKFT4VW0ZM')
  })

  test.each(['Google', 'a-b', '1a', 'a'.repeat(65), '__proto__'])('refuses the key %s', (input) => {
    expect(read(Key, input)).toEqual(['invalid_choice'])
  })

  test.each(['2025-03-02T10:21:09Z', '2025-03-02T10:21:09.332Z', '2024-02-29T00:00:00.000Z'])(
    'takes the time %s',
    (input) => {
      expect(read(Timestamp, input)).toBe(input)
    },
  )

  test.each([
    '2025-03-02T10:21:09+01:00',
    '2025-03-02T10:21:09+00:00',
    '2025-03-02T10:21:09',
    '2025-03-02T10:21Z',
    '2025-03-02 10:21:09Z',
    '2025-02-30T10:21:09Z',
    '2025-03-02T24:00:00Z',
    '2025-03-02',
    'yesterday',
  ])('refuses the time %s: UTC with Z, and a day that exists', (input) => {
    expect(read(Timestamp, input)).toEqual(['invalid_format'])
  })
})
