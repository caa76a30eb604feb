'use client'

import type { Client } from '@clientele/contract'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'

/** Follows a client that has just been added until the platform has set it up. */
export function useSettingUp(added: Client | undefined): Client | undefined {
  const { client, queryClient } = useClientele()
  const isGoing = added?.status === 'provisioning'
  const { data } = useQuery(
    {
      ...rowQuery(client, 'clients', 'get', added?.id ?? ''),
      ...(isGoing ? {} : { queryFn: skipToken }),
      refetchInterval: ({ state }) => (state.data && state.data.status !== 'provisioning' ? false : 2000),
    },
    queryClient,
  )
  return isGoing ? (data ?? added) : added
}
