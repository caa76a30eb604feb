import type { Client } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { queryKeyOf } from './query-key.ts'
import { rowQuery } from './row-query.ts'

const shortPages = 4

type Pages = InfiniteData<{ data: readonly Client[] }>

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

/** After a client was added: it may stand anywhere, so long lists begin anew. */
export function clientAdded(loaded: Loaded): void {
  changeLists(loaded, (pages) => pages.slice(0, shortPages))
}

function changeLists({ clientele, queryClient }: Loaded, change: (pages: Pages['pages']) => Pages['pages']): void {
  const queryKey = queryKeyOf(clientele, 'clients')
  queryClient.setQueriesData<Pages>({ queryKey: queryKeyOf(clientele, 'clients', 'list', 'pages') }, (list) => {
    if (!list) return undefined
    const pages = change(list.pages)
    return { pages, pageParams: list.pageParams.slice(0, pages.length) }
  })
  void queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
  void queryClient.refetchQueries({ queryKey, type: 'active', predicate: isShort })
}

/** Whether loading a query again takes only a few requests. */
export function isShort(query: Pick<Query, 'state'>): boolean {
  const data: unknown = query.state.data
  const isList = typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
  return !isList || (data.pages as unknown[]).length <= shortPages
}
