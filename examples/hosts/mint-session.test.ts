import { createClient, type Clientele } from '@clientele/sdk'
import { createServer } from '@clientele/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedIn } from '@clientele/sdk/session-route'
import { createHost } from './mint-session.ts'

const origin = 'https://panel.example.com'
const baseUrl = 'http://clientele.test'
const server = createServer({ database: 'memory:', checkAnswers: true })
const send = (request: Request) => server.fetch(request)

let backend: Clientele
let resellerId: string

beforeAll(async () => {
  const platform = await server.bootstrap({ name: 'Example Hosting' })
  backend = createClient({ baseUrl, apiKey: platform?.secret ?? '', fetch: send })
  const reseller = await backend.resellers.create({ displayName: 'Northwind', publicIdentifier: 'northwind' })
  resellerId = reseller.id
})
afterAll(() => server.close())

function ask(person: Partial<SignedIn> | undefined, from = origin) {
  const signedInAt = new Date(Date.now() - 60_000)
  const whole = person && {
    viewer: { id: 'u1', name: 'Ada' },
    accountId: resellerId,
    role: 'reseller_sales' as const,
    signedInAt,
    ...person,
  }
  const host = createHost({ client: backend, origin, whoIs: () => Promise.resolve(whole) })
  return host.request('/clientele-session', { method: 'POST', headers: { origin: from } })
}

/** The panel's page in a browser. */
function panel(from = origin) {
  return createClient({
    baseUrl,
    token: async () => (await (await ask({})).json()) as { token: string; expiresAt: string },
    fetch: (request) => {
      const sent = new Request(request)
      sent.headers.set('origin', from)
      return send(sent)
    },
  })
}

test('the widgets of the panel work as the person in front of them', async () => {
  expect(await panel().me.get()).toMatchObject({ account: { id: resellerId }, role: 'reseller_sales' })
  const added = await panel().clients.create({ form: 'quick', person: { firstName: 'Grace', lastName: 'Hopper' } })
  expect(added.owner.id).toBe(resellerId)
})

test('the token works on no other page', async () => {
  await expect(panel('https://elsewhere.example.com').me.get()).rejects.toMatchObject({ code: 'origin_not_allowed' })
})

test('a page elsewhere gets no token, nor does somebody who is signed out', async () => {
  expect((await ask({}, 'https://elsewhere.example.com')).status).toBe(403)
  expect((await ask(undefined)).status).toBe(401)
})

test('a token is not kept by caches, and ends by itself', async () => {
  const response = await ask({})
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { expiresAt } = (await response.json()) as { expiresAt: string }
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(900_000)
})
