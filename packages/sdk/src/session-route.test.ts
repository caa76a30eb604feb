import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { sessionRoute, type SignedIn } from './session-route.ts'

const origin = 'https://panel.example.com'
const ada: SignedIn = {
  accountId: 'acc_01JZ8X2M4N6P8Q0R2S4T6V8W0X',
  role: 'reseller_sales',
  viewer: { id: 'u1', name: 'Ada' },
  signedInAt: new Date('2026-03-01T08:00:00Z'),
}
const session = { token: 'e.y.J', expiresAt: '2026-03-01T09:15:00.000Z' }

/** A route before an API that answers all alike, and what that was sent. */
function routeTo(response: () => Response, who: SignedIn | undefined = ada) {
  const sent: { body: unknown; headers: Headers }[] = []
  const client = createClient({
    baseUrl: 'http://clientele.test',
    apiKey: 'ck_live_0123456789abcdef',
    retries: 0,
    fetch: async (request) => {
      sent.push({ body: await request.json(), headers: request.headers })
      return response()
    },
  })
  const route = sessionRoute({ client, origins: [origin], whoIs: () => who, expiresIn: 600 })
  const post = (headers: Record<string, string> = { origin }, method = 'POST') =>
    route(new Request(`${origin}/clientele-session`, { method, headers }))
  return { post, sent }
}

const given = () => Response.json(session, { status: 201 })

test('asks for a session of whoever is signed in, for the page that asks and no other', async () => {
  const { post, sent } = routeTo(given)
  const response = await post({ origin, 'sec-fetch-site': 'same-origin' })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(session)
  expect(sent.map(({ body }) => body)).toEqual([
    {
      accountId: ada.accountId,
      role: 'reseller_sales',
      viewer: ada.viewer,
      origins: [origin],
      expiresIn: 600,
      authenticatedAt: '2026-03-01T08:00:00.000Z',
    },
  ])
})

test('no answer is kept by caches', async () => {
  const { post } = routeTo(given)
  const answers = [await post(), await post({}), await post({ origin }, 'PUT'), await routeTo(given).post()]
  for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store')
})

test.each<[string, Record<string, string>]>([
  ['another origin', { origin: 'https://elsewhere.example.com' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin', {}],
  ['an origin of ours named by a page elsewhere', { origin, 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same site', { origin, 'sec-fetch-site': 'same-site' }],
])('%s gets no token, and nobody is asked for one', async (_from, headers) => {
  const { post, sent } = routeTo(given)
  const response = await post(headers)
  expect([response.status, await response.json()]).toEqual([403, { error: 'wrong_origin' }])
  expect(sent).toEqual([])
})

test('only a POST makes a session: a link or an image cannot', async () => {
  const { post, sent } = routeTo(given)
  const response = await post({ origin }, 'GET')
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  expect(sent).toEqual([])
})

test('whoever is signed out gets none', async () => {
  const client = createClient({ baseUrl: 'http://clientele.test', apiKey: 'ck_live_0123456789abcdef' })
  const route = sessionRoute({ client, origins: [origin], whoIs: () => undefined })
  const response = await route(new Request(origin, { method: 'POST', headers: { origin } }))
  expect([response.status, await response.json()]).toEqual([401, { error: 'signed_out' }])
})

test('where the API gives no session, the page learns the request id and nothing else', async () => {
  const problem = {
    type: 'about:blank',
    title: 'x',
    status: 403,
    code: 'role_required',
    detail: 'ck_',
    requestId: 'req_1',
  }
  const refusal = () =>
    Response.json(problem, {
      status: 403,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_1' },
    })
  const response = await routeTo(refusal).post()
  expect([response.status, await response.json()]).toEqual([502, { error: 'no_session', requestId: 'req_1' }])
})

test.each([[[]], [['https://panel.example.com/']], [['panel.example.com']]])('refuses %j as origins', (origins) => {
  const client = createClient({ baseUrl: 'http://clientele.test', apiKey: 'ck_live_0123456789abcdef' })
  expect(() => sessionRoute({ client, origins, whoIs: () => ada })).toThrow(/`origins`/)
})
