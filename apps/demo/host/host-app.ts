import { createClient, isClienteleError } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import { Hono } from 'hono'
import { people, personCards, type Person } from './people.ts'
import type { Vault } from './vault.ts'

export interface HostApp {
  fetch(request: Request): Promise<Response>
}

/** Seconds. The SDK in the page gets a new one by itself before it ends. */
const sessionLifetime = 300

/**
 * The backend of the hosting company. A real one knows from its own sign-in who is asking; here the page says whom it has
 * chosen, and everything after that is as a host would do it.
 */
export function createHost(server: ClienteleServer, vault: Vault): HostApp {
  const app = new Hono()

  app.all('/v1/*', (c) => server.fetch(c.req.raw))

  app.get('/host/people', (c) => c.json(personCards, 200, { 'cache-control': 'no-store' }))

  app.post('/host/session', async (c) => {
    // a session is for our own pages: no other site may have one made, and none works elsewhere
    const own = new URL(c.req.url).origin
    if (c.req.header('origin') !== own || !isLoopback(own)) return c.json({ error: 'wrong_origin' }, 403)
    const body: unknown = await c.req.json().catch(() => null)
    const chosen = typeof body === 'object' && body !== null && 'person' in body ? body.person : undefined
    const person = people.find(({ id }) => id === chosen)
    if (!person) return c.json({ error: 'unknown_person' }, 404)
    try {
      return c.json(await mintSession(server, vault, person, own), 201, { 'cache-control': 'no-store' })
    } catch (error) {
      if (!isClienteleError(error)) throw error
      return c.json({ error: 'no_session', requestId: error.requestId }, 502)
    }
  })

  return { fetch: async (request) => app.fetch(request) }
}

/** Asks for a session with the key of the account that the person works in. */
function mintSession(server: ClienteleServer, vault: Vault, person: Person, origin: string) {
  const { accountId, secret } = accountOf(vault, person)
  const client = createClient({ baseUrl: origin, apiKey: secret, fetch: (request) => server.fetch(request) })
  return client.sessions.create({
    accountId,
    viewer: { id: person.id, name: person.name, email: person.email },
    role: person.role,
    origins: [origin],
    expiresIn: sessionLifetime,
    // whoever is chosen has just signed in
    authenticatedAt: new Date(Date.now() - 1000).toISOString(),
  })
}

function accountOf({ content }: Vault, { reseller }: Person): { accountId: string; secret: string } {
  const account = reseller === null ? content.platform : content.resellers[reseller]
  const secret = account && ('secret' in account ? account.secret : account.keys.reseller_owner)
  if (!account || secret === undefined) throw new Error(`The demo has no key for ${reseller ?? 'the platform'}.`)
  return { accountId: account.accountId, secret }
}

/** Names that cannot be pointed here from outside, as a rebound DNS name could. */
function isLoopback(origin: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(origin).hostname)
}
