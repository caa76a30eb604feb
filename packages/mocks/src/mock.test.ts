import { apiKeys, clients, me, settings } from '@clientele/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { setupServer } from 'msw/node'
import { createClient } from '@clientele/sdk'
import { aClient } from './factories/a-client.ts'
import { aPage } from './factories/events-and-pages.ts'
import { aClientCheck, aQuickClient } from './factories/inputs.ts'
import { handlers } from './handlers.ts'
import { mock, mockError } from './mock.ts'
import { refuse } from './refusal.ts'
import { mockedClient, refusalOf } from './testing/mocked-client.ts'

describe('mock', () => {
  test('answers one row, and leaves the others', async () => {
    const client = aClient({ name: 'Blue Ocean', status: 'suspended' })
    const api = mockedClient([mock(clients.list, aPage([client], { total: 1 })), ...handlers()])
    expect((await api.clients.list()).data).toEqual([client])
    expect((await api.me.get()).role).toBe('reseller_manager')
  })

  test('may answer by what was asked, refuse, and do so once', async () => {
    const api = mockedClient([
      mock(clients.check, ({ input }) => aClientCheck({ domain: input.primaryDomain ? 'other' : 'not_checked' })),
      mock(clients.create, ({ input }) => (input.form === 'quick' ? refuse('not_found') : aClient()), { once: true }),
      ...handlers(),
    ])
    expect((await api.clients.check({ form: 'organization', primaryDomain: 'a.example.com' })).domain).toBe('other')
    expect((await api.clients.check({ form: 'quick' })).domain).toBe('not_checked')
    expect(await refusalOf(api.clients.create(aQuickClient()))).toMatchObject({ code: 'not_found' })
    expect((await api.clients.create(aQuickClient())).form).toBe('quick')
  })

  test('that is wrong fails at once, saying what, why and what to do', () => {
    const wrong = { ...aClient(), status: 'sleeping', descripton: 'misspelt' } as never
    expect(() => mock(clients.get, wrong)).toThrow(
      /the mock of clients\.get gives what the API never answers: \/status .* A test that passes with it proves nothing\. Mend the value/,
    )
    const misspelt = { ...aClient(), descripton: 'x' }
    expect(() => mock(clients.get, misspelt)).toThrow('/descripton (there is no such field)')
  })

  test('whose function is wrong fails the call, in the console too', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const api = mockedClient([
      mock(me.get, () => ({}) as never),
      mock(settings.get, () => {
        throw new Error('oops')
      }),
    ])
    const refusal = await refusalOf(api.me.get())
    expect(refusal).toMatchObject({ code: 'internal', status: 500, retryable: false })
    expect(refusal.message).toContain('the mock of me.get gives what the API never answers')
    expect((await refusalOf(api.settings.get())).message).toContain('a mock threw while it answered, mend it: oops')
    expect(said).toHaveBeenCalledTimes(2)
    said.mockRestore()
  })

  test('still refuses what the contract refuses', async () => {
    const api = mockedClient([mock(clients.create, aClient())])
    expect(await refusalOf(api.clients.create({ form: 'quick' } as never))).toMatchObject({ code: 'validation_failed' })
  })
})

describe('mockError', () => {
  test('comes with the data that is given, and else with an example', async () => {
    const quota = { limit: 5, used: 5, missing: 1 }
    const api = mockedClient([
      mockError(clients.create, 'quota_exceeded', quota),
      mockError(clients.get, 'rate_limited', { retryAfterMs: 2500 }),
    ])
    expect(await refusalOf(api.clients.create(aQuickClient()))).toMatchObject({ status: 409, data: quota })
    expect(await refusalOf(api.clients.get(aClient().id))).toMatchObject({ status: 429, retryAfterMs: 3000 })
  })

  test('may name fields', async () => {
    const errors = [{ pointer: '/phone', code: 'phone_not_international' } as const]
    const api = mockedClient([mockError(clients.create, 'validation_failed', { errors })])
    expect(await refusalOf(api.clients.create(aQuickClient()))).toMatchObject({ errors })
  })

  test('refuses codes that the row never answers with, and data that is none', () => {
    expect(() => mockError(clients.list, 'duplicate_suspected')).toThrow(
      /clients\.list never answers with duplicate_suspected, so a test of it proves nothing\. It can answer with filter_invalid,/,
    )
    expect(() => mockError(clients.create, 'quota_exceeded', { limit: 'five' } as never)).toThrow('/limit')
  })
})

describe('in msw/node', () => {
  const server = setupServer(...handlers({ baseUrl: 'https://clients.example.com' }))
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  const api = createClient({ baseUrl: 'https://clients.example.com', token: 'any', retries: 0 })

  test('the handlers answer the global fetch', async () => {
    const made = await api.clients.create(aQuickClient({ company: 'Blue Ocean' }))
    expect((await api.clients.list({ q: 'blue' })).data).toMatchObject([{ id: made.id }])
  })

  test('a row is answered otherwise for one test', async () => {
    server.use(mockError(apiKeys.list, 'permission_denied', { right: 'api_keys.manage' }))
    expect(await refusalOf(api.apiKeys.list())).toMatchObject({ data: { right: 'api_keys.manage' } })
  })
})
