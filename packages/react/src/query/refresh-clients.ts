import type { Client } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { queryKeyOf } from './query-key.ts'
import { rowQuery } from './row-query.ts'

const shortPages = 4

type Total = { count: number; accuracy: 'exact' | 'at_least' } | undefined
type Pages = InfiniteData<{ data: readonly Client[]; total?: Total }>

interface Loaded {
  clientele: Clientele
  queryClient: QueryClient
}

/**
 * After a change: the record is put in place at once, and lists are loaded again where they are short. Long ones, which
 * would be asked for page after page, are when they are next shown.
 */
export function clientChanged({ clientele, queryClient }: Loaded, client: Client): void {
  const put = (row: Client) => (row.id === client.id ? { ...row, ...client } : row)
  queryClient.setQueryData(rowQuery(clientele, 'clients', 'get', client.id).queryKey, client)
  changeLists({ clientele, queryClient }, (pages) => pages.map((page) => ({ ...page, data: page.data.map(put) })))
}

/**
 * After a client was added: short lists are loaded again. In long ones, which keep all their pages, it stands first
 * until they are: nobody has to look for it. Where a list is narrowed only the server knows whether it belongs there.
 */
export function clientAdded({ clientele, queryClient }: Loaded, client: Client): void {
  const total = (known: Total) => known && { ...known, count: known.count + 1 }
  changeLists({ clientele, queryClient }, (pages, query) =>
    isNarrowed(query) || pages.length <= shortPages
      ? pages
      : pages.map((page, at) =>
          at === 0 ? { ...page, data: [client, ...page.data], total: total(page.total) } : page,
        ),
  )
}

const isOfAll = new Set(['limit', 'include', 'sort'])

/** Whether a list was asked for less than all clients. */
function isNarrowed(query: unknown): boolean {
  return Object.entries(query ?? {}).some(([name, value]) => value !== undefined && !isOfAll.has(name))
}

function changeLists(
  { clientele, queryClient }: Loaded,
  change: (pages: Pages['pages'], query: unknown) => Pages['pages'],
): void {
  const queryKey = queryKeyOf(clientele, 'clients')
  const lists = { queryKey: queryKeyOf(clientele, 'clients', 'list', 'pages') }
  for (const [key, list] of queryClient.getQueriesData<Pages>(lists))
    if (list) queryClient.setQueryData<Pages>(key, { ...list, pages: change(list.pages, key.at(-1)) })
  void queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
  void queryClient.refetchQueries({ queryKey, type: 'active', predicate: isShort })
}

/** Whether loading a query again takes only a few requests. */
export function isShort(query: Pick<Query, 'state'>): boolean {
  const data: unknown = query.state.data
  const isList = typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
  return !isList || (data.pages as unknown[]).length <= shortPages
}
