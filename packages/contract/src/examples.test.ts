import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { createQuickClient, errorExamples, examples } from './examples.ts'
import { errorData } from './errors.schema.ts'
import { CreateClient } from './resources/clients.input.schema.ts'
import { crossFieldErrors } from './resources/clients.rules.ts'
import { Client } from './resources/clients.schema.ts'
import { resources } from './resources.ts'
import { schemasOf } from './resource-schemas.ts'

const rows = Object.entries(resources).flatMap(([resource, table]) =>
  Object.keys(table).map((row) => ({ resource, row, id: `${resource}.${row}` })),
)

const exampleOf = (resource: string, row: string) =>
  (examples as Record<string, Record<string, Record<string, unknown>>>)[resource]?.[row] ?? {}

describe.each(rows)('the example of $id', ({ resource, row }) => {
  test('has what the schemas of the row have, and is valid', () => {
    const schemas = Object.entries(schemasOf(resource, row)) as [string, z.ZodMiniType][]
    const example = exampleOf(resource, row)
    expect(Object.keys(example).toSorted()).toEqual(schemas.map(([part]) => part).toSorted())
    for (const [part, schema] of schemas) expect(z.safeParse(schema, example[part]).error, part).toBeUndefined()
  })

  test('shows answers as they are sent: nothing in them is dropped or changed by the schema', () => {
    const { output } = exampleOf(resource, row)
    expect(z.parse(schemasOf(resource, row).output, output)).toEqual(output)
  })
})

test.each(Object.keys(errorData) as (keyof typeof errorData)[])('the example data of %s is valid', (code) => {
  expect(z.safeParse(errorData[code], errorExamples[code]).error).toBeUndefined()
})

test('the example of the quick form is valid too', () => {
  expect(z.safeParse(CreateClient, createQuickClient.input).error).toBeUndefined()
  expect(z.parse(Client, createQuickClient.output)).toEqual(createQuickClient.output)
})

test('the clients that the examples add keep the rules across fields', () => {
  const rules = examples.settings.get.output.client
  for (const { input } of [examples.clients.create, createQuickClient])
    expect(crossFieldErrors(input, rules)).toEqual([])
})

test('the examples tell one story: the owner of the client is the reseller', () => {
  const owner = examples.clients.get.output.owner
  expect(owner).toEqual({ id: examples.resellers.get.output.id, name: examples.resellers.get.output.displayName })
  expect(examples.me.get.output.account.id).toBe(owner.id)
  expect(examples.apiKeys.list.output.data[0]?.accountId).toBe(owner.id)
})

test('what the examples sell, suggest and have is in their catalogue, and can be ordered by the client', () => {
  const { productFamilies, clients, orders, suggestions, subscriptions } = examples
  const skus = productFamilies.list.output.data.flatMap((family) => family.skus)
  const orderable = (id: string) => clients.list.output.data.find((one) => one.id === id)?.orderableSkus
  for (const { input } of [orders.create, suggestions.create]) {
    for (const { sku } of input.items) expect(orderable(input.clientId)).toContain(sku)
  }
  const items = [...suggestions.get.output.items, ...subscriptions.list.output.data]
  for (const { sku, name } of items) expect(skus).toContainEqual(expect.objectContaining({ key: sku, name }))
  const orderableSkus = clients.list.output.data.flatMap((client) => client.orderableSkus)
  expect(skus.map(({ key }) => key)).toEqual(expect.arrayContaining(orderableSkus))
})

test('all mail and host names of the examples are reserved ones', () => {
  const text = JSON.stringify([examples, errorExamples, createQuickClient])
  // manage@2 is a level
  for (const [, host] of text.matchAll(/(?:@(?!\d)|https?:\/\/)([\w.-]+)/g))
    expect(host).toMatch(/(^|\.)example\.(com|org)$/)
})
