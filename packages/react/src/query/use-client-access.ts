'use client'

import type { ClientAccess, Propagating } from '@clientele/contract'
import { useQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from './row-query.ts'

/** How often what is on its way is looked at again, in milliseconds. */
const soon = 15_000

/**
 * The access of one reseller to one client. While a change is on its way it is looked at again and again, so that what
 * has taken effect shows by itself. Where the list of all resellers is there already, it begins with that. Until the
 * reseller is known, nothing is asked.
 */
export function useClientAccess(clientId: string, resellerId: string | undefined) {
  const { client, queryClient } = useClientele()
  const { queryKey: listKey } = rowQuery(client, 'access', 'list', clientId)
  return useQuery(
    {
      ...rowQuery(client, 'access', 'get', { id: clientId, resellerId: resellerId ?? '' }),
      enabled: resellerId !== undefined,
      initialData: () =>
        queryClient.getQueryData(listKey)?.resellers.find((access) => access.reseller.id === resellerId),
      initialDataUpdatedAt: () => queryClient.getQueryState(listKey)?.dataUpdatedAt,
      staleTime: 2000,
      refetchInterval: ({ state }) => (isOnItsWay(state.data) ? soon : false),
    },
    queryClient,
  )
}

function isOnItsWay(access: ClientAccess | undefined): boolean {
  if (!access) return false
  const waits = ({ propagation }: Propagating) => propagation !== 'in_sync'
  return (
    waits(access.allow) ||
    access.direct.some(waits) ||
    access.grants.some(({ status }) => status === 'activating' || status === 'ending')
  )
}
