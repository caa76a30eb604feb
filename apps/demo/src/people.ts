import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PersonCard } from '../host/people.ts'
import { askHost } from './ask-host.ts'
import type { NewAccount } from './sign-up.tsx'

const key = ['host', 'people']

/** Who can be chosen, as the host's backend says: `null` where it did not answer, `undefined` until it has. */
export function usePeople() {
  const queryClient = useQueryClient()
  const { data, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await askHost<PersonCard[]>('/host/people')) ?? null,
    staleTime: Infinity,
  })
  const put = (card: PersonCard | undefined): string | undefined => {
    if (!card) return undefined
    queryClient.setQueryData<PersonCard[] | null>(key, (before) =>
      before && !before.some(({ id }) => id === card.id) ? [...before, card] : before,
    )
    return card.id
  }
  return {
    people: data,
    retry: () => void refetch(),
    /** Sits down at a client's own desk. Gives the id of the person there. */
    takeDesk: async (clientId: string) => put(await askHost<PersonCard>('/host/desks', { clientId })),
    /** Becomes a customer of the hosting company. Gives the id of the person, where it took them. */
    signUp: async (account: NewAccount) => put(await askHost<PersonCard>('/host/accounts', account)),
  }
}
