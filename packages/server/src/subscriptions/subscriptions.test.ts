import { beforeAll, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { stateOf } from './subscriptions.store.ts'

const platform = await openTestPlatform()
const { admin, support, north, below, south, key, sql } = platform

beforeAll(() => setPages(platform))

/** A client of north with one subscription that north sold and one that it bought directly. */
async function customer() {
  const client = await north.owner.clients.create(quick())
  const sold = await admin.subscriptions.record({
    clientId: client.id,
    sku: 'hosting_start',
    soldById: north.id,
    seats: 5,
  })
  const direct = await admin.subscriptions.record({ clientId: client.id, sku: 'hosting_pro', seats: 3 })
  return { client, sold, direct }
}

describe('who sees a subscription', () => {
  test('the seller, the owner of the client, those above, the client and the platform', async () => {
    const { client, sold, direct } = await customer()
    const self = await key(client.id, 'client_user')
    for (const caller of [admin, support, north.owner, north.sales, north.support, self]) {
      const { data } = await caller.subscriptions.list({ clientId: client.id })
      expect(data.map(({ id }) => id)).toEqual([sold.id, direct.id])
      expect(await caller.subscriptions.get(direct.id)).toMatchObject({ soldBy: null, name: 'Hosting Pro' })
    }
    for (const stranger of [south.owner, below.owner]) {
      expect(await stranger.subscriptions.list({ clientId: client.id })).toMatchObject({ data: [] })
      expect(await codeOf(stranger.subscriptions.get(sold.id))).toBe('not_found')
    }
  })

  test('a list without a client is that of all clients in reach, page by page', async () => {
    const { sold, direct } = await customer()
    const seen = await north.owner.subscriptions.list({ limit: 1 }).toArray({ limit: 1000 })
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([sold.id, direct.id]))
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(await south.owner.subscriptions.list().toArray({ limit: 1000 })).toEqual([])
  })
})

describe('scenario 15', () => {
  test('R200: with access off the reseller still changes seats of what it sold, and cannot touch the rest', async () => {
    const { client, sold, direct } = await customer()
    const changed = await north.owner.subscriptions.setSeats(sold.id, { seats: 8 })
    expect(changed).toMatchObject({ seats: 8, soldBy: { id: north.id, name: 'North' } })
    const refusal = await refusalOf(north.owner.subscriptions.setSeats(direct.id, { seats: 9 }))
    expect(refusal).toMatchObject({
      status: 403,
      code: 'access_switch_off',
      data: { clientId: client.id, resellerId: north.id },
    })
    expect(await north.owner.subscriptions.get(direct.id)).toMatchObject({
      seats: 3,
      actions: { setSeats: { allowed: false, code: 'access_switch_off' } },
    })
    expect(await readEvents(admin, { subject: sold.id, type: ['subscription.seats_changed'] }, 1)).toMatchObject([
      { changes: { seats: { from: 5, to: 8 } }, clientId: client.id, grantId: null },
    ])
  })

  test('R172: with a grant in effect it manages what the client bought directly, under that grant', async () => {
    const { client, direct } = await customer()
    const { grantId } = await granted(platform, north.owner, client.id)
    expect(await codeOf(north.owner.subscriptions.setSeats(direct.id, { seats: 2 }))).toBe('propagation_pending')
    await carriedOut(platform, client.id)
    expect(await north.owner.subscriptions.setSeats(direct.id, { seats: 2 })).toMatchObject({ seats: 2 })
    expect(await readEvents(admin, { subject: direct.id, type: ['subscription.seats_changed'] }, 1)).toMatchObject([
      { grantId },
    ])
    expect((await north.owner.accessGrants.get(grantId)).lastUsedAt).not.toBeNull()
  })
})

/** Lets south in beside north. */
async function letIn(clientId: string) {
  await sql(
    `insert into links (id, reseller_id, client_id, kind, origin, status, since)
     values ('lnk_' || $2, $1, $2, 'secondary', 'created', 'active', now())`,
    [south.id, clientId],
  )
}

describe('consent', () => {
  test('R6 R7: to look after products spends nothing of the client’s: more seats are bought', async () => {
    const { client, direct } = await customer()
    await granted(platform, north.owner, client.id, { level: 'manage' })
    await carriedOut(platform, client.id)
    expect(await codeOf(north.owner.subscriptions.setSeats(direct.id, { seats: 4 }))).toBe('capability_not_in_level')
    await granted(platform, north.owner, client.id, { level: 'manage_and_purchase' })
    await carriedOut(platform, client.id)
    expect(await codeOf(north.owner.subscriptions.setSeats(direct.id, { seats: 4 }))).toBe('payment_method_missing')
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    expect(await north.owner.subscriptions.setSeats(direct.id, { seats: 4 })).toMatchObject({ seats: 4 })
  })

  test('R200: does not reach what another reseller sold, which is between that one and the client', async () => {
    const { client, sold } = await customer()
    await letIn(client.id)
    await granted(platform, south.owner, client.id, { level: 'manage' })
    await carriedOut(platform, client.id)
    expect(await south.owner.subscriptions.get(sold.id)).toMatchObject({
      actions: { cancel: { allowed: false, code: 'subscription_not_in_scope' } },
    })
    expect(await codeOf(south.owner.subscriptions.cancel(sold.id))).toBe('subscription_not_in_scope')
    expect((await north.owner.subscriptions.get(sold.id)).status).toBe('active')
  })

  test('R9: to some subscriptions leaves out what the reseller once suggested', async () => {
    const { client, direct } = await customer()
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    const self = await key(client.id, 'client_admin')
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items: [{ sku: 'hosting_pro' }] })
    const answered = await self.suggestions.answer(id, { buy: ['hosting_pro'] })
    const order = await self.orders.get(String(answered.items[0]?.orderId))
    const bought = String(order.items[0]?.subscriptionId)
    await granted(platform, north.owner, client.id, { scope: { kind: 'subscriptions', ids: [direct.id] } })
    await carriedOut(platform, client.id)
    expect(await codeOf(north.owner.subscriptions.cancel(bought))).toBe('subscription_not_in_scope')
    expect((await north.owner.subscriptions.cancel(direct.id)).status).toBe('canceled')
  })

  test('R201: lets another reseller read what the owner sold as long as it is in effect, and no longer', async () => {
    const { client, sold } = await customer()
    const self = await key(client.id, 'client_admin')
    const reads = async () => {
      const { data } = await south.owner.subscriptions.list({ clientId: client.id })
      return data.some(({ id }) => id === sold.id) ? 'reads' : 'not_found'
    }
    const pair = { id: client.id, resellerId: south.id }
    await letIn(client.id)
    await granted(platform, south.owner, client.id, { level: 'manage' })
    expect(await reads()).toBe('not_found')
    await carriedOut(platform, client.id)
    expect(await reads()).toBe('reads')
    await self.access.pause(client.id)
    expect(await reads()).toBe('not_found')
    await self.access.resume(client.id)
    await carriedOut(platform, client.id)
    expect(await reads()).toBe('reads')
    await self.access.save(pair, { allow: false })
    expect(await reads()).toBe('not_found')
    await self.access.save(pair, { allow: true })
    await carriedOut(platform, client.id)
    const [grant] = (await self.accessGrants.list({ resellerId: south.id, status: ['active'] })).data
    await self.accessGrants.lower(String(grant?.id), { level: 'connection_only' })
    await carriedOut(platform, client.id)
    expect(await reads()).toBe('not_found')
  })
})

describe('changing a subscription', () => {
  test('is for support staff where the client allows it, also what was sold: they sell nothing themselves', async () => {
    const { client, sold, direct } = await customer()
    for (const { id } of [sold, direct]) {
      expect(await codeOf(north.support.subscriptions.setSeats(id, { seats: 2 }))).toBe('access_switch_off')
    }
    const { grantId } = await granted(platform, north.owner, client.id)
    await carriedOut(platform, client.id)
    for (const { id } of [sold, direct]) {
      expect(await north.support.subscriptions.setSeats(id, { seats: 2 })).toMatchObject({ seats: 2 })
      expect(await readEvents(admin, { subject: id, type: ['subscription.seats_changed'] }, 1)).toMatchObject([
        { grantId },
      ])
    }
  })

  test('is not for the client where a reseller sold it', async () => {
    const { client, sold, direct } = await customer()
    const self = await key(client.id, 'client_admin')
    expect(await codeOf(self.subscriptions.setSeats(sold.id, { seats: 6 }))).toBe('permission_denied')
    expect(await self.subscriptions.setSeats(direct.id, { seats: 6 })).toMatchObject({ seats: 6 })
  })

  test('goes against the version that was seen, and not after it is over', async () => {
    const { sold } = await customer()
    await north.owner.subscriptions.setSeats(sold.id, { seats: 6 })
    expect(await codeOf(north.owner.subscriptions.setSeats(sold.id, { seats: 7 }, { ifMatch: sold.etag }))).toBe(
      'etag_mismatch',
    )
    const canceled = await north.owner.subscriptions.cancel(sold.id)
    expect(canceled).toMatchObject({ status: 'canceled', actions: { cancel: { allowed: false } } })
    expect(await refusalOf(north.owner.subscriptions.setSeats(sold.id, { seats: 7 }))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'canceled', allowed: [] },
    })
    expect(await fieldsOf(north.owner.subscriptions.setSeats(sold.id, { seats: 0 }))).toEqual(['/seats invalid_choice'])
  })
})

describe('recording', () => {
  test('is the platform’s, and names a client, a reseller and a product that there are', async () => {
    const { client } = await customer()
    expect(await codeOf(north.owner.subscriptions.record({ clientId: client.id, sku: 'hosting_start' }))).toBe(
      'permission_denied',
    )
    const wrong = { clientId: north.id, sku: 'no_such_sku', soldById: client.id }
    expect(await fieldsOf(admin.subscriptions.record(wrong))).toEqual([
      '/clientId invalid_choice',
      '/soldById invalid_choice',
      '/sku invalid_choice',
    ])
  })

  test('R65: shows on the client’s record, and lists are filtered by it', async () => {
    const { client, sold, direct } = await customer()
    const state = async () => (await north.owner.clients.get(client.id)).subscriptionState
    expect(await state()).toBe('active')
    const active = await north.owner.clients.list({ subscriptionState: ['active'] }).toArray({ limit: 1000 })
    expect(active.map(({ id }) => id)).toContain(client.id)
    await admin.subscriptions.cancel(sold.id)
    await admin.subscriptions.cancel(direct.id)
    expect(await state()).toBe('ended')
  })

  test('R201: what somebody else sells to the client does not show on the owner’s record of it', async () => {
    const { id } = await north.owner.clients.create(quick())
    await admin.subscriptions.record({ clientId: id, sku: 'hosting_start', soldById: south.id })
    expect((await north.owner.clients.get(id)).subscriptionState).toBe('none')
  })

  test.each([
    [[], 'none'],
    [['trial'], 'trial'],
    [['trial', 'active'], 'active'],
    [['suspended', 'canceled'], 'suspended'],
    [['suspended', 'active'], 'mixed'],
    [['canceled', 'expired'], 'ended'],
  ] as const)('%j together are %s', (statuses, state) => {
    expect(stateOf(statuses)).toBe(state)
  })
})
