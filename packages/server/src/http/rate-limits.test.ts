import { describe, expect, test } from 'vitest'
import { organization } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { north, south, clock, send } = await openTestPlatform({ rateLimits: { lookup: 3, general: 20 } })
const look = (caller = north.owner) =>
  caller.clients.check({ form: 'organization', primaryDomain: 'guess.example.com' })

describe('N22: guessing', () => {
  test('ends with the budget for looking up, and goes on with the next minute', async () => {
    clock.move(minute)
    for (let left = 2; left >= 0; left--) {
      const { response } = await look().withResponse()
      expect(response.headers.get('ratelimit-policy')).toBe('"lookup";q=3;w=60')
      expect(response.headers.get('ratelimit')).toMatch(new RegExp(`^"lookup";r=${left};t=\\d+$`))
    }
    clock.move(18_500)
    const refusal = await refusalOf(look())
    expect(refusal).toMatchObject({
      status: 429,
      code: 'rate_limited',
      retryable: true,
      data: { retryAfterMs: 41_500 },
    })
    expect(refusal.retryAfterMs).toBe(42_000)
    // neither the other budget nor another caller has suffered
    await north.owner.clients.list()
    await look(south.owner)
    clock.move(41_500)
    expect((await look()).domain).toBe('available')
  })

  test('by trying to add domains of others has the same budget', async () => {
    clock.move(minute)
    await south.owner.clients.create(organization({ primaryDomain: 'of-south.example.com' }))
    const guess = () => codeOf(north.owner.clients.create(organization({ primaryDomain: 'of-south.example.com' })))
    for (let i = 0; i < 3; i++) expect(await guess()).toBe('domain_taken_other')
    expect(await guess()).toBe('rate_limited')
    expect(await codeOf(look())).toBe('rate_limited')
    // a domain that is free is no guess
    await north.owner.clients.create(organization())
  })

  test('is not counted twice for one call', async () => {
    clock.move(minute)
    const { response } = await look().withResponse()
    expect(response.headers.get('ratelimit')).toContain('r=2;')
  })
})

describe('calling too often', () => {
  test('is refused with headers that say when to go on', async () => {
    clock.move(minute)
    for (let i = 0; i < 20; i++) await north.sales.me.get()
    const response = await send('/v1/me', { as: north.sales.secret })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(response.headers.get('ratelimit')).toBe('"general";r=0;t=60')
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After')
    clock.move(minute)
    expect((await north.sales.me.get()).role).toBe('reseller_sales')
  })

  test('by one viewer does not stop another', async () => {
    clock.move(minute)
    const session = async (id: string) => {
      const origins = ['https://panel.example.com']
      return (
        await north.owner.sessions.create({ accountId: north.id, role: 'reseller_sales', viewer: { id }, origins })
      ).token
    }
    const [one, two] = [await session('one'), await session('two')]
    const call = (as: string) => send('/v1/me', { as, headers: { origin: 'https://panel.example.com' } })
    for (let i = 0; i < 20; i++) expect((await call(one)).status).toBe(200)
    expect((await call(one)).status).toBe(429)
    expect((await call(two)).status).toBe(200)
  })

  test('also when the clock goes back, for a minute at most', async () => {
    clock.move(minute)
    const calls = await Promise.allSettled(Array.from({ length: 21 }, () => south.sales.me.get()))
    expect(calls.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    clock.move(-10 * minute)
    expect((await south.sales.me.get()).role).toBe('reseller_sales')
  })
})
