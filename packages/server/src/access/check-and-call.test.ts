import type { AccessAnswer, AccessQuestion } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { isApiError } from '@clientele/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

// every denied call carries the codes that the question is answered with, and what is allowed is done

const platform = await openTestPlatform({ rateLimits: { general: 1_000_000, check: 1_000_000 } })
const { admin, north, below, south, key } = platform
/** A manager’s rights are those of an owner here. */
const staff: Record<string, Clientele> = {
  reseller_owner: north.owner,
  reseller_sales: north.sales,
  reseller_support: north.support,
}

beforeAll(() => setPages(platform))

/** A client and what it has: sold by its owner, bought directly and ticked, bought directly and not, sold by another. */
interface Customer {
  clientId: string
  itself: Clientele
  subscriptions: Record<'sold' | 'ticked' | 'unticked' | 'southern', string>
}

async function customer(owner: Pick<typeof below, 'id' | 'owner'> = north): Promise<Customer> {
  const { id: clientId } = await owner.owner.clients.create(quick())
  const has = async (soldById?: string) =>
    (await admin.subscriptions.record({ clientId, sku: 'hosting_start', seats: 1_000, ...(soldById && { soldById }) }))
      .id
  const subscriptions = {
    sold: await has(owner.id),
    ticked: await has(),
    unticked: await has(),
    southern: await has(south.id),
  }
  return { clientId, itself: await key(clientId, 'client_admin'), subscriptions }
}

const levels = { manage: { kind: 'sold_plus_ticked' }, manage_and_purchase: { kind: 'all' } } as const

/** From nothing to its end, one after the other: what each does to get there. */
const states: Record<string, (customer: Customer, level: keyof typeof levels) => Promise<unknown>> = {
  'nothing was asked': async () => undefined,
  'the client was asked': ({ clientId }, level) =>
    north.owner.accessRequests.create(asking(clientId, { level, scope: levels[level] })),
  'the consent is on its way': async ({ clientId }, level) => {
    const [request] = (await north.owner.accessRequests.list({ clientId })).data
    await north.owner.accessRequests.cancel(String(request?.id))
    await granted(platform, north.owner, clientId, { level, scope: levels[level] })
  },
  'the consent is in effect, and there is nothing to pay with': async (its) => {
    const direct = [its.subscriptions.ticked]
    await its.itself.access.save(
      { id: its.clientId, resellerId: north.id },
      { allow: true, direct, resellerHasAgreed: true },
    )
    await carriedOut(platform, its.clientId)
  },
  'there is something to pay with': ({ clientId }) => admin.clients.setPaymentMethod(clientId, { onFile: true }),
  'the switch is off': ({ clientId, itself }) =>
    itself.access.save({ id: clientId, resellerId: north.id }, { allow: false }),
  'the switch is on again': async ({ clientId, itself }) => {
    await itself.access.save({ id: clientId, resellerId: north.id }, { allow: true })
    await carriedOut(platform, clientId)
  },
  'everything is paused': ({ clientId, itself }) => itself.access.pause(clientId),
  'the client has ended it': async ({ clientId, itself }) => {
    await itself.access.resume(clientId)
    await carriedOut(platform, clientId)
    const [grant] = (await itself.accessGrants.list({ status: ['active'] })).data
    await itself.accessGrants.end(String(grant?.id))
  },
}

interface Deed {
  asks: Omit<AccessQuestion, 'clientId'>
  does: (caller: Clientele) => PromiseLike<unknown>
}

/** Each time more than ever before, and fewer. */
let [most, fewest] = [1_000, 1_000]

function deeds({ clientId, subscriptions }: Customer): Record<string, Deed> {
  const { sold, ticked } = subscriptions
  const more = Object.entries({ sold, ticked }).map(([which, subscriptionId]): [string, Deed] => [
    `more seats of what is ${which}`,
    {
      asks: { capability: 'products.purchase', subscriptionId },
      does: (caller) => caller.subscriptions.setSeats(subscriptionId, { seats: ++most }),
    },
  ])
  const fewer = Object.entries(subscriptions).map(([which, subscriptionId]): [string, Deed] => [
    `fewer seats of what is ${which}`,
    {
      asks: { capability: 'products.manage', subscriptionId },
      does: (caller) => caller.subscriptions.setSeats(subscriptionId, { seats: --fewest }),
    },
  ])
  const items = [{ sku: 'hosting_pro' }]
  return {
    ...Object.fromEntries([...more, ...fewer]),
    purchase: {
      asks: { capability: 'products.purchase' },
      does: (caller) => caller.orders.create({ clientId, items }),
    },
    suggestion: {
      asks: { capability: 'products.suggest' },
      does: (caller) => caller.suggestions.create({ clientId, items }),
    },
  }
}

/** What came of it, in the words of the answer to the question. */
async function outcome(call: PromiseLike<unknown>): Promise<Partial<AccessAnswer>> {
  try {
    const answer = await call
    if (typeof answer === 'object' && answer !== null && 'grantId' in answer && 'allowed' in answer) {
      const { grantId: _grantId, ...rest } = answer as AccessAnswer
      return rest
    }
    return { allowed: true }
  } catch (error) {
    if (!isApiError(error)) throw error
    return { allowed: false, code: error.code, ...(error.data === undefined ? {} : { data: error.data }) }
  }
}

const met = new Set<string>()

describe.each(Object.keys(levels) as (keyof typeof levels)[])(
  'at the level %s, what is asked and what is done',
  (level) => {
    let its: Customer
    beforeAll(async () => {
      its = await customer()
    })

    // one after the other: each state begins where the one before ended
    test.each(Object.keys(states))(
      'have one answer for every role and every kind of subscription when %s',
      async (state) => {
        await states[state]?.(its, level)
        for (const [role, caller] of Object.entries(staff)) {
          for (const [deed, { asks, does }] of Object.entries(deeds(its))) {
            const question = { clientId: its.clientId, ...asks }
            const { grantId: _grantId, ...answer } = await caller.access.check(question)
            const done = await outcome(does(caller))
            // of what the reseller does not see, the call says that it is not there
            const expected = done.code === 'not_found' ? { ...answer, allowed: false } : done
            expect([role, deed, answer]).toEqual([role, deed, expected])
            met.add(`${role} ${deed}: ${answer.code ?? 'yes'}`)
          }
        }
      },
      60_000,
    )
  },
)

describe('at the client of a reseller below, what is asked and what is done', () => {
  const others: Record<string, Clientele> = {
    'owner above': north.owner,
    'manager above': north.manager,
    'sales above': north.sales,
    'support above': north.support,
    seller: below.owner,
    stranger: south.owner,
  }
  let its: Customer
  beforeAll(async () => {
    its = await customer(below)
  })

  test.each(['nothing was asked', 'the one below has the consent'])(
    'have one answer for everybody when %s',
    async (state) => {
      if (state !== 'nothing was asked') {
        await granted(platform, below.owner, its.clientId, { level: 'manage_and_purchase', scope: { kind: 'all' } })
        await carriedOut(platform, its.clientId)
        await admin.clients.setPaymentMethod(its.clientId, { onFile: true })
      }
      for (const [who, caller] of Object.entries(others)) {
        for (const [deed, { asks, does }] of Object.entries(deeds(its))) {
          const asked = await outcome(caller.access.check({ clientId: its.clientId, ...asks }))
          const done = await outcome(does(caller))
          expect([who, deed, asked]).toEqual([who, deed, expectedFor(who, asked, done)])
          met.add(`${who} ${deed}: ${asked.code ?? 'yes'}`)
        }
      }
    },
    60_000,
  )

  function expectedFor(who: string, asked: Partial<AccessAnswer>, done: Partial<AccessAnswer>) {
    // without the right to do it the call does not look for the client
    if (done.code === 'permission_denied') return { allowed: false, code: 'not_found' }
    // who has to do with the client is told why, also of what another sold to it
    return who === 'seller' && done.code === 'not_found' ? { ...asked, allowed: false } : done
  }

  test('model 5.6: who stands above manages what was sold below, and who has no link with the client manages nothing', () => {
    expect([...met]).toEqual(
      expect.arrayContaining([
        'owner above more seats of what is sold: yes',
        'manager above fewer seats of what is sold: yes',
        'sales above fewer seats of what is sold: not_found',
        'support above fewer seats of what is sold: not_found',
        'owner above fewer seats of what is unticked: link_missing',
        'owner above fewer seats of what is southern: not_found',
        'owner above fewer seats of what is southern: link_missing',
        'owner above purchase: not_found',
        'owner above suggestion: not_found',
        'seller fewer seats of what is sold: yes',
        'seller purchase: yes',
        'stranger fewer seats of what is southern: link_missing',
        'stranger fewer seats of what is sold: not_found',
      ]),
    )
  })
})

test('R200: these were the answers, among others', () => {
  expect([...met]).toEqual(
    expect.arrayContaining([
      'reseller_sales more seats of what is sold: yes',
      'reseller_support fewer seats of what is sold: access_switch_off',
      'reseller_support fewer seats of what is sold: yes',
      'reseller_support more seats of what is sold: role_required',
      'reseller_support fewer seats of what is ticked: yes',
      'reseller_sales more seats of what is ticked: yes',
      'reseller_sales fewer seats of what is unticked: subscription_not_in_scope',
      'reseller_sales purchase: payment_method_missing',
      'reseller_sales purchase: capability_not_in_level',
      'reseller_sales purchase: access_paused',
      'reseller_sales purchase: grant_ended',
      'reseller_support purchase: role_required',
      'reseller_owner suggestion: yes',
      'reseller_support suggestion: permission_denied',
    ]),
  )
  const ofSellers = [...met].filter((one) => /(owner|sales) (more|fewer) seats of what is sold/.test(one))
  expect(ofSellers.filter((one) => !one.endsWith(': yes'))).toEqual([])
})
