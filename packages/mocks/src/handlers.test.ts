import { clients, type Client } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { aClient } from './factories/a-client.ts'
import { aMe, aReseller } from './factories/accounts-and-keys.ts'
import { aQuickClient, anOrganizationClient } from './factories/inputs.ts'
import { theSettings } from './factories/products-and-settings.ts'
import { handlers, type HandlerOptions } from './handlers.ts'
import { mockFetch } from './mock-fetch.ts'
import { mockedClient, refusalOf } from './testing/mocked-client.ts'

const world = (options: HandlerOptions = {}) => mockedClient(handlers(options))
const names = (list: Client[]) => list.map(({ name }) => name)

describe('what is created', () => {
  test('is listed, found, counted and read afterwards', async () => {
    const api = world({ data: { clients: [] } })
    const made = await api.clients.create(aQuickClient({ company: 'Blue Ocean', tags: ['sea'] }))
    expect(await api.clients.get(made.id)).toEqual(made)
    expect((await api.clients.list({ q: 'blu OCE', include: ['total'] })).total).toEqual({
      count: 1,
      accuracy: 'exact',
    })
    expect(names((await api.clients.list({ tags: ['sea'], form: ['quick'] })).data)).toEqual(['Blue Ocean'])
    expect((await api.clients.list({ q: 'ocean lake' })).data).toEqual([])
  })

  test('is a new client as the server makes it', async () => {
    const api = world({ data: { clients: [] }, now: () => new Date('2025-04-01T08:00:00Z') })
    const person = { firstName: 'Ada', lastName: 'Holt' }
    const made = await api.clients.create({ form: 'quick', person })
    expect(made).toMatchObject({ name: 'Ada Holt', person, company: null, binding: 'placeholder', status: 'active' })
    expect(made).toMatchObject({ accessState: 'none', subscriptionState: 'none', languageCode: 'de', etag: '"1"' })
    expect([made.createdAt, made.tags, made.primaryEmail]).toEqual(['2025-04-01T08:00:00.000Z', [], null])
  })

  test('has an id that is the same in every run, and no other has', async () => {
    const ids = async () => {
      const api = world({ data: { clients: [] } })
      return [await api.clients.create(aQuickClient()), await api.clients.create(aQuickClient())].map(({ id }) => id)
    }
    const [first, again] = [await ids(), await ids()]
    expect(first).toEqual(again)
    expect(new Set(first).size).toBe(2)
  })

  test('is seen by no other set of handlers', async () => {
    await world().clients.create(aQuickClient({ company: 'Blue Ocean' }))
    expect((await world().clients.list({ q: 'blue' })).data).toEqual([])
  })

  test('may be a reseller or a key, whose secret is shown once', async () => {
    const api = world({ role: 'reseller_owner' })
    const reseller = await api.resellers.create({ displayName: 'Inselnetz', publicIdentifier: 'inselnetz' })
    expect(await api.resellers.get(reseller.id)).toMatchObject({ displayName: 'Inselnetz', depth: 2, legalName: null })
    const key = await api.apiKeys.create({ name: 'Nightly import', role: 'reseller_manager' })
    expect(key.secret).toMatch(/^ck_/)
    const listed = (await api.apiKeys.list()).data.at(-1)
    expect(listed).toMatchObject({ id: key.id, name: 'Nightly import', role: 'reseller_manager', revokedAt: null })
    expect(listed).not.toHaveProperty('secret')
    expect((await api.apiKeys.revoke(key.id)).revokedAt).not.toBeNull()
  })
})

describe('what is changed', () => {
  const client = aClient({ name: 'Blue Ocean' })
  const data = { clients: [client] }

  test('stays changed, with a new version', async () => {
    const api = world({ data })
    const updated = await api.clients.update(client.id, { phone: '+49 40 555 1234' }, { ifMatch: client.etag })
    expect(updated).toMatchObject({ phone: '+49405551234', etag: '"2"' })
    await api.clients.setTags(client.id, { tags: ['sea'] })
    const described = await api.clients.setDescription(client.id, { text: 'Prefers mail.' })
    expect(described).toMatchObject({ tags: ['sea'], description: 'Prefers mail.', phone: '+49405551234', etag: '"4"' })
    expect(await api.clients.get(client.id)).toEqual(described)
  })

  test('keeps its version where nothing changes', async () => {
    const { etag } = await world({ data }).clients.update(client.id, { phone: client.phone })
    expect(etag).toBe(client.etag)
  })

  test('is refused with 412 where another was quicker, and stays as it is', async () => {
    const api = world({ data })
    await api.clients.setTags(client.id, { tags: ['sea'] })
    for (const change of [
      api.clients.update(client.id, { phone: null }, { ifMatch: client.etag }),
      api.clients.setTags(client.id, { tags: [] }, { ifMatch: client.etag }),
      api.clients.setDescription(client.id, { text: null }, { ifMatch: client.etag }),
    ]) {
      expect(await refusalOf(change)).toMatchObject({ status: 412, code: 'etag_mismatch', data: { etag: '"2"' } })
    }
  })

  test('R62: is checked as a whole again', async () => {
    const change = world({ data }).clients.update(client.id, { secondaryEmail: `me@${client.primaryDomain}` })
    expect(await refusalOf(change)).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/secondaryEmail', code: 'secondary_email_on_primary_domain' }],
    })
  })

  test('as the settings are, holds for what comes after', async () => {
    const api = world({ role: 'platform_admin' })
    await api.settings.update({ client: { companyRequired: true } })
    expect((await api.settings.get()).client).toEqual({ companyRequired: true, teamFamilies: ['workspace_essentials'] })
    const { company: _company, ...person } = aQuickClient()
    expect(await refusalOf(api.clients.create(person))).toMatchObject({
      errors: [{ pointer: '/company', code: 'required' }],
    })
  })
})

describe('a new client is refused', () => {
  const client = aClient({ name: 'Blue Ocean', externalIds: [{ system: 'crm', id: 'K-1' }] })
  const api = () => world({ data: { clients: [client] } })

  test('R53: where there is one like it, until the caller accepts that', async () => {
    const input = anOrganizationClient({ name: 'BLUE ocean', primaryDomain: 'other.example.com' })
    const clientele = api()
    expect(await refusalOf(clientele.clients.create(input))).toMatchObject({
      code: 'duplicate_suspected',
      data: { candidates: [{ id: client.id, matches: 'name' }] },
    })
    await clientele.clients.create({ ...input, acceptDuplicate: true })
    const { data } = await clientele.clients.list({ q: 'blue' })
    expect(data.map(({ nameIsShared }) => nameIsShared)).toEqual([true, true])
  })

  test('where its domain or external id is another’s', async () => {
    const domain = client.primaryDomain ?? ''
    expect(await refusalOf(api().clients.create(anOrganizationClient({ primaryDomain: domain })))).toMatchObject({
      code: 'domain_taken_own',
      data: { domain, clientId: client.id },
    })
    const externalIds = [{ system: 'crm', id: 'K-1' }]
    expect(await refusalOf(api().clients.create(aQuickClient({ externalIds })))).toMatchObject({
      code: 'external_id_taken',
      data: { system: 'crm', id: 'K-1', clientId: client.id },
    })
  })

  test('where the limit of its reseller is reached', async () => {
    const owner = aReseller({ limits: { maxClients: 0 } })
    const data = { resellers: [owner], me: aMe({ account: owner }) }
    expect(await refusalOf(world({ data }).clients.create(aQuickClient()))).toMatchObject({
      code: 'quota_exceeded',
      data: { limit: 0, used: 0, missing: 1 },
    })
  })

  test('where fields are wrong or unknown, with the pointers of the server', async () => {
    const wrong = { form: 'quick', person: { firstName: 'A' }, nosuch: 1 } as never
    expect(await refusalOf(api().clients.create(wrong))).toMatchObject({
      status: 422,
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/person/lastName', code: 'required' }),
        expect.objectContaining({ pointer: '/nosuch', code: 'unknown_field' }),
      ]),
    })
  })

  test('and told so beforehand by the check', async () => {
    const checked = await api().clients.check({
      form: 'organization',
      name: 'Blue Ocean',
      customerType: 'domain',
      primaryDomain: client.primaryDomain,
    })
    expect(checked).toMatchObject({ domain: 'own', domainClientId: client.id, errors: [], blockers: [] })
    expect(checked.duplicates.map(({ id }) => id)).toEqual([client.id])
  })
})

describe('a list', () => {
  const data = { clients: ['Cherry', 'apple', 'Äther', 'Banana'].map((name) => aClient({ name })) }

  test('is sorted without case and accents, and the other way round', async () => {
    const api = world({ data })
    expect(names((await api.clients.list()).data)).toEqual(['apple', 'Äther', 'Banana', 'Cherry'])
    expect(names((await api.clients.list({ sort: '-createdAt' })).data)).toEqual(['Banana', 'Äther', 'apple', 'Cherry'])
  })

  test('comes in pages, each record once', async () => {
    expect(names(await world({ data }).clients.list({ limit: 3 }).toArray({ limit: 10 }))).toHaveLength(4)
  })

  test('refuses a cursor of another list, and options it does not have', async () => {
    const api = world({ data })
    const { nextCursor } = await api.clients.list({ limit: 1 })
    const stale = api.clients.list({ limit: 1, cursor: nextCursor ?? '', sort: '-name' })
    expect(await refusalOf(stale)).toMatchObject({ status: 400, code: 'cursor_invalid' })
    expect(await refusalOf(api.clients.list({ nosuch: 'x' } as never))).toMatchObject({ code: 'filter_invalid' })
  })

  test('shows actions where they are asked for', async () => {
    const api = world({ data })
    expect((await api.clients.list()).data[0]).not.toHaveProperty('actions')
    expect((await api.clients.list({ include: ['actions'] })).data[0]?.actions?.update).toEqual({ allowed: true })
  })
})

describe('the caller', () => {
  test('may do what their role may, and is told what not and why', async () => {
    const client = aClient()
    const api = world({ role: 'reseller_support', data: { clients: [client] } })
    expect((await api.me.get()).rights).not.toHaveProperty('clients.create')
    const { actions } = await api.clients.get(client.id)
    expect(actions?.setDescription).toEqual({ allowed: true })
    expect(actions?.update).toEqual({
      allowed: false,
      code: 'permission_denied',
      data: { right: 'clients.update_contact' },
    })
    expect(await refusalOf(api.clients.create(aQuickClient()))).toMatchObject({
      code: 'permission_denied',
      data: { right: 'clients.create' },
    })
  })

  test('who is the client sees nothing internal (R96)', async () => {
    const client = aClient({ description: 'Pays late.' })
    const data = { clients: [client], me: aMe({ role: 'client_admin', account: client }) }
    const seen = await world({ data }).clients.get(client.id)
    expect(Object.keys(seen)).not.toContain('description')
    expect(Object.keys(seen)).not.toContain('tags')
  })
})

test('what is there at first is checked, and names what is wrong', () => {
  const wrong = { ...aClient(), status: 'sleeping' } as never
  expect(() => handlers({ data: { clients: [wrong] } })).toThrow(
    /`data\.clients` gives what the API never answers: \/data\/0\/status .*start from a factory/,
  )
  expect(() => handlers({ data: { settings: theSettings() } })).not.toThrow()
  expect(() => handlers({ data: { nosuch: [] } as never })).toThrow('the API lists no such thing')
})

test('an address that no handler answers says what to do', async () => {
  const call = mockFetch([])(new Request('http://clientele.test/v1/clients'))
  await expect(call).rejects.toThrow('Put `...handlers()` after your own')
})

test('a request that is given up is answered no more', async () => {
  const stop = new AbortController()
  const call = mockedClient(handlers()).clients.list({}, { signal: stop.signal })
  stop.abort()
  expect(await refusalOf(call)).toMatchObject({ kind: 'aborted' })
})

test('a base address keeps the handlers to it', async () => {
  const fetch = mockFetch(handlers({ baseUrl: 'https://clients.example.com/api/' }))
  const headers = { authorization: 'Bearer any' }
  const answer = await fetch(new Request(`https://clients.example.com/api/v1${clients.list.path}`, { headers }))
  expect(answer.status).toBe(200)
  await expect(fetch(new Request('http://elsewhere.test/v1/clients', { headers }))).rejects.toThrow(
    'no handler answers',
  )
})

test('what a browser asks before a call to another origin is allowed', async () => {
  const url = `http://clientele.test/v1/clients/${aClient().id}`
  const { status, headers } = await mockFetch(handlers())(new Request(url, { method: 'OPTIONS' }))
  expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, PATCH'])
  expect(headers.get('access-control-allow-headers')).toContain('If-Match')
})
