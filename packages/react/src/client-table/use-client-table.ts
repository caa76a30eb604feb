'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Client } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { useMe, useProductFamilies } from '../query/use-reads.ts'
import { isShort } from '../query/refresh-clients.ts'
import { rowPages } from '../query/row-query.ts'
import type { ClientSelection } from './client-selection.ts'
import { directionOf, narrows, sortedBy, type ClientTableQuery, type SortField } from './client-table-query.ts'
import { useClientSelection } from './use-client-selection.ts'
import { useControlled } from './use-controlled.ts'

export interface ClientTableOptions {
  /** Words, filters and order, where the host keeps them: in the address, for instance. */
  query?: ClientTableQuery | undefined
  /** Where the host does not keep them: what they are at first. */
  defaultQuery?: ClientTableQuery | undefined
  onQueryChange?: ((query: ClientTableQuery) => void) | undefined
  selection?: ClientSelection | undefined
  onSelectionChange?: ((selection: ClientSelection) => void) | undefined
  /** Clients a page, 1 to 200. @default 50 */
  pageSize?: number | undefined
  /** Asks for what may be done with each client, too. @default false */
  withActions?: boolean | undefined
}

const everything: ClientTableQuery = {}

/**
 * The list of clients without its looks: the query, the pages it gives, the selection, and what the caller may do.
 *
 * @example
 * const table = useClientTable({ defaultQuery: { status: ['suspended'] } })
 * return <ul>{table.rows.map((client) => <li key={client.id}>{client.name}</li>)}</ul>
 */
export function useClientTable(options: ClientTableOptions = {}) {
  const { client, queryClient } = useClientele()
  const [query, setQuery] = useControlled(options.query, options.defaultQuery ?? everything, options.onQueryChange)
  const me = useMe()
  const families = useProductFamilies()
  const include: ('total' | 'actions')[] = options.withActions ? ['total', 'actions'] : ['total']
  const list = useInfiniteQuery(
    {
      ...rowPages(client, 'clients', 'list', { ...query, limit: options.pageSize ?? 50, include }),
      placeholderData: keepPreviousData,
      // a list is loaded again page after page: fine for a few, not for hundreds unless something has changed
      refetchOnMount: (query) => isShort(query) || query.state.isInvalidated,
      refetchOnWindowFocus: isShort,
      refetchOnReconnect: isShort,
    },
    queryClient,
  )
  const rows = rowsOf(list.data?.pages)
  const total = list.data?.pages[0]?.total
  const { selection, onSelectionChange } = options
  const { hasNextPage: hasMore } = list
  const selected = useClientSelection({ selection, onSelectionChange, query, rows, total: total?.count, hasMore })

  const state = list.data
    ? rows.length > 0
      ? 'filled'
      : narrows(query)
        ? 'no-match'
        : 'empty'
    : list.isError
      ? isForbidden(list.error)
        ? 'forbidden'
        : 'failed'
      : 'loading'
  const moreError = list.isFetchNextPageError ? list.error : undefined

  return {
    state,
    query,
    setQuery,
    rows,
    /** Exact to 10,000, above that a lower bound. */
    total,
    /** The rows shown are those of the query before: the answer is on its way. */
    isChanging: list.isPlaceholderData,
    error: list.error,
    /** The server does not take the query: nothing to try again, but to clear. */
    isQueryRefused: isApiError(list.error, 'filter_invalid'),
    reload: () => void list.refetch(),
    hasMore,
    isLoadingMore: list.isFetchingNextPage,
    /** The next page could not be loaded. */
    moreError,
    loadMore: () => {
      // a cursor that has run out stays so: the list has to begin anew
      if (isApiError(moreError, 'cursor_invalid')) void list.refetch()
      else if (hasMore && !list.isFetchingNextPage) void list.fetchNextPage()
    },
    directionOf: (field: SortField) => directionOf(query, field),
    sortBy: (field: SortField) => setQuery(sortedBy(query, field)),
    families: families.data?.data ?? [],
    /** `undefined` until it is known. */
    mayAdd: me.data && Boolean(me.data.rights['clients.create']),
    ...selected,
  } as const
}

/** What {@link useClientTable} gives. */
export type ClientTableModel = ReturnType<typeof useClientTable>

const noRows: readonly Client[] = []
const rowsOfPages = new WeakMap<object, readonly Client[]>()

/** All of the pages in one: put together once, however often a long list is shown. */
function rowsOf(pages: readonly { data: readonly Client[] }[] | undefined): readonly Client[] {
  if (!pages) return noRows
  const rows = rowsOfPages.get(pages) ?? withoutRepeats(pages.flatMap((page) => page.data))
  rowsOfPages.set(pages, rows)
  return rows
}

/** A client that was renamed while pages came may be on two of them. */
function withoutRepeats(rows: readonly Client[]): readonly Client[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}
