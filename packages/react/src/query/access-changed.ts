import type { ClientAccess } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import type { QueryClient } from '@tanstack/react-query'
import { queryKeyOf } from './query-key.ts'
import { isShort } from './refresh-clients.ts'
import { rowQuery } from './row-query.ts'

interface Loaded {
  clientele: Clientele
  queryClient: QueryClient
}

/** After a change of access: what was answered is put in place at once; what else speaks of it is loaded again. */
export function accessChanged({ clientele, queryClient }: Loaded, ...changed: readonly ClientAccess[]): void {
  const put = changed.map((access) => {
    const { queryKey } = rowQuery(clientele, 'access', 'get', { id: access.clientId, resellerId: access.reseller.id })
    queryClient.setQueryData(queryKey, access)
    return queryKey
  })
  const isPut = (key: readonly unknown[]) => put.some((one) => JSON.stringify(one) === JSON.stringify(key))
  for (const resource of ['access', 'accessGrants', 'clients'] as const) {
    const queryKey = queryKeyOf(clientele, resource)
    void queryClient.invalidateQueries({
      queryKey,
      refetchType: 'none',
      predicate: (query) => !isPut(query.queryKey),
    })
    void queryClient.refetchQueries({
      queryKey,
      type: 'active',
      predicate: (query) => !isPut(query.queryKey) && isShort(query),
    })
  }
}
