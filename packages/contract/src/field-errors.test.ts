import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { fieldErrors } from './field-errors.ts'

/** What is wrong, as `pointer code`. */
function wrong(schema: z.ZodMiniType, input: unknown): string[] {
  return errorsOf(schema, input).map(({ pointer, code }) => `${pointer} ${code}`)
}

function errorsOf(schema: z.ZodMiniType, input: unknown, prefix?: '/' | '?') {
  const result = z.safeParse(schema, input)
  if (result.success) throw new Error('The schema found nothing wrong.')
  return fieldErrors(result.error, prefix ? { input, prefix } : { input })
}

const field = (schema: z.ZodMiniType) => z.strictObject({ field: schema })

describe('required', () => {
  const kinds: Record<string, z.ZodMiniType> = {
    string: z.string(),
    'trimmed text': z.string().check(z.trim(), z.minLength(1)),
    'a named format': z.string().check(z.email({ error: 'email_invalid' })),
    number: z.int(),
    boolean: z.boolean(),
    enum: z.enum(['a', 'b']),
    literal: z.literal('a'),
    array: z.array(z.string()),
    object: z.object({ a: z.string() }),
    record: z.record(z.string(), z.string()),
    union: z.union([z.string().check(z.minLength(1)), z.int()]),
    'discriminated union': z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]),
  }

  describe.each(Object.entries(kinds))('for %s', (_, schema) => {
    test('where the field is missing or null', () => {
      expect(wrong(field(schema), {})).toEqual(['/field required'])
      expect(wrong(field(schema), { field: null })).toEqual(['/field required'])
    })
  })

  test.each(['trimmed text', 'a named format', 'number', 'enum', 'array'])(
    'for %s where it is empty or blank',
    (kind) => {
      for (const blank of ['', ' \t']) {
        expect(wrong(field(kinds[kind] ?? z.never()), { field: blank })).toEqual(['/field required'])
      }
    },
  )

  test('where a field inherited from Object.prototype stands for a missing one', () => {
    expect(wrong(z.object({ toString: z.string() }), {})).toEqual(['/toString required'])
  })

  test('says so, and which values there are', () => {
    expect(errorsOf(field(z.enum(['a', 'b'])), {})).toEqual([
      { pointer: '/field', code: 'required', detail: 'A value is needed.', data: { choices: ['a', 'b'] } },
    ])
  })
})

describe('what is there and wrong', () => {
  test.each<[string, z.ZodMiniType, unknown, string, Record<string, unknown>?]>([
    ['a wrong type', z.string(), 1, 'invalid_format'],
    ['an object for a text', z.string(), {}, 'invalid_format'],
    ['a text for an object', z.object({}), 'x', 'invalid_format'],
    ['a broken number', z.int(), 1.5, 'invalid_format'],
    ['a NaN', z.number(), Number.NaN, 'invalid_format'],
    ['too short a text', z.string().check(z.minLength(3)), 'ab', 'too_short', { min: 3 }],
    ['too long a text', z.string().check(z.maxLength(3)), 'abcd', 'too_long', { max: 3 }],
    ['too few', z.array(z.string()).check(z.minLength(1)), [], 'too_short', { min: 1 }],
    ['too many', z.array(z.string()).check(z.maxLength(1)), ['a', 'b'], 'too_many', { max: 1 }],
    ['too small a number', z.int().check(z.gte(1)), 0, 'invalid_choice', { min: 1 }],
    ['too big a number', z.int().check(z.lte(200)), 201, 'invalid_choice', { max: 200 }],
    ['a number beyond all', z.int(), 2 ** 60, 'invalid_choice', { max: Number.MAX_SAFE_INTEGER }],
    ['a wrong choice', z.enum(['a', 'b']), 'c', 'invalid_choice', { choices: ['a', 'b'] }],
    ['a wrong literal', z.literal('a'), 'b', 'invalid_choice', { choices: ['a'] }],
    ['a wrong format', z.string().check(z.regex(/^a$/)), 'b', 'invalid_format'],
    ['a named format', z.string().check(z.regex(/^a$/, { error: 'domain_invalid' })), 'b', 'domain_invalid'],
    ['a named rule', z.string().check(z.refine(() => false, { error: 'domain_has_www' })), 'b', 'domain_has_www'],
    ['an unnamed rule', z.string().check(z.refine(() => false)), 'b', 'invalid_format'],
    ['a rule with words of its own', z.string().check(z.refine(() => false, { error: 'No!' })), 'b', 'invalid_format'],
    ['a step', z.number().check(z.multipleOf(5)), 3, 'invalid_format'],
    ['no member of a union', z.union([z.int(), z.boolean()]), 'b', 'invalid_choice'],
  ])('%s', (_, schema, value, code, data) => {
    const [error, ...others] = errorsOf(field(schema), { field: value })
    expect(others).toEqual([])
    expect(error).toEqual({ pointer: '/field', code, detail: expect.stringMatching(/\.$/), ...(data && { data }) })
  })

  test.each<[string, z.ZodMiniType]>([
    ['a format', z.string().check(z.regex(/^P/, { error: 'invalid_format: As in P90D.' }))],
    ['a rule', z.string().check(z.refine(() => false, { error: 'invalid_format: As in P90D.' }))],
    ['a union', z.union([z.int(), z.boolean()], { error: 'invalid_format: As in P90D.' })],
  ])('%s may say what to write instead', (_, schema) => {
    const told = { pointer: '/field', code: 'invalid_format', detail: 'As in P90D.' }
    expect(errorsOf(field(schema), { field: '90 days' })).toEqual([told])
  })

  test('never repeats what was sent', () => {
    const secret = 'hunter2'
    const schema = z.strictObject({ a: z.int(), b: z.enum(['x']), c: z.string().check(z.maxLength(1)) })
    expect(JSON.stringify(errorsOf(schema, { a: secret, b: secret, c: secret }))).not.toContain(secret)
  })
})

describe('pointers', () => {
  test('go down objects and arrays', () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ name: z.string() })) })
    expect(wrong(schema, { list: [{ name: 'a' }, { name: 1, x: 1 }, {}] })).toEqual([
      '/list/1/name invalid_format',
      '/list/1/x unknown_field',
      '/list/2/name required',
    ])
  })

  test('are escaped (RFC 6901)', () => {
    expect(wrong(z.strictObject({}), { 'a/b': 1, 'm~n': 1, '': 1, '~1': 1 })).toEqual([
      '/a~1b unknown_field',
      '/m~0n unknown_field',
      '/ unknown_field',
      '/~01 unknown_field',
    ])
  })

  test('are empty for the whole body', () => {
    expect(wrong(z.object({}), [])).toEqual([' invalid_format'])
    expect(wrong(z.object({}), null)).toEqual([' required'])
  })

  test('begin with a question mark for a query', () => {
    const schema = z.strictObject({ status: z.array(z.enum(['active'])) })
    const pointers = errorsOf(schema, { status: ['x'], foo: '1' }, '?').map(({ pointer }) => pointer)
    expect(pointers).toEqual(['?status/0', '?foo'])
  })

  test('name the key of a record that is wrong', () => {
    expect(wrong(z.record(z.string().check(z.maxLength(3)), z.string()), { abcd: 'x', e: 1 })).toEqual([
      '/abcd too_long',
      '/e invalid_format',
    ])
  })
})

test('each field has one error, the first', () => {
  const text = z.string().check(z.maxLength(2), z.regex(/^a/, { error: 'domain_invalid' }))
  expect(wrong(field(text), { field: 'bbb' })).toEqual(['/field too_long'])
})

describe('discriminated unions', () => {
  const schema = z.discriminatedUnion('form', [
    z.strictObject({ form: z.literal('quick'), name: z.string() }),
    z.strictObject({ form: z.literal('organization'), domain: z.string() }),
  ])
  const choices = ['quick', 'organization']

  test.each([{}, { form: null }, { form: '' }])('R207: %j needs a form', (input) => {
    expect(errorsOf(schema, input)).toMatchObject([{ pointer: '/form', code: 'required', data: { choices } }])
  })

  test.each([{ form: 'x' }, { form: 1 }, { form: ['quick'] }, { form: 'toString' }])(
    'R207: %j has no known form',
    (input) => {
      expect(errorsOf(schema, input)).toMatchObject([{ pointer: '/form', code: 'invalid_choice', data: { choices } }])
    },
  )

  test('R207: looks at the fields of the form that was chosen', () => {
    expect(wrong(schema, { form: 'quick', domain: 'x' })).toEqual(['/name required', '/domain unknown_field'])
  })
})
