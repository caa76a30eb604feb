import { createClient, isApiError, type Clientele } from '@clientele/sdk'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDemo, type Demo } from './host/open-demo.ts'
import type { PersonCard } from './host/people.ts'

const origin = 'http://127.0.0.1:5173'

let folder: string
let demo: Demo

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-demo-'))
  demo = await openDemo({ folder, address: origin, vendorDelay: 0 })
}, 120_000)

afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true })
})

describe('the seeding', () => {
  test('gives 200 clients of both kinds to three resellers', async () => {
    const clients = await as('ines').clients.list({ limit: 200 }).toArray({ limit: 1000 })
    expect(clients).toHaveLength(200)
    const owners = Map.groupBy(clients, (client) => client.owner.name)
    expect(new Set(owners.keys())).toEqual(new Set(['Nordlicht Hosting', 'Studio Fjordblick', 'Copperline Web']))
    for (const form of ['quick', 'organization']) {
      expect(clients.filter((client) => client.form === form).length).toBeGreaterThan(60)
    }
    expect(new Set(clients.map((client) => client.languageCode)).size).toBeGreaterThan(8)
    expect(clients.some((client) => client.segments.includes('education'))).toBe(true)
    expect(clients.filter((client) => (client.tags ?? []).length > 0).length).toBeGreaterThan(50)
    expect(
      clients.every((client) => !client.primaryDomain || /\.example\.(com|org|net)$/.test(client.primaryDomain)),
    ).toBe(true)
    const days = new Set(clients.map((client) => client.createdAt.slice(0, 10)))
    expect(days.size).toBeGreaterThan(100)
  })

  test('R52: has clients and teams of the same name, told apart by their ids', async () => {
    const jana = as('jana')
    const people = await jana.clients.list({ q: 'lena möller' }).toArray({ limit: 10 })
    expect(people.map(({ name }) => name)).toEqual(['Lena Möller', 'Lena Möller', 'Lena Möller'])
    expect(people.every(({ nameIsShared }) => nameIsShared)).toBe(true)
    const teams = await jana.clients.list({ q: 'redaktion küstenblatt' }).toArray({ limit: 10 })
    expect(teams.map((team) => team.customerType)).toEqual(['team', 'team'])
    expect(new Set(teams.map((team) => team.id)).size).toBe(2)
  })

  test('puts a sub-reseller and its clients below the first reseller alone', async () => {
    expect(await owners('jana')).toEqual(['Nordlicht Hosting', 'Studio Fjordblick'])
    expect(await owners('tom')).toEqual(['Nordlicht Hosting'])
    expect(await owners('marcus')).toEqual(['Copperline Web'])
  })
})

describe('the session of the host', () => {
  test('is of the chosen person, their account and their role', async () => {
    const me = await as('aylin').me.get()
    expect(me).toMatchObject({
      caller: { kind: 'widget_session', id: 'aylin', name: 'Aylin Kaya' },
      account: { name: 'Nordlicht Hosting' },
      role: 'reseller_support',
    })
    const session = (await (await mint('aylin')).json()) as { expiresAt: string }
    expect(Date.parse(session.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000)
  })

  test.each([['mallory'], [''], [null], [{ toString: 'jana' }]])(
    'is not made for %j, who is not known',
    async (person) => {
      const response = await mint(person)
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({ error: 'unknown_person' })
    },
  )

  test('is not made for a page of another origin, nor for none, nor for a name that was pointed here', async () => {
    expect((await mint('ines', 'https://evil.example.com')).status).toBe(403)
    expect((await mint('ines', null)).status).toBe(403)
    const rebound = 'http://evil.example.com:5173'
    expect((await mint('ines', rebound, rebound)).status).toBe(403)
  })

  test('does not work from another origin', async () => {
    const { token } = (await (await mint('jana')).json()) as { token: string }
    const elsewhere = connect(token, 'https://evil.example.com')
    await expect(elsewhere.clients.list()).rejects.toSatisfy((error) => isApiError(error, 'origin_not_allowed'))
  })

  test('lets support read and describe, and no more', async () => {
    const aylin = as('aylin')
    const { data } = await aylin.clients.list({ limit: 1 })
    const client = await aylin.clients.get(data[0]!.id)
    expect(client.actions).toMatchObject({ update: { allowed: false }, setDescription: { allowed: true } })
    const adding = aylin.clients.create({ form: 'quick', person: { firstName: 'A', lastName: 'B' } })
    await expect(adding).rejects.toSatisfy((error) => isApiError(error, 'permission_denied'))
  })
})

describe('the desk of a client', () => {
  test('is that of its administrator, and of a client that the platform has, once somebody sits down there', async () => {
    const [client] = (await as('jana').clients.list({ q: 'aabenraa cykler' })).data
    const id = client?.id ?? ''
    expect((await mint(id)).status).toBe(404)
    for (const nobody of ['acc_01HFRTQZ7H2VPWCTV318JVFET7', 'jana', 7, null]) {
      expect((await post('/host/desks', { clientId: nobody })).status).toBe(404)
    }
    expect(await (await post('/host/desks', { clientId: id })).json()).toMatchObject({ id, kind: 'client' })
    expect(await as(id).me.get()).toMatchObject({ account: { id, kind: 'client' }, role: 'client_admin' })
    expect(await as(id).access.list(id)).toMatchObject({ actions: { pause: { allowed: true } } })
  })

  test('shows what has come to pass: allowed, about to end, declined, waiting', async () => {
    const states = await Promise.all(['jana', 'marcus'].map(accessStates))
    expect(states).toEqual([
      { 'Café Seestern': 'active', 'Redaktion Küstenblatt': 'requested' },
      { 'Café Seestern': 'expiring', 'Rhys Kershaw': 'declined' },
    ])
  })
})

describe('an account of one’s own', () => {
  test('R31: whoever signs up sits at their own desk, and can accept what was passed on to them', async () => {
    const person = { firstName: 'Inga', lastName: 'Vester' }
    const asked = await as('jana').clients.create({ form: 'quick', person })
    const { copyableLink, level } = await as('jana').accessRequests.create({
      clientId: asked.id,
      level: 'manage',
      recipientEmail: 'front.desk@example.org',
      message: 'May I look after your products?',
    })
    const made = await post('/host/accounts', { ...person, email: 'inga.vester@example.org' })
    expect(made.status).toBe(201)
    const card = (await made.json()) as PersonCard
    expect(card).toMatchObject({ name: 'Inga Vester', kind: 'client', role: 'client_admin' })
    const link = new URL(copyableLink ?? '').hash.slice(1)
    const accepted = await as(card.id, link).accessRequests.accept({ level })
    expect(accepted.clientId).toBe(card.id)
    const { data } = await as('jana').accessGrants.list({ clientId: card.id })
    expect(data.map(({ level: granted, requestId }) => [granted, requestId])).toEqual([[level, accepted.request.id]])
  })

  test.each([[{}], [{ firstName: 'Inga', lastName: 'Vester', email: 'inga' }]])(
    'is not made of %j',
    async (account) => {
      expect((await post('/host/accounts', account)).status).toBe(422)
    },
  )

  test('is not made for a page of another origin', async () => {
    const account = { firstName: 'Inga', lastName: 'Vester', email: 'inga@example.org' }
    expect((await post('/host/accounts', account, 'https://elsewhere.example')).status).toBe(403)
  })
})

describe('the clock', () => {
  test('moves forward by a step, for the server and everybody, and does what is due by then', async () => {
    const before = ((await (await get('/host/clock')).json()) as { ahead: number }).ahead
    expect(await (await post('/host/clock', { step: 'hour' })).json()).toEqual({ ahead: before + 3_600_000 })
    const added = await as('jana').clients.create({ form: 'quick', person: { firstName: 'Ada', lastName: 'Morgen' } })
    expect(Date.parse(added.createdAt) - Date.now()).toBeGreaterThan(3_500_000)
    for (const step of ['year', 'constructor', -1, null]) {
      expect((await post('/host/clock', { step })).status).toBe(400)
    }
    expect((await post('/host/clock', { step: 'day' }, 'https://evil.example.com')).status).toBe(403)
    expect(await (await get('/host/clock')).json()).toEqual({ ahead: before + 3_600_000 })
  })
})

describe('the mailbox', () => {
  test('holds what was mailed, the newest first, each as text, as a page that runs nothing, and with its files', async () => {
    const mails = (await (await get('/host/mails')).json()) as { id: string; to: { email: string }; at: string }[]
    expect(mails.map(({ at }) => at)).toEqual(mails.map(({ at }) => at).toSorted((a, b) => b.localeCompare(a)))
    const [confirmation] = mails.filter(({ to }) => to.email === 'ole.nissen@example.com')
    const path = `/host/mails/${confirmation?.id}`
    expect(await (await get(path)).json()).toMatchObject({
      template: 'access_confirmed',
      text: expect.stringContaining(`${origin}/access/manage#cl_`) as string,
      attachments: [expect.stringMatching(/\.jws$/)],
    })
    const page = await get(`${path}/page`)
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none';.*; sandbox(?!.*allow-scripts)/)
    expect(await page.text()).toContain('<base target="_top">')
    const file = await get(`${path}/attachments/0`)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.jws"$/)
    expect((await file.text()).split('.')).toHaveLength(3)
    for (const none of [`${path}/attachments/1`, '/host/mails/mai_0', '/host/mails/mai_0/page']) {
      expect((await get(none)).status).toBe(404)
    }
  })

  test('is not read at a name that was pointed here', async () => {
    expect((await get('/host/mails', 'http://evil.example.com:5173')).status).toBe(403)
  })
})

describe('the data folder', () => {
  test('lets nobody else read the keys', async () => {
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
  })

  test('takes one demo at a time, and says so', async () => {
    await expect(openDemo({ folder, address: origin })).rejects.toThrow(/in use by process \d+/)
  })

  test('survives a restart, which adds nothing', async () => {
    const before = (await total()) ?? 0
    const person = { firstName: 'Zora', lastName: 'Neumann' }
    const added = await as('jana').clients.create({ form: 'quick', person })
    const keys = await readFile(join(folder, 'keys.json'), 'utf8')
    await reopen()
    expect(await as('jana').clients.get(added.id)).toMatchObject({ name: 'Zora Neumann' })
    expect(await total()).toBe(before + 1)
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(keys)
  })

  test('goes on with a seeding that was stopped, and adds nothing twice', async () => {
    const file = join(folder, 'keys.json')
    const keys = JSON.parse(await readFile(file, 'utf8')) as object
    await writeFile(file, JSON.stringify({ ...keys, isSeeded: false }))
    const before = await total()
    await reopen()
    expect(await total()).toBe(before)
    expect(await as('ines').resellers.list().toArray({ limit: 10 })).toHaveLength(3)
  })
})

/** What access there is, of the clients with whom there is something to tell. */
async function accessStates(person: string): Promise<Record<string, string>> {
  const clients = await as(person).clients.list({ limit: 200 }).toArray({ limit: 1000 })
  const told = clients.filter(({ accessState }) => accessState !== 'none')
  return Object.fromEntries(told.map(({ name, accessState }) => [name, accessState]))
}

async function reopen(): Promise<void> {
  await demo.close()
  demo = await openDemo({ folder, address: origin, vendorDelay: 0 })
}

async function total(): Promise<number | undefined> {
  return (await as('ines').clients.list({ limit: 1, include: ['total'] })).total?.count
}

async function owners(person: string): Promise<string[]> {
  const clients = await as(person).clients.list({ limit: 200 }).toArray({ limit: 1000 })
  return [...new Set(clients.map((client) => client.owner.name))].toSorted()
}

function get(path: string, at = origin): Promise<Response> {
  return demo.fetch(new Request(at + path))
}

function post(path: string, body: object, from = origin): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: from }
  return demo.fetch(new Request(origin + path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

function mint(person: unknown, from: string | null = origin, at = origin): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (from !== null) headers.set('origin', from)
  return demo.fetch(new Request(`${at}/host/session`, { method: 'POST', headers, body: JSON.stringify({ person }) }))
}

/** The API as a page of the panel calls it. */
function as(person: string, link?: string): Clientele {
  return connect(async () => (await (await mint(person)).json()) as { token: string; expiresAt: string }, origin, link)
}

function connect(
  token: NonNullable<Parameters<typeof createClient>[0]['token']>,
  from: string,
  link?: string,
): Clientele {
  return createClient({
    baseUrl: origin,
    token,
    ...(link !== undefined && { link }),
    headers: { origin: from },
    fetch: (request) => demo.fetch(request),
  })
}
