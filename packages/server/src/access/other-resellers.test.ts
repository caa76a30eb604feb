import type { CreateSession } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

// R201, N22: a client's relation to a second reseller is the client's business, and not its owner's; nor the other way round

const platform = await openTestPlatform()
const { admin, north, south, sql, key, as, clock } = platform
const items = [{ sku: 'hosting_pro', note: 'southern note' }]

/** A client of north that let south in beside it, and everything that south and the client did with each other. */
let id: string
/** Ids of what is south's. */
let theirs: string[]
let soldBySouth: string

beforeAll(async () => {
  await setPages(platform)
  ;({ id } = await north.owner.clients.create(quick({ primaryEmail: 'both@mail.example.org' })))
  await sql(
    `insert into links (id, reseller_id, client_id, kind, origin, status, since)
     values ('lnk_' || $1, $1, $2, 'secondary', 'created', 'active', now())`,
    [south.id, id],
  )
  const itself = await key(id, 'client_admin')
  await admin.clients.setPaymentMethod(id, { onFile: true })
  await granted(platform, north.owner, id, { scope: { kind: 'sold_by_reseller' } })
  const declined = await south.owner.accessRequests.create(
    asking(id, { recipientEmail: 'southern@mail.example.org', message: 'southern words' }),
  )
  await south.owner.accessRequests.cancel(declined.id)
  const { grantId } = await granted(platform, south.owner, id, { level: 'manage_and_purchase' })
  await carriedOut(platform, id)
  const sold = await south.owner.orders.create({
    clientId: id,
    items: [{ sku: 'hosting_start' }],
    chargeTo: 'reseller',
  })
  const order = await south.owner.orders.create({ clientId: id, items: [{ sku: 'hosting_pro' }] })
  const direct = await itself.orders.create({ clientId: id, items: [{ sku: 'hosting_start' }] })
  soldBySouth = String(sold.items[0]?.subscriptionId)
  await south.owner.subscriptions.setSeats(soldBySouth, { seats: 9 })
  const suggestion = await south.owner.suggestions.create({ clientId: id, items, message: 'southern words' })
  await itself.suggestions.answer(suggestion.id, { buy: ['hosting_pro'] })
  const expiring = await south.owner.suggestions.create({
    clientId: id,
    items,
    expiresAt: new Date(clock.now().getTime() + 60_000).toISOString(),
  })
  await itself.access.pause(id)
  await itself.access.resume(id)
  await carriedOut(platform, id)
  await itself.accessGrants.end(grantId)
  const endpoint = await south.owner.webhookEndpoints.create({ url: 'https://south.example.net/hook', events: ['*'] })
  clock.move(120_000)
  await platform.server.runDue()
  const receipts = await sql<{ id: string }>('select id from consent_receipts where reseller_id = $1', [south.id])
  const policies = await sql<{ id: string }>('select id from access_policies where reseller_id = $1', [south.id])
  theirs = [
    declined.id,
    grantId,
    sold.id,
    order.id,
    direct.id,
    soldBySouth,
    suggestion.id,
    expiring.id,
    endpoint.id,
    ...[...receipts, ...policies].map((row) => row.id),
  ]
})

/** Everything that a reseller can read about the client in any way. */
async function everythingOf(reseller: typeof north | typeof south): Promise<string> {
  const { owner } = reseller
  const all = { limit: 1000 }
  const events = await readEvents(owner, {}, 3)
  const read = [
    events,
    await owner.events.list({ clientId: id, limit: 200 }).toArray(all),
    await owner.access.activity(id).toArray(all),
    await owner.access.list(id),
    await owner.accessRequests.list({ clientId: id, include: ['actions'] }).toArray(all),
    await owner.accessGrants.list({ clientId: id, include: ['actions'] }).toArray(all),
    await owner.subscriptions.list({ clientId: id, include: ['actions'] }).toArray(all),
    await owner.orders.list({ clientId: id }).toArray(all),
    await owner.suggestions.list({ clientId: id }).toArray(all),
    await owner.webhookEndpoints.list().toArray(all),
    await owner.clients.list().toArray(all),
  ]
  return JSON.stringify(read)
}

/** Where a word stands in what was read, for a message that can be read. */
function around(read: string, word: string): string {
  const place = read.indexOf(word)
  return place === -1 ? '' : read.slice(Math.max(0, place - 200), place + 200)
}

describe('the owner of a client', () => {
  test('R201 N22: reads nothing of what a second reseller and the client have with each other', async () => {
    const read = await everythingOf(north)
    for (const word of [...theirs, south.id, 'southern', 'South']) expect(around(read, word)).toBe('')
  })

  test('asks for it by no filter, id or place in the feed', async () => {
    const { owner } = north
    for (const one of theirs) {
      expect(await owner.events.list({ subject: one })).toMatchObject({ data: [] })
      expect(await owner.events.list({ clientId: id, subject: one })).toMatchObject({ data: [] })
    }
    const [, grantId = ''] = theirs
    expect(await owner.events.list({ grantId })).toMatchObject({ data: [] })
    expect(await owner.access.activity(id, { grantId })).toMatchObject({ data: [] })
    expect(await owner.access.activity(id, { resellerId: south.id })).toMatchObject({ data: [] })
    expect(await owner.accessGrants.list({ resellerId: south.id })).toMatchObject({ data: [] })
    expect(await owner.accessRequests.list({ resellerId: south.id })).toMatchObject({ data: [] })
    const [event] = await readEvents(admin, { subject: grantId }, 1)
    expect(await codeOf(owner.events.list({ after: String(event?.id) }))).toBe('not_found')
    expect(await codeOf(owner.access.get({ id, resellerId: south.id }))).toBe('not_found')
    expect(await codeOf(owner.access.explain({ clientId: id, resellerId: south.id, capability: 'x' }))).toBe(
      'not_found',
    )
    const [requestId = '', , orderId = '', , , subscriptionId = '', suggestionId = ''] = theirs
    const calls = {
      read: () => owner.accessRequests.get(requestId),
      resend: () => owner.accessRequests.resend(requestId, {}),
      cancel: () => owner.accessRequests.cancel(requestId),
      grant: () => owner.accessGrants.get(grantId),
      receipt: () => owner.accessGrants.receipt(grantId),
      end: () => owner.accessGrants.end(grantId),
      order: () => owner.orders.get(orderId),
      suggestion: () => owner.suggestions.get(suggestionId),
      withdraw: () => owner.suggestions.withdraw(suggestionId),
      subscription: () => owner.subscriptions.get(subscriptionId),
      seats: () => owner.subscriptions.setSeats(subscriptionId, { seats: 1 }),
      stop: () => owner.subscriptions.cancel(subscriptionId),
    }
    for (const [name, call] of Object.entries(calls)) expect([name, await codeOf(call())]).toEqual([name, 'not_found'])
  })

  test('sees what the other sold where the client ticks it, or lets it look after everything', async () => {
    await admin.subscriptions.cancel(soldBySouth)
    const sold = await admin.subscriptions.record({ clientId: id, sku: 'hosting_start', soldById: south.id, seats: 1 })
    const sees = async () =>
      (await north.owner.subscriptions.list({ clientId: id })).data.some((one) => one.id === sold.id)
    const itself = await key(id, 'client_admin')
    expect(await sees()).toBe(false)
    const inEffect = () => carriedOut(platform, id)
    const { grantId } = await granted(platform, north.owner, id, { scope: { kind: 'subscriptions', ids: [sold.id] } })
    await inEffect()
    expect(await sees()).toBe(true)
    await itself.accessGrants.end(grantId)
    expect(await sees()).toBe(false)
    const all = await granted(platform, north.owner, id, { scope: { kind: 'all' } })
    expect(await sees()).toBe(false)
    await inEffect()
    expect(await sees()).toBe(true)
    await itself.accessGrants.end(all.grantId)
    expect(await sees()).toBe(false)
    const where = { id, resellerId: north.id }
    await itself.access.save(where, { allow: true, direct: [sold.id], resellerHasAgreed: true })
    expect(await sees()).toBe(false)
    await inEffect()
    expect(await sees()).toBe(true)
    await itself.access.save(where, { allow: true, direct: [] })
    expect(await sees()).toBe(false)
  })
})

describe('a second reseller', () => {
  test('reads nothing of what the owner and the client have with each other', async () => {
    const read = await everythingOf(south)
    for (const word of [north.id, 'North']) expect(around(read, word)).toBe('')
  })

  test('has its own events, and so have the client and the platform', async () => {
    const [, grantId = ''] = theirs
    const itself = await key(id, 'client_admin')
    for (const caller of [south.owner, itself, admin]) {
      const types = (await readEvents(caller, { subject: grantId }, 3)).map(({ type }) => type)
      expect(types).toEqual(
        expect.arrayContaining(['access_grant.activating', 'access_grant.activated', 'access_grant.ending']),
      )
    }
    for (const caller of [south.owner, itself, admin]) {
      const activity = await caller.access.activity(id, { resellerId: south.id }).toArray({ limit: 1000 })
      expect(activity.map(({ type }) => type)).toEqual(
        expect.arrayContaining([
          'order.placed',
          'suggestion.sent',
          'subscription.seats_changed',
          'consent_receipt.issued',
        ]),
      )
    }
  })
})

test('R201: a reseller’s key makes no session that sees the client’s other resellers', async () => {
  const origin = 'https://panel.example.com'
  const made: CreateSession = { accountId: id, role: 'client_user', viewer: { id: 'v' }, origins: [origin] }
  const user = as((await north.owner.sessions.create(made)).token, origin)
  expect((await user.clients.get(id)).id).toBe(id)
  expect((await user.me.get()).rights).not.toHaveProperty('access.read')
  expect(await codeOf(user.access.list(id))).toBe('permission_denied')
  expect(await codeOf(user.access.activity(id))).toBe('permission_denied')
  expect(await codeOf(user.accessGrants.list())).toBe('permission_denied')
  expect(await codeOf(user.subscriptions.list())).toBe('permission_denied')
  // the platform knows whom it lets in
  const vouched = as((await admin.sessions.create(made)).token, origin)
  expect((await vouched.access.list(id)).resellers).toHaveLength(2)
})
