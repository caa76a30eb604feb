import { expect, test, vi } from 'vitest'
import { aClient } from './factories/a-client.ts'
import { aQuickClient } from './factories/inputs.ts'
import { handlers } from './handlers.ts'
import { scenarios } from './scenarios.ts'
import { mockedClient, refusalOf } from './testing/mocked-client.ts'

test('empty: what is added is listed', async () => {
  const api = mockedClient(scenarios.empty())
  expect((await api.clients.list({ include: ['total'] })).total).toEqual({ count: 0, accuracy: 'exact' })
  const made = await api.clients.create(aQuickClient())
  expect((await api.clients.list()).data).toMatchObject([{ id: made.id }])
  expect((await api.productFamilies.list()).data).not.toEqual([])
})

test('forbidden: the caller is known, and holds no right', async () => {
  const api = mockedClient(scenarios.forbidden())
  expect(Object.keys((await api.me.get()).rights)).toEqual(['self.read', 'settings.read'])
  expect(await refusalOf(api.clients.list())).toMatchObject({ status: 403, data: { right: 'clients.read' } })
})

test('slow: an answer comes after its time, and not to who has gone', async () => {
  vi.useFakeTimers()
  const api = mockedClient(scenarios.slow({ ms: 3000 }))
  const answered = vi.fn<() => void>()
  const call = api.clients.list().then(answered)
  await vi.advanceTimersByTimeAsync(2999)
  expect(answered).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await call
  expect(answered).toHaveBeenCalledOnce()
  const stop = new AbortController()
  const never = refusalOf(mockedClient(scenarios.slow({ ms: Infinity })).me.get({ signal: stop.signal }))
  stop.abort()
  expect(await never).toMatchObject({ kind: 'aborted' })
  vi.useRealTimers()
})

test('rateLimited: says for how long', async () => {
  const api = mockedClient(scenarios.rateLimited({ retryAfterMs: 90_000 }))
  expect(await refusalOf(api.clients.list())).toMatchObject({ status: 429, retryable: true, retryAfterMs: 90_000 })
})

test('conflict: the record has changed when the change arrives, and can be read and saved again', async () => {
  const client = aClient()
  const api = mockedClient(scenarios.conflict({ times: 1, data: { clients: [client] } }))
  const save = (ifMatch: string) => api.clients.update(client.id, { company: null, languageCode: 'fr' }, { ifMatch })
  const refusal = await refusalOf(api.clients.update(client.id, { languageCode: 'fr' }, { ifMatch: client.etag }))
  expect(refusal).toMatchObject({ status: 412, code: 'etag_mismatch', data: { etag: '"2"' } })
  const theirs = await api.clients.get(client.id)
  expect(theirs.phone).not.toBe(client.phone)
  expect(await refusalOf(save(theirs.etag))).toMatchObject({ errors: [{ pointer: '/company' }] })
  const mine = await api.clients.update(client.id, { languageCode: 'fr' }, { ifMatch: theirs.etag })
  expect(mine).toMatchObject({ languageCode: 'fr', phone: theirs.phone })
})

test('conflict: the other has changed the same thing, so that there is something to choose', async () => {
  const client = aClient({ tags: ['sea'] })
  const api = mockedClient(scenarios.conflict({ data: { clients: [client] } }))
  const ifMatch = client.etag
  for (const change of [
    api.clients.setTags(client.id, { tags: ['lake'] }, { ifMatch }),
    api.clients.setDescription(client.id, { text: 'Mine.' }, { ifMatch }),
    api.clients.update(client.id, { name: 'Blue Ocean' }, { ifMatch }),
  ]) {
    expect(await refusalOf(change)).toMatchObject({ code: 'etag_mismatch' })
  }
  const { tags, description, name } = await api.clients.get(client.id)
  expect([tags, description, name]).toEqual([
    [expect.stringMatching(/^theirs/)],
    expect.stringContaining('Somebody else'),
    'Blue Ocean & Co',
  ])
})

test('conflict: what is to be added is there already, until that is accepted', async () => {
  const api = mockedClient(scenarios.conflict())
  const input = aQuickClient()
  expect(await refusalOf(api.clients.create(input))).toMatchObject({ code: 'duplicate_suspected' })
  expect((await api.clients.create({ ...input, acceptDuplicate: true })).name).toBe(input.company)
})

test('offline: no answer comes', async () => {
  expect(await refusalOf(mockedClient(scenarios.offline()).clients.list())).toMatchObject({ kind: 'network' })
})

test('a scenario before handlers keeps what they remember', async () => {
  const known = handlers({ data: { clients: [aClient({ name: 'Blue Ocean' })] } })
  const api = mockedClient([...scenarios.slow({ ms: 0, otherwise: [] }), ...known])
  expect((await api.clients.list()).data).toMatchObject([{ name: 'Blue Ocean' }])
})
