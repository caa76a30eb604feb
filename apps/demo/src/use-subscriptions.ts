import { queryKeyOf, useClientele } from '@clientele/react'
import { useQuery } from '@tanstack/react-query'

/** The subscriptions of a client, as far as the one who is signed in sees them. */
export function useSubscriptions(clientId: string) {
  const { client, queryClient } = useClientele()
  const queryKey = queryKeyOf(client, 'subscriptions', 'list', 'of', clientId)
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.subscriptions.list({ clientId, limit: 200 }, { signal }),
    retry: false,
  })
  return { subscriptions: data?.data, reload: () => queryClient.invalidateQueries({ queryKey }) }
}
