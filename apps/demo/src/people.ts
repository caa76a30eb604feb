import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PersonCard } from '../host/people.ts'
import { askHost } from './ask-host.ts'

const key = ['host', 'people']

/** Who can be chosen, as the host's backend says: `null` where it did not answer, `undefined` until it has. */
export function usePeople() {
  const queryClient = useQueryClient()
  const { data, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await askHost<PersonCard[]>('/host/people')) ?? null,
    staleTime: Infinity,
  })
  return {
    people: data,
    retry: () => void refetch(),
    /** Sits down at a client's own desk. Gives the id of the person there. */
    takeDesk: async (clientId: string): Promise<string | undefined> => {
      const card = await askHost<PersonCard>('/host/desks', { clientId })
      if (!card) return undefined
      queryClient.setQueryData<PersonCard[] | null>(key, (before) =>
        before && !before.some(({ id }) => id === card.id) ? [...before, card] : before,
      )
      return card.id
    },
  }
}
