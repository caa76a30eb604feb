import type { ClientAccess, Item, Me, Output, ResourceName, Resources, Row } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { beginningOf, type Endpoint } from './contract-table.ts'
import { idOf } from './ids.ts'

/** A thing that is kept, whatever its resource. */
export type Stored = Record<string, unknown>

/** What is kept of a resource: the items of its list. Access has no id of its own, it is that of a client and a reseller. */
export type RecordOf<R extends string> = R extends 'access'
  ? ClientAccess
  : R extends ResourceName
    ? ItemOf<Resources[R]>
    : Stored

type ItemOf<Rows> = Rows extends { list: infer L extends Row } ? Item<L> : never
type SingleOf<R extends string> = R extends ResourceName
  ? Resources[R] extends { get: infer G extends Row }
    ? Output<G>
    : never
  : unknown

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
  records<R extends string>(resource: R): RecordOf<R>[]
  find<R extends string>(resource: R, id: string): RecordOf<R> | undefined
  /** What a resource is that there is one of, as the settings. */
  single<R extends string>(resource: R): SingleOf<R>
  setSingle(resource: string, value: unknown): void
  newId(prefix: string): string
  readonly kept: Map<string, KeptAnswer>
  readonly me: Me
  /** Whether the test said who is calling: then what they may do is worked out anew. */
  readonly isCallerGiven: boolean
  /** What is not as the test gave it any more: what may be done with it is worked out anew as well. */
  readonly changed: WeakSet<object>
}

/** What is there at first: for resources with a list its items, for the others the one answer. */
export type Beginning = Readonly<Record<string, unknown>>

/** Opens a store with what was given, and for what was not, with the examples of the contract. */
export function openStore(endpoints: readonly Endpoint[], given: Beginning, isCallerGiven: boolean): Store {
  const lists = new Map<string, unknown[]>()
  const singles = new Map<string, unknown>()
  for (const resource of new Set(endpoints.map((endpoint) => endpoint.resource))) {
    const beginning = beginningOf(endpoints, resource)
    if (!beginning) continue
    const first = structuredClone(given[resource] ?? beginning.example)
    if (Array.isArray(first)) lists.set(resource, first)
    else singles.set(resource, first)
  }
  let made = 0
  const records = <R extends string>(resource: R) => (lists.get(resource) ?? []) as RecordOf<R>[]
  const single = <R extends string>(resource: R) => singles.get(resource) as SingleOf<R>
  return {
    records,
    find: (resource, id) => records(resource).find((record) => idIn(record) === id),
    single,
    setSingle: (resource, value) => void singles.set(resource, value),
    newId: (prefix) => idOf(prefix, '01JS', ++made),
    kept: new Map(),
    me: single('me') ?? examples.me.get.output,
    isCallerGiven,
    changed: new WeakSet(),
  }
}

/** The id of a thing, where it has one. */
export function idIn(thing: unknown): string | undefined {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? String(thing.id) : undefined
}
