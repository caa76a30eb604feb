import type { Capability, ClientAccess, Item, Me, Output, ResourceName, Resources, Row } from '@clientele/contract'
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

/** That a client was asked for access by mail. */
interface Asking {
  clientId: string
  resellerId: string
  mailbox: string
  at: string
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
  /** Whoever is calling. */
  readonly me: Me
  /** Whether the test said who is calling: then what they may do is worked out anew. */
  readonly isCallerGiven: boolean
  /** Others who call, by their token. */
  readonly callers: Callers
  /** Whether this is one of them. */
  readonly isNamed: boolean
  /** What is not as the test gave it any more: what may be done with it is worked out anew as well. */
  readonly changed: WeakSet<object>
  /** The ids of switches, by client and reseller: they show in events and propagations alone. */
  readonly policyIds: Map<string, string>
  /** What clients agreed to beside what they had, by grant, until it was seen to be in effect. */
  readonly agreed: Map<string, readonly Capability[]>
  /** Requests that somebody has reminded of, with the time they were sent: once each time is enough. */
  readonly reminded: Set<string>
  /** When receipts were made, by their id. */
  readonly receiptTimes: Map<string, string>
  /** The resellers whose business events are, by the ids of these. */
  readonly eventOwners: Map<string, string>
  /** The links that were taken back. */
  readonly deadLinks: Set<string>
  /** What was made or sent here, and so goes by the clock. What a test gave stays as it gave it. */
  readonly timed: WeakSet<object>
  /** What has become of these accesses: of others a test said it with their client. */
  readonly settled: WeakSet<object>
  /** Each time somebody was asked for access. */
  readonly askings: Asking[]
  /** How often a test says that a client was asked, by client and reseller. */
  readonly askedBefore: Map<string, number>
  /** Mailboxes from which mail came back, or where none is wanted, and those that were opened again. */
  readonly mailboxes: Map<string, 'bounced' | 'complained' | 'open'>
  /** When each request is reminded of next by the clock. */
  readonly reminders: Map<string, string>
  /** The notices before the end of each grant that were sent, or came too late to be sent. */
  readonly noticesSent: Map<string, readonly string[]>
  /** The accounts behind records that resellers typed, by the ids of these (R32). */
  readonly aliases: Map<string, string>
}

/** What is there at first: for resources with a list its items, for the others the one answer. */
export type Beginning = Readonly<Record<string, unknown>>

/** Who is calling, by their token. */
type Callers = Readonly<Record<string, Me>>

/** Opens a store with what was given, and for what was not, with the examples of the contract. */
export function openStore(
  endpoints: readonly Endpoint[],
  given: Beginning,
  { isCallerGiven, callers }: Pick<Store, 'isCallerGiven' | 'callers'>,
): Store {
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
    callers,
    isNamed: false,
    changed: new WeakSet(),
    policyIds: new Map(),
    agreed: new Map(),
    reminded: new Set(),
    receiptTimes: new Map(),
    eventOwners: new Map(),
    deadLinks: new Set(),
    timed: new WeakSet(),
    settled: new WeakSet(),
    askings: [],
    askedBefore: new Map(),
    mailboxes: new Map(),
    reminders: new Map(),
    noticesSent: new Map(),
    aliases: new Map(),
  }
}

/** The same for one of the others who call. */
export function storeOf(store: Store, token: string): Store {
  const me = Object.hasOwn(store.callers, token) ? store.callers[token] : undefined
  if (!me) return store
  const single = <R extends string>(resource: R) => (resource === 'me' ? me : store.single(resource)) as SingleOf<R>
  return { ...store, me, single, isCallerGiven: true, isNamed: true }
}

/** The id of a thing, where it has one. */
export function idIn(thing: unknown): string | undefined {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? String(thing.id) : undefined
}
