import { createClient, type Clientele } from '@clientele/sdk'

/** Whom the API is asked for: a person who is signed in, the holder of a link from a mail, or a person who holds one. */
interface Who {
  person?: string | undefined
  link?: string | undefined
}

/** The API, by sessions from the host's backend: the SDK asks for a new one before each ends. */
export function clienteleFor({ person, link }: Who): Clientele {
  return createClient({
    baseUrl: window.location.origin,
    ...(link !== undefined && { link }),
    ...(person !== undefined && { token: () => fetchSession(person) }),
  })
}

async function fetchSession(person: string): Promise<{ token: string; expiresAt: string }> {
  const response = await fetch('/host/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  if (!response.ok) throw new Error(`The host made no session: ${response.status}`)
  return (await response.json()) as { token: string; expiresAt: string }
}
