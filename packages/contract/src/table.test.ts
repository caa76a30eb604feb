import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { errorData } from './errors.schema.ts'
import { commonErrors, errors, fieldCodes, type ErrorCode } from './errors.ts'
import { pageQuery } from './page.schema.ts'
import { schemasOf } from './resource-schemas.ts'
import { clientActions } from './resources/clients.schema.ts'
import { resources } from './resources.ts'
import { rights } from './rights.ts'
import type { Row } from './route.ts'

const rows = Object.entries(resources).flatMap(([resource, table]) =>
  Object.entries<Row>(table).map(([name, row]) => ({ id: `${resource}.${name}`, resource, name, row })),
)

const keysOf = (schema: z.ZodMiniType | undefined) =>
  schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []

describe.each(rows)('$id', ({ resource, name, row }) => {
  const schemas = schemasOf(resource, name)

  test('has its schemas', () => {
    expect(schemas.output).toBeDefined()
    expect(Object.keys(schemas).filter((part) => !['params', 'query', 'input', 'output'].includes(part))).toEqual([])
  })

  test('is paged where its answer is a page, and takes limit and cursor then', () => {
    const isPage = keysOf(schemas.output).includes('nextCursor')
    expect(row.paged ?? false).toBe(isPage)
    expect(isPage && !keysOf(schemas.output).includes('data')).toBe(false)
    expect(['limit', 'cursor'].every((key) => keysOf(schemas.query).includes(key))).toBe(isPage)
    for (const code of ['filter_invalid', 'cursor_invalid'] as const) {
      expect(row.errors?.includes(code) ?? false).toBe(isPage)
    }
  })

  test('has the parameters of its path, and no others', () => {
    const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)
    expect(keysOf(schemas.params)).toEqual(inPath)
  })

  test('has a path of kebab-case segments', () => {
    expect(row.path).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-z]\w*\}))+$/)
  })

  test('takes a body only where it is not read, and a query only where it is', () => {
    expect(row.method === 'GET' ? schemas.input : schemas.query).toBeUndefined()
    expect(row.reads === true && row.method !== 'POST').toBe(false)
  })

  test('names validation_failed where it takes a body, and etag_mismatch where it changes what has an etag', () => {
    expect(row.errors?.includes('validation_failed') ?? false).toBe(schemas.input !== undefined)
    const changes = row.method === 'PUT' || row.method === 'PATCH'
    const hasVersion = keysOf(schemas.output).includes('etag')
    const says = row.errors?.includes('etag_mismatch') ?? false
    // what is done to a resource by POST may take a version, and what replaces one always does
    expect(says).toBe(hasVersion && (changes || (says && row.method !== 'GET')))
  })

  test('refuses unknown fields in query and body', () => {
    const taken = [schemas.query, schemas.input].filter((schema) => schema !== undefined)
    const silent = taken.filter((schema) => {
      const issues = z.safeParse(schema, { form: 'quick', noSuchField: 1 }).error?.issues ?? []
      return !issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes('noSuchField'))
    })
    expect(silent).toEqual([])
  })

  test('has a sensible status', () => {
    const makes = name === 'create' || name === 'record'
    expect(row.status ?? 200).toBe(makes ? 201 : 200)
    expect(makes && row.method !== 'POST').toBe(false)
  })

  test('names errors that there are, each once, and none that every row can answer with', () => {
    const named = row.errors ?? []
    expect(new Set(named).size).toBe(named.length)
    for (const code of named) {
      expect(errors).toHaveProperty(code)
      expect(commonErrors).not.toContain(code)
    }
  })

  test('is guarded by a right that there is, and asks for a step-up where it says so', () => {
    expect([row.right, row.link, row.public].filter((guard) => guard !== undefined)).toHaveLength(1)
    expect(row.right === undefined || row.right in rights).toBe(true)
    expect(row.errors?.includes('step_up_required') ?? false).toBe(row.stepUp ?? false)
  })
})

test('a secret answer is one that has a secret in it', () => {
  const secret = rows.filter(({ resource, name }) =>
    keysOf(schemasOf(resource, name).output).some((key) => key === 'secret' || key === 'token'),
  )
  expect(rows.filter(({ row }) => row.secret).map(({ id }) => id)).toEqual(secret.map(({ id }) => id))
})

test('what can be done with one client is what its rows do, so `actions` misses none', () => {
  const ofOne = rows.filter(({ resource, row }) => resource === 'clients' && row.path.startsWith('/clients/{id}'))
  const actions = ofOne.filter(({ row }) => row.method !== 'GET').map(({ name }) => name)
  expect([...actions, 'requestAccess'].toSorted()).toEqual(clientActions.toSorted())
})

test('no two rows have the same method and path', () => {
  const addresses = rows.map(({ row }) => `${row.method} ${row.path.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})

test('no parameter takes the place of a word in another row: /clients/check is no client', () => {
  const shadowed = rows.flatMap(({ row, resource, name }) => {
    const pattern = new RegExp(`^${row.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    return rows.filter(({ row: { path } }) => {
      const groups = path === row.path ? undefined : pattern.exec(path)?.groups
      return groups !== undefined && z.safeParse(schemasOf(resource, name).params ?? z.never(), groups).success
    })
  })
  expect(shadowed).toEqual([])
})

test.each(Object.keys(errors) as ErrorCode[])(
  'the error %s has a snake_case code, a status, a title and a schema',
  (code) => {
    const { status, title, retryable } = errors[code]
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(errorData).toHaveProperty(code)
    // what is wrong with a request stays wrong when it is sent again; of conflicts, some pass
    expect(retryable ?? false).toBe(
      status === 409
        ? ['idempotency_in_progress', 'propagation_pending'].includes(code)
        : status === 429 || status >= 500,
    )
  },
)

test('every error has the schema of its data, and no schema is left over', () => {
  expect(Object.keys(errorData).toSorted()).toEqual(Object.keys(errors).toSorted())
})

test('every error is named by a row, is common to all, or comes before a row is found', () => {
  const beforeRows: ErrorCode[] = [
    'method_not_allowed',
    'payload_too_large',
    'unsupported_media_type',
    'idempotency_in_progress',
    'idempotency_key_reused',
  ]
  const named = new Set<ErrorCode>([...commonErrors, ...beforeRows, ...rows.flatMap(({ row }) => row.errors ?? [])])
  expect(Object.keys(errors).filter((code) => !named.has(code as ErrorCode))).toEqual([])
})

test('field codes are snake_case, and each is there once', () => {
  expect(new Set(fieldCodes).size).toBe(fieldCodes.length)
  for (const code of fieldCodes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

describe('limit', () => {
  const query = z.strictObject(pageQuery)

  test.each([
    [{}, 50],
    [{ limit: undefined }, 50],
    [{ limit: '1' }, 1],
    [{ limit: '200' }, 200],
    [{ limit: 10 }, 10],
  ])('takes %j as %j', (input, limit) => {
    expect(z.parse(query, input).limit).toBe(limit)
  })

  test.each([
    '',
    ' ',
    'abc',
    '1e2',
    '0x10',
    ' 5',
    '5 ',
    '5.0',
    '+5',
    '-1',
    '0',
    '201',
    '9'.repeat(400),
    'Infinity',
    'NaN',
    '٥',
  ])('refuses %j', (limit) => {
    expect(z.safeParse(query, { limit }).success).toBe(false)
  })

  test.each([0, 201, 1.5, Number.NaN, Infinity, true, null, [], ['5'], ['5', '6'], {}])(
    'refuses the value %j',
    (limit) => {
      expect(z.safeParse(query, { limit }).success).toBe(false)
    },
  )
})
