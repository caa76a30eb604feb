import type { AccessRequest } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import type { QueryClient } from '@tanstack/react-query'
import { queryKeyOf } from './query-key.ts'
import { isShort } from './refresh-clients.ts'
import { rowQuery } from './row-query.ts'

interface Loaded {
  clientele: Clientele
  queryClient: QueryClient
}

/** After a request was sent or changed: it is put in place at once; what else speaks of it is loaded again. */
export function requestChanged({ clientele, queryClient }: Loaded, request: AccessRequest): void {
  const { queryKey: own } = rowQuery(clientele, 'accessRequests', 'get', request.id)
  queryClient.setQueryData(own, request)
  for (const resource of ['accessRequests', 'access', 'clients'] as const) {
    const queryKey = queryKeyOf(clientele, resource)
    const isOwn = (key: readonly unknown[]) => JSON.stringify(key) === JSON.stringify(own)
    void queryClient.invalidateQueries({ queryKey, refetchType: 'none', predicate: (query) => !isOwn(query.queryKey) })
    void queryClient.refetchQueries({
      queryKey,
      type: 'active',
      predicate: (query) => !isOwn(query.queryKey) && isShort(query),
    })
  }
}
