import { useEffect, useState } from 'react'
import type { PersonCard } from '../host/people.ts'

/** Who can be chosen, as the host's backend says. `null` where it did not answer. */
export function usePeople() {
  const [people, setPeople] = useState<readonly PersonCard[] | null>()
  useEffect(() => void fetchPeople().then(setPeople), [])
  return { people, retry: () => void fetchPeople().then(setPeople) }
}

async function fetchPeople(): Promise<PersonCard[] | null> {
  try {
    const response = await fetch('/host/people')
    return response.ok ? ((await response.json()) as PersonCard[]) : null
  } catch {
    return null
  }
}
