import { createClient, isClienteleError, type Clientele } from '@clientele/sdk'
import { createServer, type ClienteleServer } from '@clientele/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMe } from './factories/accounts-and-keys.ts'
import { handlers } from './handlers.ts'
import { mockFetch } from './mock-fetch.ts'

const baseUrl = 'http://clientele.test'
const nobody = 'acc_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const person = { firstName: 'Ada', lastName: 'Holt' }
const organization = {
  form: 'organization',
  name: 'Blue Ocean GmbH',
  productFamily: 'google_workspace',
  customerType: 'domain',
  primaryDomain: 'blue-ocean.example.com',
  primaryEmail: 'admin@blue-ocean.example.com',
  secondaryEmail: 'blue@example.org',
  admin: { firstName: 'Ines', lastName: 'Imhof', username: 'ines' },
  postalAddress: { countryCode: 'DE', line1: 'Kai 1', locality: 'Hamburg', postalCode: '20457' },
} as const
const other = {
  ...organization,
  name: 'Other',
  primaryEmail: 'x@other.example.com',
  primaryDomain: 'other.example.com',
}

type Known = Record<string, { id: string; etag: string }>
type Step = (api: Clientele, known: Known) => Promise<unknown>
type Send = (request: Request) => Promise<Response>

/** The same calls to both, in this order; what an earlier one made is known by its name. */
const steps: Record<string, Step> = {
  'settings.get': (api) => api.settings.get(),
  'settings.update without the right': (api) => api.settings.update({ tree: { maxDepth: 3 } }),
  'productFamilies.list': (api) => api.productFamilies.list({ limit: 200 }),
  'me.get': (api) => api.me.get(),
  'clients.list of none': (api) => api.clients.list({ include: ['total'] }),
  'clients.check of a free domain': (api) =>
    api.clients.check({
      form: 'organization',
      name: 'Blue Ocean GmbH',
      customerType: 'domain',
      primaryDomain: 'blue-ocean.example.com',
    }),
  quick: (api) =>
    api.clients.create(
      { form: 'quick', person, tags: ['vip'], description: 'Calls on Mondays.' },
      { idempotencyKey: 'q1' },
    ),
  'R77: quick again with its key': (api) =>
    api.clients.create(
      { form: 'quick', person, tags: ['vip'], description: 'Calls on Mondays.' },
      { idempotencyKey: 'q1' },
    ),
  'another body under that key': (api) =>
    api.clients.create({ form: 'quick', person, tags: [] }, { idempotencyKey: 'q1' }),
  organization: (api) => api.clients.create({ ...organization, externalIds: [{ system: 'crm', id: 'K-1' }] }),
  'R53: a duplicate by name': (api) => api.clients.create({ form: 'quick', person }),
  'a duplicate that is accepted': (api) => api.clients.create({ form: 'quick', person, acceptDuplicate: true }),
  'a domain that is taken': (api) =>
    api.clients.create({ ...other, primaryDomain: 'blue-ocean.example.com', primaryEmail: 'o@blue-ocean.example.com' }),
  'an external id that is taken': (api) =>
    api.clients.create({
      form: 'quick',
      person: { firstName: 'B', lastName: 'C' },
      externalIds: [{ system: 'crm', id: 'K-1' }],
    }),
  'R58: no second address': (api) => {
    const { secondaryEmail: _secondaryEmail, ...rest } = other
    return api.clients.create(rest)
  },
  'R59: a second address on the domain': (api) =>
    api.clients.create({ ...other, secondaryEmail: 'me@other.example.com' }),
  'R46: a team for the wrong product': (api) => {
    const { primaryDomain: _primaryDomain, ...rest } = other
    return api.clients.create({ ...rest, customerType: 'team' })
  },
  team: (api) => {
    const { primaryDomain: _primaryDomain, ...rest } = other
    return api.clients.create({ ...rest, name: 'Team', customerType: 'team', productFamily: 'workspace_essentials' })
  },
  'an unknown product family': (api) => api.clients.create({ ...other, productFamily: 'nosuch' }),
  'no name and an unknown field': (api) => api.clients.create({ form: 'quick', person: {}, nosuch: 1 } as never),
  'for an owner who is not there': (api) => api.clients.create({ form: 'quick', person, ownerId: nobody }),
  'clients.get': (api, known) => api.clients.get(known['organization']?.id ?? ''),
  'clients.get of nobody': (api) => api.clients.get(nobody),
  'clients.list by name': (api) => api.clients.list({ include: ['total', 'actions'] }),
  'clients.list, a page': (api) => api.clients.list({ limit: 2, sort: '-createdAt' }),
  'clients.list by words': (api) => api.clients.list({ q: 'oce blue', sort: 'name' }),
  'clients.list by no word': (api) => api.clients.list({ q: 'nosuchword' }),
  'clients.list by tag and form': (api) =>
    api.clients.list({ tags: ['vip'], form: ['quick'], subscriptionState: ['none'] }),
  'clients.list with a wrong filter': (api) => api.clients.list({ status: ['asleep'] } as never),
  'clients.list with an unknown option': (api) => api.clients.list({ nosuch: 'x' } as never),
  'clients.list with a wrong cursor': (api) => api.clients.list({ cursor: 'nosuch' }),
  'clients.check of a taken domain': (api) =>
    api.clients.check({
      form: 'organization',
      name: 'Blue Ocean GmbH',
      customerType: 'domain',
      primaryDomain: 'blue-ocean.example.com',
    }),
  'clients.update': (api, known) =>
    api.clients.update(
      known['organization']?.id ?? '',
      { phone: '+49 40 5551234' },
      { ifMatch: known['organization']?.etag ?? '' },
    ),
  'clients.update of an old version': (api, known) =>
    api.clients.update(
      known['organization']?.id ?? '',
      { phone: null },
      { ifMatch: known['organization']?.etag ?? '' },
    ),
  'clients.update that changes nothing': (api, known) =>
    api.clients.update(known['organization']?.id ?? '', { phone: '+49405551234' }),
  'R62: clients.update that makes another field wrong': (api, known) =>
    api.clients.update(known['organization']?.id ?? '', { secondaryEmail: 'x@blue-ocean.example.com' }),
  'clients.update of the other form': (api, known) => api.clients.update(known['quick']?.id ?? '', { name: 'X' }),
  'clients.update of a name': (api, known) => api.clients.update(known['quick']?.id ?? '', { company: 'Holt & Co' }),
  'clients.update of nobody': (api) => api.clients.update(nobody, { phone: null }),
  'clients.setDescription': (api, known) =>
    api.clients.setDescription(known['quick']?.id ?? '', { text: 'Calls on Tuesdays.' }),
  'clients.setDescription of none': (api, known) =>
    api.clients.setDescription(known['quick']?.id ?? '', { text: null }),
  'clients.setTags': (api, known) => api.clients.setTags(known['quick']?.id ?? '', { tags: ['vip', 'late'] }),
  'clients.setTags of a wrong one': (api, known) => api.clients.setTags(known['quick']?.id ?? '', { tags: [''] }),
  'clients.setVerification without the right': (api, known) =>
    api.clients.setVerification(known['quick']?.id ?? '', { verification: 'email_verified' }),
  'resellers.list': (api) => api.resellers.list(),
  'resellers.create': (api) => api.resellers.create({ displayName: 'Inselnetz', publicIdentifier: 'inselnetz' }),
  'resellers.create by a taken name': (api) =>
    api.resellers.create({ displayName: 'X', publicIdentifier: 'inselnetz' }),
  'resellers.create too deep': (api, known) =>
    api.resellers.create({
      parentId: known['resellers.create']?.id ?? '',
      displayName: 'X',
      publicIdentifier: 'too-deep',
    }),
  'resellers.get of nobody': (api) => api.resellers.get(nobody),
  'apiKeys.create': (api) => api.apiKeys.create({ name: 'Import', role: 'reseller_manager' }, { idempotencyKey: 'k1' }),
  'apiKeys.create again with its key': (api) =>
    api.apiKeys.create({ name: 'Import', role: 'reseller_manager' }, { idempotencyKey: 'k1' }),
  'apiKeys.revoke': (api, known) => api.apiKeys.revoke(known['apiKeys.create']?.id ?? ''),
  'apiKeys.revoke again': (api, known) => api.apiKeys.revoke(known['apiKeys.create']?.id ?? ''),
  'apiKeys.list': (api) => api.apiKeys.list(),
  'accessLevels.list': (api) => api.accessLevels.list({ limit: 200 }),
  'accessLevels.get': (api) => api.accessLevels.get('manage@1'),
  'accessLevels.publish without the right': (api) =>
    api.accessLevels.publish(
      { key: 'manage' },
      { family: 'products', rank: 10, capabilities: [], texts: { en: texts } },
    ),
  'access.list before anything was asked': (api, known) => api.access.list(known['quick']?.id ?? ''),
  'access.check with the switch off': (api, known) =>
    api.access.check({ clientId: known['quick']?.id ?? '', capability: 'products.manage' }),
  'R2: access.explain with the switch off': (api, known) =>
    api.access.explain({ clientId: known['quick']?.id ?? '', capability: 'products.manage' }),
  'R34: request': (api, known) => api.accessRequests.create(asking(known)),
  'the same request again': (api, known) => api.accessRequests.create(asking(known)),
  'a request for no level that there is': (api, known) =>
    api.accessRequests.create({ ...asking(known), level: 'nosuch' }),
  'a request for nobody': (api, known) => api.accessRequests.create({ ...asking(known), clientId: nobody }),
  'R22: a request without a level': (api, known) => {
    const { level: _level, ...rest } = asking(known)
    return api.accessRequests.create(rest as never)
  },
  'clients.get of one who was asked': (api, known) => api.clients.get(known['quick']?.id ?? ''),
  'scenario 5: another level': (api, known) =>
    api.accessRequests.create({
      ...asking(known),
      level: 'manage_and_purchase',
      supersede: known['R34: request']?.id,
    }),
  'accessRequests.list of a client': (api, known) =>
    api.accessRequests.list({ clientId: known['quick']?.id, include: ['actions'] }),
  'accessRequests.get of the superseded one': (api, known) => api.accessRequests.get(known['R34: request']?.id ?? ''),
  'accessRequests.cancel': (api, known) => api.accessRequests.cancel(known['scenario 5: another level']?.id ?? ''),
  'accessRequests.cancel again': (api, known) =>
    api.accessRequests.cancel(known['scenario 5: another level']?.id ?? ''),
  'accessRequests.resend of what was canceled': (api, known) =>
    api.accessRequests.resend(known['scenario 5: another level']?.id ?? '', {}),
  draft: (api, known) => api.accessRequests.create({ ...asking(known), send: false }),
  'accessRequests.remind of a draft': (api, known) => api.accessRequests.remind(known['draft']?.id ?? ''),
  'accessRequests.reportDelivery without the right': (api, known) =>
    api.accessRequests.reportDelivery(known['draft']?.id ?? '', { state: 'bounced' }),
  'accessRequests.current without a link': (api) => api.accessRequests.current(),
  'access.managed without a link': (api) => api.access.managed(),
  'R166: access.save without the right': (api, known) =>
    api.access.save({ id: known['quick']?.id ?? '', resellerId: nobody }, { allow: true }),
  'access.list of nobody': (api) => api.access.list(nobody),
  'accessGrants.list of none': (api) => api.accessGrants.list(),
  'accessGrants.get of nobody': (api) => api.accessGrants.get('agr_01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  'propagations.list without the right': (api) => api.propagations.list(),
  'R8: suggestion': (api, known) =>
    api.suggestions.create({ clientId: known['quick']?.id ?? '', items: [{ sku: 'hosting_start' }], send: false }),
  'a suggestion of no product that there is': (api, known) =>
    api.suggestions.create({ clientId: known['quick']?.id ?? '', items: [{ sku: 'nosuch' }] }),
  'suggestions.send': (api, known) => api.suggestions.send(known['R8: suggestion']?.id ?? ''),
  'suggestions.list': (api) => api.suggestions.list({ status: ['sent'], include: ['actions'] }),
  'suggestions.withdraw': (api, known) => api.suggestions.withdraw(known['R8: suggestion']?.id ?? ''),
  'suggestions.withdraw again': (api, known) => api.suggestions.withdraw(known['R8: suggestion']?.id ?? ''),
  'R64: order': (api, known) =>
    api.orders.create({ clientId: known['quick']?.id ?? '', items: [{ sku: 'hosting_start' }], chargeTo: 'reseller' }),
  'R6: an order on the client without its consent': (api, known) =>
    api.orders.create({ clientId: known['quick']?.id ?? '', items: [{ sku: 'hosting_start' }] }),
  'orders.list': (api) => api.orders.list(),
  'subscriptions.list': (api) => api.subscriptions.list({ include: ['actions'] }),
  'R200: subscriptions.setSeats of what was sold': async (api) =>
    api.subscriptions.setSeats(await firstSubscription(api), { seats: 3 }),
  'subscriptions.cancel': async (api) => api.subscriptions.cancel(await firstSubscription(api)),
  'subscriptions.cancel again': async (api) => api.subscriptions.cancel(await firstSubscription(api)),
  'webhookEndpoints.create': (api) => api.webhookEndpoints.create({ url: 'https://example.com/events', events: ['*'] }),
  'webhookEndpoints.update': (api, known) =>
    api.webhookEndpoints.update(known['webhookEndpoints.create']?.id ?? '', { status: 'disabled' }),
  'webhookEndpoints.update again': (api, known) =>
    api.webhookEndpoints.update(known['webhookEndpoints.create']?.id ?? '', { status: 'enabled', description: 'Ours' }),
  'webhookEndpoints.rotateSecret': (api, known) =>
    api.webhookEndpoints.rotateSecret(known['webhookEndpoints.create']?.id ?? '', { overlap: 60 }),
  'webhookEndpoints.deliveries': (api, known) =>
    api.webhookEndpoints.deliveries(known['webhookEndpoints.create']?.id ?? ''),
  'webhookEndpoints.list': (api) => api.webhookEndpoints.list(),
  'webhookEndpoints.remove': (api, known) => api.webhookEndpoints.remove(known['webhookEndpoints.create']?.id ?? ''),
}

const texts = { name: 'Manage', summary: 'Manages.', can: [], cannot: [] }

function asking(known: Known) {
  const message = 'May I look after your products?'
  return { clientId: known['quick']?.id ?? '', level: 'manage', recipientEmail: 'ada@example.org', message }
}

async function firstSubscription(api: Clientele): Promise<string> {
  const { data } = await api.subscriptions.list()
  return data[0]?.id ?? ''
}

const nothing = {
  access: [],
  accessGrants: [],
  accessRequests: [],
  orders: [],
  subscriptions: [],
  suggestions: [],
  webhookEndpoints: [],
}

let server: ClienteleServer
const answers = { server: new Map<string, unknown>(), mocks: new Map<string, unknown>() }

beforeAll(async () => {
  server = createServer({ database: 'memory:', checkAnswers: true, jobs: false })
  const platform = await server.bootstrap({ name: 'Kontor Cloud' })
  const fetch: Send = (request) => server.fetch(request)
  const admin = createClient({ baseUrl, apiKey: platform?.secret ?? '', fetch })
  await admin.settings.update({ links: { requestUrl: 'https://panel.example.org/access' } })
  const own = await admin.resellers.create({
    displayName: 'Hafenhost',
    publicIdentifier: 'hafenhost',
    defaults: { languageCode: 'de', regionCode: 'DE' },
  })
  const key = await admin.apiKeys.create({ accountId: own.id, name: 'Panel', role: 'reseller_owner' })
  const real = createClient({ baseUrl, apiKey: key.secret, retries: 0, fetch })
  const data = {
    clients: [],
    resellers: [own],
    apiKeys: (await real.apiKeys.list()).data,
    productFamilies: (await real.productFamilies.list()).data,
    settings: await real.settings.get(),
    accessLevels: (await real.accessLevels.list({ limit: 200 })).data,
    ...nothing,
    me: aMe({ role: 'reseller_owner', account: own, caller: (await real.me.get()).caller }),
  }
  await walk({ apiKey: key.secret }, fetch, answers.server)
  await walk({ token: 'any' }, mockFetch(handlers({ data })), answers.mocks)
})
afterAll(() => server.close())

describe('mock and server give the same answer to', () => {
  test.each(Object.keys(steps))('%s', (name) => {
    expect(answers.mocks.get(name)).toEqual(answers.server.get(name))
  })
})

async function walk(credentials: { apiKey: string } | { token: string }, fetch: Send, into: Map<string, unknown>) {
  let last = new Response()
  const sending: Send = async (request) => (last = await fetch(request)).clone()
  const api = createClient({ baseUrl, ...credentials, retries: 0, fetch: sending })
  const known: Known = {}
  for (const [name, step] of Object.entries(steps)) {
    await step(api, known).catch((error: unknown) => {
      if (!isClienteleError(error)) throw error
    })
    const data = (await last.json()) as Known[string]
    if (last.ok) known[name] = data
    into.set(name, comparable(last, data))
  }
}

/** Ids differ from run to run: they are named as they come, so that what refers to what is compared. */
function comparable({ status, headers }: Response, data: unknown): unknown {
  const names = [...headers.keys()].filter((header) => header !== 'content-length').toSorted()
  const compared = ['ratelimit-policy', 'etag', 'idempotency-replayed', 'content-type', 'cache-control']
  const values = Object.fromEntries(compared.map((name) => [name, headers.get(name)]))
  return { status, headers: names, ...values, data: plain(data, new Map()) }
}

const told = new Set(['detail', 'requestId', 'nextCursor', 'secret', 'hint', 'copyableLink'])

function plain(value: unknown, ids: Map<string, string>, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, ids))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part, ids, name)]))
  }
  if (typeof value !== 'string') return value
  if (told.has(key)) return 'text'
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return 'time'
  if (!/^[a-z]{3}_[0-9A-Z]{26}$/.test(value)) return value
  const name = ids.get(value) ?? `${value.slice(0, 3)} ${ids.size}`
  ids.set(value, name)
  return name
}
