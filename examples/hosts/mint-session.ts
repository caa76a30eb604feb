import type { Clientele } from '@clientele/sdk'
import { sessionRoute, type SignedIn } from '@clientele/sdk/session-route'
import { Hono } from 'hono'

/** What the host has already. */
export interface Host {
  /** With a secret key, so only ever in the backend. */
  client: Clientele
  /** The origin of the panel: a token that is stolen works from no other page. */
  origin: string
  /** Who sends a request, by the host's own cookie. */
  whoIs: (request: Request) => Promise<SignedIn | undefined>
}

/**
 * A host's app with the one route that the widgets need: it says who is looking at them. In the panel:
 *
 * @example
 * createClient({
 *   baseUrl: '/clientele',
 *   token: async () => (await fetch('/clientele-session', { method: 'POST' })).json(),
 * })
 */
export function createHost({ client, origin, whoIs }: Host): Hono {
  const route = sessionRoute({ client, origins: [origin], whoIs })
  const app = new Hono()
  app.post('/clientele-session', (c) => route(c.req.raw))
  return app
}
