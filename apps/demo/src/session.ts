import { createClient, type Clientele } from '@clientele/sdk'

/** The API for one person, by sessions from the host's backend. The SDK asks for a new one before each ends. */
export function clienteleFor(person: string): Clientele {
  return createClient({
    baseUrl: window.location.origin,
    token: async () => {
      const response = await fetch('/host/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      })
      if (!response.ok) throw new Error(`The host made no session: ${response.status}`)
      return (await response.json()) as { token: string; expiresAt: string }
    },
  })
}
