import type { Me } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import type { Endpoint } from './contract-table.ts'
import { idOf } from './ids.ts'

/** A thing that is kept: whatever its resource, it has an id. */
export interface Stored extends Record<string, unknown> {
  id: string
}

/** An answer that was given to an idempotency key. */
interface KeptAnswer {
  request: string
  status: number
  body: unknown
  etag: string | undefined
}

/** What one set of handlers remembers. */
export interface Store {
  /** The things of a resource, oldest first. */
  records(resource: string): Stored[]
  find(resource: string, id: string): Stored | undefined
  /** What a resource is that there is one of, as the settings. */
  single(resource: string): unknown
  setSingle(resource: string, value: unknown): void
  newId(prefix: string): string
  readonly kept: Map<string, KeptAnswer>
  readonly me: Me
  /** Whether the test said who is calling: then what they may do is worked out anew. */
  readonly isCallerGiven: boolean
}

/** What is there at first: for resources with a list its items, for the others the one answer. */
export type Beginning = Readonly<Record<string, unknown>>

/** Opens a store with what was given, and for what was not, with the examples of the contract. */
export function openStore(endpoints: readonly Endpoint[], given: Beginning, isCallerGiven: boolean): Store {
  const lists = new Map<string, Stored[]>()
  const singles = new Map<string, unknown>()
  for (const { resource, name, row, example } of endpoints) {
    if (row.method !== 'GET' || row.path.includes('{')) continue
    const first = given[resource]
    if (row.paged && name === 'list')
      lists.set(resource, structuredClone(first ?? (example.output as { data: unknown }).data) as Stored[])
    else if (!row.paged) singles.set(resource, structuredClone(first ?? example.output))
  }
  let made = 0
  return {
    records: (resource) => lists.get(resource) ?? [],
    find: (resource, id) => lists.get(resource)?.find((record) => record.id === id),
    single: (resource) => singles.get(resource),
    setSingle: (resource, value) => void singles.set(resource, value),
    newId: (prefix) => idOf(prefix, '01JS', ++made),
    kept: new Map(),
    me: (singles.get('me') ?? examples.me.get.output) as Me,
    isCallerGiven,
  }
}
