import type { ClientQuery } from '@clientele/contract'

/** What is asked of the list: words, filters and order. All of it fits into an address. */
export type ClientTableQuery = Omit<ClientQuery, 'cursor' | 'limit' | 'include'>

export const clientFilters = ['status', 'form', 'productFamily', 'subscriptionState', 'owner', 'tags'] as const

/** What a list can be narrowed by, value by value. */
export type ClientFilter = (typeof clientFilters)[number]

/** The query with one value of a filter added or taken away. */
export function withFilter(
  query: ClientTableQuery,
  filter: ClientFilter,
  value: string,
  isOn: boolean,
): ClientTableQuery {
  const others = valuesOf(query, filter).filter((other) => other !== value)
  const values = isOn ? [...others, value] : others
  const { [filter]: _, ...rest } = query
  return values.length === 0 ? rest : { ...rest, [filter]: values }
}

/** The values a filter lets through; none means all. */
export function valuesOf(query: ClientTableQuery, filter: ClientFilter): readonly string[] {
  return query[filter] ?? []
}

/** The query with other words. */
export function withSearch(query: ClientTableQuery, words: string): ClientTableQuery {
  const { q: _, ...rest } = query
  return words.trim() === '' ? rest : { ...rest, q: words.trim() }
}

/** How many values of filters are set. */
export function countFilters(query: ClientTableQuery): number {
  return clientFilters.reduce((count, filter) => count + valuesOf(query, filter).length, 0)
}

/** Whether two queries match the same clients, in whatever order. */
export function sameMatches(one: ClientTableQuery, other: ClientTableQuery): boolean {
  return matchesOf(one) === matchesOf(other)
}

function matchesOf(asking: ClientTableQuery): string {
  const { sort: _, ...query } = asking
  const asked = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}=${one}`))
  return JSON.stringify(asked.toSorted((a, b) => (a < b ? -1 : 1)))
}

/** Whether the query leaves anything out: then an empty answer does not mean that there are no clients. */
export function narrows(query: ClientTableQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== 'sort' && value !== undefined)
}

export type SortField = 'name' | 'createdAt' | 'updatedAt'

/** How a column is sorted now, for `aria-sort`. Without a choice, names go up; with words, the best match comes first. */
export function directionOf(query: ClientTableQuery, field: SortField): 'ascending' | 'descending' | 'none' {
  const sort = query.sort ?? (query.q === undefined ? 'name' : undefined)
  if (sort === field) return 'ascending'
  return sort === `-${field}` ? 'descending' : 'none'
}

/** The query after a press on the header of a column: up, then down. */
export function sortedBy(query: ClientTableQuery, field: SortField): ClientTableQuery {
  return { ...query, sort: directionOf(query, field) === 'ascending' ? `-${field}` : field }
}
