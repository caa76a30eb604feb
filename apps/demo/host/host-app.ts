import { isApiError, isClienteleError, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import { Hono } from 'hono'
import { clientCard, clientViewer } from './client-desk.ts'
import { clockRoutes } from './clock-routes.ts'
import type { DemoClock } from './demo-clock.ts'
import { keyHolder } from './key-holder.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import { ownPagesOnly } from './own-pages.ts'
import { people, staffCards, type Person } from './people.ts'
import { fieldOf } from './read-field.ts'
import { signUpRoute } from './sign-up-route.ts'
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
export function createHost(server: ClienteleServer, vault: Vault, clock: DemoClock): HostApp {
  const app = new Hono()
  const platform = () => keyHolder(server, vault.content.platform?.secret)

  app.all('/v1/*', (c) => server.fetch(c.req.raw))
  app.use('/host/*', ownPagesOnly)
  app.route('/host/mails', mailboxRoutes(server))
  app.route('/host/clock', clockRoutes(clock, server))
  app.route('/host/accounts', signUpRoute(platform, vault))

  app.get('/host/people', async (c) => {
    const clients = await Promise.all(vault.content.desks.map((id) => platform().clients.get(id)))
    return c.json([...staffCards, ...clients.map(clientCard)])
  })

  /** Somebody sits down at a client's own desk, which is offered from then on. */
  app.post('/host/desks', async (c) => {
    const clientId = await fieldOf(c.req, 'clientId')
    const client = typeof clientId === 'string' ? await found(platform().clients.get(clientId)) : undefined
    if (!client) return c.json({ error: 'unknown_client' }, 404)
    if (!vault.content.desks.includes(client.id)) {
      vault.content.desks.push(client.id)
      await vault.save()
    }
    return c.json(clientCard(client), 201)
  })

  /** The client hands the hosting company a card. Clientele only learns that there is one (R11). */
  app.post('/host/payment-method', async (c) => {
    const clientId = await fieldOf(c.req, 'clientId')
    if (typeof clientId !== 'string' || !vault.content.desks.includes(clientId)) {
      return c.json({ error: 'unknown_client' }, 404)
    }
    await platform().clients.setPaymentMethod(clientId, { onFile: true })
    return c.body(null, 204)
  })

  app.post('/host/session', async (c) => {
    const chosen = await fieldOf(c.req, 'person')
    const { origin } = new URL(c.req.url)
    const person = people.find(({ id }) => id === chosen)
    const desk = vault.content.desks.find((id) => id === chosen)
    if (!person && desk === undefined) return c.json({ error: 'unknown_person' }, 404)
    try {
      const session = person ? staffSession(person, origin) : clientSession(platform(), desk ?? '', origin)
      return c.json(await session, 201)
    } catch (error) {
      if (!isClienteleError(error)) throw error
      return c.json({ error: 'no_session', requestId: error.requestId }, 502)
    }
  })

  return { fetch: async (request) => app.fetch(request) }

  /** Asks for a session with the key of the account that the person works in. */
  function staffSession(person: Person, origin: string) {
    const { accountId, secret } = accountOf(vault, person)
    return keyHolder(server, secret).sessions.create({
      accountId,
      viewer: { id: person.id, name: person.name, email: person.email },
      role: person.role,
      ...asSignedIn(origin),
    })
  }

  /** The platform vouches for a client's administrator: no reseller's key can, so that none lets itself in (R4). */
  async function clientSession(platform: Clientele, clientId: string, origin: string) {
    return platform.sessions.create({
      accountId: clientId,
      viewer: clientViewer(await platform.clients.get(clientId)),
      role: 'client_admin',
      administers: [clientId],
      identityKind: 'managed',
      ...asSignedIn(origin),
    })
  }

  /** Whoever is chosen has just signed in. */
  function asSignedIn(origin: string) {
    const authenticatedAt = new Date(clock.now().getTime() - 1000).toISOString()
    return { origins: [origin], expiresIn: sessionLifetime, authenticatedAt }
  }
}

async function found<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: unknown) => {
    if (isApiError(error, 'not_found') || isApiError(error, 'validation_failed')) return undefined
    throw error
  })
}

function accountOf({ content }: Vault, { reseller }: Person): { accountId: string; secret: string } {
  const account = reseller === null ? content.platform : content.resellers[reseller]
  const secret = account && ('secret' in account ? account.secret : account.keys.reseller_owner)
  if (!account || secret === undefined) throw new Error(`The demo has no key for ${reseller ?? 'the platform'}.`)
  return { accountId: account.accountId, secret }
}
