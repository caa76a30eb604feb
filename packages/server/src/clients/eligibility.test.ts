import { describe, expect, test } from 'vitest'
import { noConnector, type Connector } from '../connector/connector.ts'
import { demoConnector } from '../connector/demo-connector.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

let connector: Connector = demoConnector()
const asked: string[] = []

// what it is asked is passed on to the vendor of the test at hand
const { north, failures } = await openTestPlatform({
  connectorPatience: 20,
  connector: {
    ...noConnector,
    eligibility: (candidate, options) => {
      asked.push(candidate.primaryDomain ?? '')
      return connector.eligibility(candidate, options)
    },
    domain: (domain, options) => connector.domain(domain, options),
  },
})
const { create, check, list } = north.owner.clients

describe('an organisation that the vendor does not let go', () => {
  test.each([
    ['nonprofit', 'customer_ineligible_nonprofit', 'Workspace for Nonprofits'],
    ['legacy', 'customer_ineligible_legacy_free', 'Workspace legacy free edition'],
  ])('R40: on the %s edition is not added', async (first, code, edition) => {
    connector = demoConnector()
    const primaryDomain = `${first}.example.com`
    expect(await refusalOf(create(organization({ primaryDomain })))).toMatchObject({
      status: 409,
      code,
      data: { edition },
    })
    expect((await list({ q: primaryDomain })).data).toEqual([])
  })

  test('R41: is told before submitting, with its reason', async () => {
    const draft = { form: 'organization', primaryDomain: 'nonprofit.example.com' } as const
    expect((await check(draft)).blockers).toEqual([
      { code: 'customer_ineligible_nonprofit', data: { edition: 'Workspace for Nonprofits' } },
    ])
    expect((await check({ form: 'organization', primaryDomain: 'fine.example.com' })).blockers).toEqual([])
  })

  test('R41: is asked for with the domain as it is compared', async () => {
    asked.length = 0
    await check({ form: 'organization', primaryDomain: ' NONPROFIT.Example.com ' })
    expect(asked).toEqual(['nonprofit.example.com'])
  })

  test('R41: is refused by its fields first, where some are not valid', async () => {
    const input = organization({ primaryDomain: 'nonprofit.example.com', phone: '+49 1' })
    expect(await refusalOf(create(input))).toMatchObject({ code: 'validation_failed' })
  })
})

describe('a vendor that does not answer well', () => {
  const never = new Promise<never>(() => {})
  const failing: Record<string, Connector> = {
    'answers never': { ...noConnector, eligibility: () => never, domain: () => never },
    'knows nothing': noConnector,
    fails: {
      ...noConnector,
      eligibility: () => Promise.reject(new Error('down')),
      domain: () => Promise.reject(new Error('down')),
    },
    'throws at once': {
      ...noConnector,
      eligibility: () => {
        throw new Error('broken')
      },
      domain: () => {
        throw new Error('broken')
      },
    },
  }

  test.each(Object.keys(failing))('that %s stops no client from being added', async (name) => {
    connector = failing[name] as Connector
    const input = organization({ name: `Vendor ${name}` })
    expect((await create(input)).name).toBe(`Vendor ${name}`)
    await create(quick())
    expect(await check({ form: 'organization', primaryDomain: 'nobody.example.com' })).toMatchObject({
      blockers: [],
      domain: 'available',
    })
    expect(failures).toEqual([])
  })

  test('is told when its answer is not awaited any longer', async () => {
    const stopped = Promise.withResolvers<void>()
    connector = {
      ...noConnector,
      eligibility: (_, { signal }) => {
        signal.addEventListener('abort', () => stopped.resolve())
        return never
      },
    }
    await create(organization())
    await expect(stopped.promise).resolves.toBeUndefined()
  })

  test('does not hold up others: no transaction is open while it thinks', async () => {
    const answer = Promise.withResolvers<'unknown'>()
    const isAsked = Promise.withResolvers<void>()
    connector = {
      ...noConnector,
      domain: () => {
        isAsked.resolve()
        return answer.promise
      },
    }
    const slow = create(organization())
    await isAsked.promise
    // on the embedded database there is one connection for everybody
    expect((await north.owner.me.get()).role).toBe('reseller_owner')
    answer.resolve('unknown')
    await slow
  })
})
