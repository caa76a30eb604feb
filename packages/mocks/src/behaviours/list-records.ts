import type { Behaviour, Surroundings } from '../answers/mock-call.ts'
import { Refusal } from '../refusal.ts'
import { idIn, type Stored } from '../store.ts'
import { clientIds } from './accounts/client-behind.ts'
import { isOwn } from './own-record.ts'
import { fold, matchesWords } from './text.ts'
import { viewOf } from './views.ts'

/** Query parameters that choose no records by their fields. */
const chooseNothing = new Set(['limit', 'cursor', 'q', 'sort', 'include', 'after'])

/** A call of a list. */
type Listing = Surroundings & { query: Readonly<Record<string, unknown>> }

/** Lists what is there: searched by beginnings of words, filtered by fields, sorted, a page at a time. */
export const listRecords: Behaviour = (call) => pageOf(call, call.store.records(call.endpoint.resource))

/** A page of these records, in the order in which they are given where the row has no other. */
export function pageOf<T extends object>(call: Listing, records: readonly T[]) {
  const { query } = call
  const { resource } = call.endpoint
  const all = records.filter((record) => isOwn(call, resource, record)).map((record) => viewOf(record, call))
  const found = sorted(call, chosen(call, all))
  const rest = found.slice(startOf(call, found))
  const limit = Number(query['limit'] ?? 50)
  const shown = rest.slice(0, limit)
  const include = Array.isArray(query['include']) ? query['include'] : []
  const last = shown.at(-1)
  return {
    data: include.includes('actions') ? shown : shown.map(withoutActions),
    nextCursor: rest.length > limit && last ? cursorTo(call, last) : null,
    ...(include.includes('total') ? { total: { count: found.length, accuracy: 'exact' as const } } : {}),
  }
}

function chosen<T extends object>(call: Listing, records: readonly T[]): T[] {
  const { clientId, ...others } = call.query
  const query: Listing['query'] =
    typeof clientId === 'string' ? { ...others, clientId: clientIds(call, clientId) } : call.query
  const filters = Object.entries(query).filter(([name, value]) => !chooseNothing.has(name) && value !== undefined)
  const after = query['after'] === undefined ? 0 : records.findIndex((record) => idIn(record) === query['after']) + 1
  return records
    .slice(after)
    .filter((record) => matchesWords(record, typeof query['q'] === 'string' ? query['q'] : ''))
    .filter((record) => filters.every(([name, wanted]) => hasValue(valueIn(record, name), wanted)))
}

/** `clientId` is also the id of a `client`. */
function valueIn(record: object, name: string): unknown {
  const { [name]: value, [name.replace(/Id$/, '')]: reference }: Stored = { ...record }
  return value ?? reference
}

/** Values of one filter are joined by or; a reference is found by its id. */
function hasValue(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => hasValue(value, one))
  if (Array.isArray(value)) return value.includes(wanted)
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id === wanted
  return value === wanted
}

function sorted<T extends object>({ endpoint, query }: Listing, records: T[]): T[] {
  const shape: object = endpoint.schemas.query?.shape ?? {}
  if (!('sort' in shape)) return records
  const sort = sortOf(query) ?? 'name'
  const key = sort.replace('-', '')
  // ids are made in order: what has the same name or time keeps the order in which it was made
  const ascending = records.toSorted(
    (a, b) => compare(textIn(a, key), textIn(b, key)) || compare(textIn(a, 'id'), textIn(b, 'id')),
  )
  return sort.startsWith('-') ? ascending.toReversed() : ascending
}

function sortOf({ sort }: Listing['query']): string | undefined {
  return typeof sort === 'string' ? sort : undefined
}

function textIn(record: object, key: string): string {
  const value = valueIn(record, key)
  return typeof value === 'string' ? fold(value) : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A cursor names the last record that was seen and the list it belongs to. */
function cursorTo(call: Listing, record: object): string {
  return btoa(`${listName(call)} ${idIn(record)}`)
}

function startOf(call: Listing, records: readonly object[]): number {
  const { cursor } = call.query
  if (typeof cursor !== 'string') return 0
  const [list, id] = decoded(cursor).split(' ')
  const index = records.findIndex((record) => idIn(record) === id)
  if (list === listName(call) && index >= 0) return index + 1
  throw new Refusal('cursor_invalid', 'The cursor does not belong to this list. Begin with the first page.', undefined)
}

function listName({ endpoint, query }: Listing): string {
  return `${endpoint.resource}/${sortOf(query) ?? ''}`
}

function decoded(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}

/** What an item shows only where it is asked for. */
function withoutActions<T extends object>(record: T): T {
  const rest = { ...record }
  Reflect.deleteProperty(rest, 'actions')
  return rest
}
