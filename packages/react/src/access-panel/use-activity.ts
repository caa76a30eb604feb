'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { rowPages } from '../query/row-query.ts'

/** What was done at a client, page after page, the newest first; of one reseller where one is chosen (N8). */
export function useActivity(clientId: string, resellerId: string) {
  const { client, queryClient } = useClientele()
  const query = { limit: 20, ...(resellerId === '' ? {} : { resellerId }) }
  const pages = useInfiniteQuery(rowPages(client, 'access', 'activity', query, clientId), queryClient)
  return {
    events: pages.data?.pages.flatMap(({ data }) => data),
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    more: () => void pages.fetchNextPage(),
    error: pages.isError ? pages.error : undefined,
    reload: () => void pages.refetch(),
  }
}
