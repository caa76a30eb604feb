'use client'

import { useQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from './row-query.ts'

// what hardly ever changes while somebody looks at a screen
const seldom = 5 * 60_000

/** Who is calling and what they may do. */
export function useMe() {
  const { client, queryClient } = useClientele()
  return useQuery({ ...rowQuery(client, 'me', 'get'), staleTime: seldom }, queryClient)
}

/** The settings that decide what a valid client is. */
export function useSettings() {
  const { client, queryClient } = useClientele()
  return useQuery({ ...rowQuery(client, 'settings', 'get'), staleTime: seldom }, queryClient)
}

/** What the platform sells. */
export function useProductFamilies() {
  const { client, queryClient } = useClientele()
  return useQuery({ ...rowQuery(client, 'productFamilies', 'list', { limit: 200 }), staleTime: seldom }, queryClient)
}
