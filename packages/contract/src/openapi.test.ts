import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { resources } from './resources.ts'
import type { Row } from './route.ts'

const document = openApiDocument()
const text = JSON.stringify(document)
const rows = Object.entries(resources).flatMap(([resource, table]) =>
  Object.entries<Row>(table).map(([name, row]) => ({ id: `${resource}.${name}`, row })),
)

test.each(rows)('$id is an operation with its errors', ({ id, row }) => {
  const methods = document.paths?.[row.path] as Record<string, { operationId: string; responses: object }> | undefined
  const operation = methods?.[row.method.toLowerCase()]
  expect(operation?.operationId).toBe(id)
  const responses = JSON.stringify(operation?.responses)
  for (const code of row.errors ?? []) expect(responses).toContain(`"${code}"`)
})

test('every reference leads somewhere, and every schema is referred to', () => {
  const wanted = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
  expect(new Set(Object.keys(document.components?.schemas ?? {}))).toEqual(wanted)
})

test('the variants of a new client are told apart by a discriminator', () => {
  expect(document.components?.schemas?.['CreateClient']).toMatchObject({ discriminator: { propertyName: 'form' } })
})

test('answers are open to new fields and values, requests are not', () => {
  const { Client, QuickClient } = document.components?.schemas ?? {}
  expect(Client).not.toHaveProperty('additionalProperties')
  expect(JSON.stringify(Client)).not.toContain('"enum"')
  expect(QuickClient).toHaveProperty('additionalProperties', false)
})

test('only writes take an idempotency key', () => {
  expect(takesKey('/clients', 'post')).toBe(true)
  expect(takesKey('/clients', 'get')).toBe(false)
  expect(takesKey('/clients/check', 'post')).toBe(false)
})

function takesKey(path: string, method: string): boolean {
  const methods = document.paths?.[path] as Record<string, unknown> | undefined
  return JSON.stringify(methods?.[method]).includes('"Idempotency-Key"')
}
