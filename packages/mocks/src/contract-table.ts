import { resources, type Row, type Rows, type RowSchemas } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'

/** One believable call of a row. */
interface Example {
  params?: unknown
  query?: unknown
  input?: unknown
  output: unknown
}

/** A row with all that is known of it. */
export interface Endpoint {
  resource: string
  name: string
  row: Row
  schemas: RowSchemas
  example: Example
  /** What the examples say of the thing in this example, before the row does anything with it. */
  before: Readonly<Record<string, unknown>> | undefined
}

/** The tables that everything here is made from. */
interface Tables {
  resources: Readonly<Record<string, Rows>>
  schemasOf: (resource: string, row: string) => RowSchemas
  examples: Readonly<Record<string, Readonly<Record<string, Example>>>>
}

/** Every row of the tables, those with fixed addresses first: `/clients/check` is no client's id. */
export function endpointsOf(tables: Tables): Endpoint[] {
  const all = Object.entries(tables.resources).flatMap(([resource, rows]) =>
    Object.entries(rows).map(([name, row]) => {
      const example = tables.examples[resource]?.[name]
      if (!example)
        throw new Error(`Clientele: ${resource}.${name} has no example. Write one in its *.examples.ts file.`)
      const before = recordBefore(tables.examples[resource] ?? {}, example)
      return { resource, name, row, schemas: tables.schemasOf(resource, name), example, before }
    }),
  )
  return all.toSorted((a, b) => braces(a.row.path) - braces(b.row.path))
}

/** Every row of the API. */
export const contractEndpoints: readonly Endpoint[] = endpointsOf({ resources, schemasOf, examples })

/** The endpoint of a row of the contract. By address, not by identity: a bundle may hold the table twice. */
export function endpointOf(row: Row): Endpoint {
  const found = contractEndpoints.find((one) => one.row.method === row.method && one.row.path === row.path)
  if (found) return found
  throw new Error(
    `Clientele mocks: the contract has no row ${row.method} ${row.path}. Take rows from @clientele/contract, of the same version.`,
  )
}

/** What there is of a resource at first: its records, or the one thing it is. */
interface BeginningOf {
  example: unknown
  /** The schema of the whole, and how what is given stands in it. */
  schema: RowSchemas['output']
  wrap: (given: unknown) => unknown[]
}

/** Seen by its table: the items of a list, the one that can be read, or those that lie below another resource. */
export function beginningOf(endpoints: readonly Endpoint[], resource: string): BeginningOf | undefined {
  const own = endpoints.filter((endpoint) => endpoint.resource === resource && endpoint.row.method === 'GET')
  const list = own.find(({ name, row }) => name === 'list' && row.paged)
  if (list) {
    const { data } = Object(list.example.output) as { data?: unknown }
    return { example: data, schema: list.schemas.output, wrap: (given) => [{ data: given, nextCursor: null }] }
  }
  const get = own.find(({ name }) => name === 'get')
  if (!get) return undefined
  const { example, schemas, row } = get
  const isOne = !row.path.includes('{')
  return {
    example: isOne ? example.output : [example.output],
    schema: schemas.output,
    wrap: (given) => (isOne || !Array.isArray(given) ? [given] : (given as unknown[])),
  }
}

function braces(path: string): number {
  return path.split('{').length
}

function recordBefore(examples: Readonly<Record<string, Example>>, { output }: Example) {
  const id = idOf(output)
  if (id === undefined) return undefined
  const outputs = ['get', 'create', 'list'].map((name) => examples[name]?.output)
  const records = outputs.flatMap((known) => (known as { data?: unknown[] } | undefined)?.data ?? [known])
  return records.find((record) => idOf(record) === id) as Record<string, unknown> | undefined
}

function idOf(value: unknown): unknown {
  return (Object(value) as { id?: unknown }).id
}
