import type { Client, Role } from '@clientele/contract'
import { createClient, type Clientele } from '@clientele/sdk'
import { createServer } from '@clientele/server'
import { aMe } from '../../factories/accounts-and-keys.ts'
import { handlers, type MockData } from '../../handlers.ts'
import { mockFetch } from '../../mock-fetch.ts'
import { nothing, organization, quick } from './beginning.ts'
import type { Answered } from './comparable.ts'
import { linksMailedBy } from './server-mails.ts'

/** Those that walks are about. Each has an administrator with a key of their own. */
const clientNames = ['ada', 'ben', 'cora', 'dora', 'finn', 'gina'] as const
/** What the second of the resellers has typed of clients: they may be accounts that there are. */
const ofSecond: readonly string[] = ['finn', 'gina']
export type ClientName = (typeof clientNames)[number]

/** One who came by a widget of the host, with an account of the organisation (R166). */
const atOrganization = 'dora'
const doraEmail = 'dora@lind.example.com'
const origin = 'https://panel.example.org'

/** One side of the comparison: the server, or the mocks with what the server began with. */
export interface World {
  reseller: Clientele
  /** Another reseller, which clients let in beside the first, and somebody in the support of the first. */
  second: Clientele
  support: Clientele
  platform: Clientele
  resellerId: string
  secondId: string
  ids: Readonly<Record<ClientName, string>>
  /** An administrator of a client. */
  administrator: (name: ClientName) => Clientele
  /** Whoever holds a link, alone or with an administrator signed in. */
  holder: (link: string, name?: ClientName) => Clientele
  /** What stands in the link that was mailed with a request. */
  mailed: (request: { id?: string; recipientEmail?: string }) => Promise<string>
  /** What stands in the link that took the place of those to a grant. */
  mailedAnew: (grantId: string) => Promise<string>
  /** Time goes by, and what falls due is done. */
  wait: (minutes: number) => Promise<void>
  now: () => Date
  last: () => Answered
}

const baseUrl = 'http://clientele.test'
const begin = Date.parse('2026-03-01T09:00:00.000Z')

/** Opens both with the same beginning. */
export async function openWorlds(): Promise<{ server: World; mocks: World; close: () => Promise<void> }> {
  const clock = movable()
  const server = createServer({ database: 'memory:', checkAnswers: true, jobs: false, clock })
  const links = linksMailedBy(server)
  const fetch = (request: Request) => {
    request.headers.set('origin', origin)
    return server.fetch(request)
  }
  const as = (secret: string) => createClient({ baseUrl, retries: 0, fetch, ...credentialsOf(secret) })
  const platform = await server.bootstrap({ name: 'Kontor Cloud' })
  const admin = as(platform?.secret ?? '')
  await admin.settings.update({
    // walks ask one client more often than is usual
    access: { requestMaxAttempts: 10, keepDirectSelection: true },
    links: { requestUrl: 'https://panel.example.org/access', manageUrl: 'https://panel.example.org/manage' },
  })
  const reseller = await admin.resellers.create({ displayName: 'Hafenhost', publicIdentifier: 'hafenhost' })
  const other = await admin.resellers.create({ displayName: 'Nordwind', publicIdentifier: 'nordwind' })
  const keyOf = async (accountId: string, role: Role) => {
    const { secret } = await admin.apiKeys.create({ accountId, name: role, role })
    return secret
  }
  const secrets = {
    platform: platform?.secret ?? '',
    reseller: await keyOf(reseller.id, 'reseller_owner'),
    second: await keyOf(other.id, 'reseller_owner'),
    support: await keyOf(reseller.id, 'reseller_support'),
  }
  const real = as(secrets.reseller)
  const clients: Client[] = []
  const keys: Partial<Record<string, string>> = {}
  for (const name of clientNames) {
    const owner = as(ofSecond.includes(name) ? secrets.second : secrets.reseller)
    const client = await owner.clients.create(name === atOrganization ? organization : quick(name))
    clients.push(client)
    keys[name] = name === atOrganization ? await sessionAt(admin, client.id) : await keyOf(client.id, 'client_admin')
  }
  const ids = Object.fromEntries(clients.map(({ id }, index) => [clientNames[index], id])) as World['ids']
  const callers = { ...secrets, ...keys } as Record<string, string>
  const data: MockData = {
    ...nothing,
    clients,
    resellers: [reseller, other],
    events: [
      ...(await real.events.list({ limit: 200 })).data,
      ...(await as(secrets.second).events.list({ limit: 200 })).data,
    ],
    productFamilies: (await real.productFamilies.list({ limit: 200 })).data,
    accessLevels: (await real.accessLevels.list({ limit: 200 })).data,
    settings: await real.settings.get(),
  }
  const mes = await Promise.all(
    Object.entries(callers).map(async ([name, secret]) => {
      const { caller, account, role } = await as(secret).me.get()
      return [name, aMe({ caller, account, role })] as const
    }),
  )
  const ofMocks = movable()
  const known = { resellerId: reseller.id, secondId: other.id, ids }
  const mocked = mockFetch(handlers({ data, callers: Object.fromEntries(mes), now: ofMocks.now }))
  return {
    server: {
      ...worldOf(fetch, (name) => credentialsOf(callers[name] ?? ''), clock, known),
      wait: async (minutes) => {
        clock.wait(minutes)
        await server.runDue()
      },
      mailed: ({ recipientEmail = '' }) => links.request(recipientEmail),
      mailedAnew: () => links.manage(),
    },
    mocks: {
      ...worldOf(mocked, (name) => ({ token: name }), ofMocks, known),
      wait: async (minutes) => {
        ofMocks.wait(minutes)
        // mocks do what is due when somebody calls
        await createClient({ baseUrl, retries: 0, fetch: mocked, token: 'platform' }).me.get()
      },
      mailed: async ({ id = '' }) => id,
      mailedAnew: async (grantId) => `${grantId}.2`,
    },
    close: () => server.close(),
  }
}

type Credentials = { apiKey: string } | { token: string }

function worldOf(
  fetch: (request: Request) => Promise<Response>,
  credentials: (name: string) => Credentials,
  { wait, now }: ReturnType<typeof movable>,
  known: Pick<World, 'resellerId' | 'secondId' | 'ids'>,
): Omit<World, 'mailed' | 'mailedAnew'> {
  let last: Answered = { status: 0, headers: new Headers(), body: undefined }
  const sending = async (request: Request) => {
    request.headers.set('origin', origin)
    const response = await fetch(request)
    const text = await response.clone().text()
    last = { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
    return response
  }
  const calling = { baseUrl, retries: 0, fetch: sending }
  const administrator = (name: string) => createClient({ ...calling, ...credentials(name) })
  return {
    ...known,
    reseller: administrator('reseller'),
    second: administrator('second'),
    support: administrator('support'),
    platform: administrator('platform'),
    administrator,
    holder: (link, name) => createClient({ ...calling, ...(name && credentials(name)), link }),
    wait: async (minutes) => wait(minutes),
    now,
    last: () => last,
  }
}

function credentialsOf(secret: string): Credentials {
  return secret.startsWith('ck_') ? { apiKey: secret } : { token: secret }
}

async function sessionAt(admin: Clientele, accountId: string): Promise<string> {
  const viewer = { id: 'dora', name: 'Dora Lind', email: doraEmail }
  const origins = [origin]
  const identityKind = 'managed'
  const made = await admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer,
    origins,
    identityKind,
    expiresIn: 3600,
  })
  return made.token
}

/** A clock that stands still until it is moved. */
function movable() {
  let now = begin
  return {
    now: () => new Date(now),
    wait: (minutes: number) => void (now += minutes * 60_000),
  }
}
