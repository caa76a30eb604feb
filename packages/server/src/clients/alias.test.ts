import type { CreateAccessRequest } from '@clientele/contract'
import type { ApiError } from '@clientele/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick, team } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

// R32: what the reseller typed and the account that the client had already are one client from the acceptance on

const platform = await openTestPlatform()
const { admin, north, south, key, sql } = platform

beforeAll(() => setPages(platform))

let made = 0

/** A placeholder of north that was accepted for an account of south, which south has sold something. */
async function joined(with_: Partial<CreateAccessRequest> = {}) {
  const account = await south.owner.clients.create(quick({ company: `Account ${++made}` }))
  const placeholder = await north.owner.clients.create(quick({ company: `Card ${made}` }))
  const direct = await admin.subscriptions.record({ clientId: account.id, sku: 'hosting_pro', seats: 3 })
  const southern = await admin.subscriptions.record({
    clientId: account.id,
    sku: 'hosting_start',
    soldById: south.id,
    seats: 3,
  })
  const before = await north.owner.orders.create({
    clientId: placeholder.id,
    items: [{ sku: 'hosting_start' }],
    chargeTo: 'reseller',
  })
  const accepted = await accept(placeholder.id, account.id, with_)
  return { account, placeholder, direct, southern, before, ...accepted }
}

async function accept(placeholderId: string, accountId: string, with_: Partial<CreateAccessRequest> = {}) {
  const { request, holder } = await asked(placeholderId, accountId, with_)
  const { grantId } = await holder.accessRequests.accept({ level: request.level, accountId })
  return { request, grantId }
}

/** North has asked, and the administrator of the account has the link. */
async function asked(placeholderId: string, accountId: string, with_: Partial<CreateAccessRequest> = {}) {
  const recipientEmail = `joined-${++made}@mail.example.org`
  const request = await north.owner.accessRequests.create(
    asking(placeholderId, { recipientEmail, level: 'manage_and_purchase', ...with_ }),
  )
  const origin = 'https://panel.example.com'
  const { token } = await admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer: { id: 'ada', email: recipientEmail },
    identityKind: 'managed',
    origins: [origin],
  })
  const holder = byLink(platform, await mailedToken(platform, recipientEmail), { token, origin })
  return { request, holder }
}

const inList = async (caller: typeof north.owner, id: string) =>
  (await caller.clients.list({ include: ['actions'] }).toArray({ limit: 1000 })).find((one) => one.id === id)

describe('R32: the record that the reseller typed, after the account has accepted', () => {
  test('says what is true of the account: its binding, the access, the payment method, what can be sold', async () => {
    const { placeholder, account } = await joined()
    const facts = { binding: 'bound', accessState: 'requested', paymentMethodOnFile: false, name: placeholder.name }
    expect(await north.owner.clients.get(placeholder.id)).toMatchObject(facts)
    expect(await inList(north.owner, placeholder.id)).toMatchObject(facts)
    await carriedOut(platform, account.id)
    await admin.clients.setPaymentMethod(account.id, { onFile: true })
    const after = { ...facts, accessState: 'active', paymentMethodOnFile: true }
    for (const caller of [north.owner, north.support, admin]) {
      expect(await caller.clients.get(placeholder.id)).toMatchObject(after)
    }
    expect(await inList(north.owner, placeholder.id)).toMatchObject(after)
    await (
      await key(account.id, 'client_admin')
    ).access.save({ id: account.id, resellerId: north.id }, { allow: false })
    expect(await inList(north.owner, placeholder.id)).toMatchObject({ accessState: 'paused' })
  })

  test('keeps its own name, notes and tags, and shows nothing of what the account’s owner wrote', async () => {
    const { placeholder, account } = await joined()
    await south.owner.clients.setDescription(account.id, { text: 'southern note' })
    await south.owner.clients.setTags(account.id, { tags: ['southern'] })
    await north.owner.clients.setDescription(placeholder.id, { text: 'northern note' })
    const read = await north.owner.clients.get(placeholder.id)
    expect(read).toMatchObject({ id: placeholder.id, name: placeholder.name, description: 'northern note', tags: [] })
    expect(JSON.stringify(read)).not.toMatch(/southern|South/)
    expect(await codeOf(north.owner.clients.get(account.id))).toBe('not_found')
    expect(await south.owner.clients.get(account.id)).toMatchObject({
      description: 'southern note',
      accessState: 'none',
    })
  })

  test('may be asked again only once the request that waits is answered', async () => {
    const { placeholder } = await joined()
    expect((await north.owner.clients.get(placeholder.id)).actions?.requestAccess).toEqual({ allowed: true })
    const { id } = await north.owner.accessRequests.create(asking(placeholder.id, { level: 'manage' }))
    for (const read of [await north.owner.clients.get(placeholder.id), await inList(north.owner, placeholder.id)]) {
      expect(read?.actions?.requestAccess).toMatchObject({ allowed: false, data: { requestId: id } })
    }
  })

  test('is sold what the account can be sold', async () => {
    const account = await south.owner.clients.create(team({ primaryDomain: `account-${++made}.example.com` }))
    await admin.clients.setVerification(account.id, { verification: 'email_verified' })
    const placeholder = await north.owner.clients.create(quick())
    await accept(placeholder.id, account.id)
    const { orderableSkus } = await south.owner.clients.get(account.id)
    expect((await north.owner.clients.get(placeholder.id)).orderableSkus).toEqual(orderableSkus)
  })
})

describe('R32: by the id of the record', () => {
  test('everything the two have with each other is found', async () => {
    const { placeholder, account, request, grantId, direct, southern, before } = await joined()
    const { id: clientId } = placeholder
    const { owner } = north
    const items = [{ sku: 'hosting_pro' }]
    await carriedOut(platform, account.id)
    await admin.clients.setPaymentMethod(account.id, { onFile: true })
    const order = await owner.orders.create({ clientId, items })
    expect(order).toMatchObject({ clientId: account.id, grantId, chargedTo: 'client' })
    const suggestion = await owner.suggestions.create({ clientId, items })
    expect(suggestion.client).toEqual({ id: account.id, name: account.name })
    const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)
    expect(ids(await owner.accessRequests.list({ clientId }))).toEqual([request.id])
    expect(ids(await owner.accessGrants.list({ clientId }))).toEqual([grantId])
    expect(ids(await owner.orders.list({ clientId }))).toEqual([before.id, order.id])
    expect(ids(await owner.suggestions.list({ clientId }))).toEqual([suggestion.id])
    const [sold, bought] = [before, order].map(({ items: [item] }) => item?.subscriptionId)
    const subscriptions = ids(await owner.subscriptions.list({ clientId }))
    expect(new Set(subscriptions)).toEqual(new Set([direct.id, southern.id, sold, bought]))
    expect(ids(await admin.propagations.list({ clientId }))).not.toEqual([])
    // the last of them is there, and so are all before it
    await readEvents(owner, { clientId, type: ['suggestion.sent'] }, 1)
    for (const events of [
      await readEvents(owner, { clientId }, 10),
      await owner.access.activity(clientId).toArray({ limit: 1000 }),
    ]) {
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['access_request.created', 'client.bound', 'access_grant.activated', 'suggestion.sent']),
      )
    }
  })

  test('the question and the call have one answer', async () => {
    const { placeholder, account } = await joined()
    const clientId = placeholder.id
    const order = { clientId, items: [{ sku: 'hosting_pro' }] }
    const may = () => north.owner.access.check({ clientId, capability: 'products.purchase' })
    expect([(await may()).code, await codeOf(north.owner.orders.create(order))]).toEqual(
      Array.from({ length: 2 }, () => 'propagation_pending'),
    )
    await carriedOut(platform, account.id)
    expect([(await may()).code, await codeOf(north.owner.orders.create(order))]).toEqual(
      Array.from({ length: 2 }, () => 'payment_method_missing'),
    )
    // the host may know the client by either id
    const carded = await admin.clients.setPaymentMethod(clientId, { onFile: true })
    expect(carded).toMatchObject({ id: clientId, paymentMethodOnFile: true })
    expect(await may()).toMatchObject({ allowed: true })
    expect(await north.owner.orders.create(order)).toMatchObject({ clientId: account.id })
  })

  test('R201: the subscription state is that of what the reseller sold, and the platform did', async () => {
    const scope = { kind: 'sold_plus_ticked' } as const
    const { placeholder, account, direct, before } = await joined({ level: 'manage', scope })
    const state = async () => (await north.owner.clients.get(placeholder.id)).subscriptionState
    expect(await state()).toBe('active')
    const sold = before.items[0]?.subscriptionId ?? ''
    expect(await north.owner.subscriptions.setSeats(sold, { seats: 4 })).toMatchObject({ clientId: account.id })
    await north.owner.subscriptions.cancel(sold)
    await admin.subscriptions.cancel(direct.id)
    // what south sold is still active
    expect(await state()).toBe('ended')
    expect((await south.owner.clients.get(account.id)).subscriptionState).toBe('active')
    const recorded = await admin.subscriptions.record({ clientId: placeholder.id, sku: 'hosting_start' })
    expect(recorded.clientId).toBe(account.id)
    expect(await state()).toBe('active')
  })

  test('what was sold before belongs to the account, which sees it', async () => {
    const { account, before } = await joined()
    const itself = await key(account.id, 'client_admin')
    const sold = before.items[0]?.subscriptionId ?? ''
    expect(await itself.subscriptions.get(sold)).toMatchObject({ clientId: account.id, soldBy: { id: north.id } })
    expect(await itself.orders.get(before.id)).toMatchObject({ clientId: account.id })
  })

  test('nobody else learns where the record leads, nor reaches the account by it', async () => {
    const { placeholder, grantId } = await joined()
    const clientId = placeholder.id
    const items = [{ sku: 'hosting_pro' }]
    // whoever had a key to the record before has none to the account
    const before = await key(clientId, 'client_admin')
    for (const stranger of [south.owner, before]) {
      for (const found of [
        await stranger.subscriptions.list({ clientId }),
        await stranger.accessGrants.list({ clientId }),
        await stranger.accessRequests.list({ clientId }),
        await stranger.orders.list({ clientId }),
        await stranger.suggestions.list({ clientId }),
      ]) {
        expect(found).toMatchObject({ data: [] })
      }
      expect(JSON.stringify(await stranger.events.list({ clientId }))).not.toContain(grantId)
    }
    for (const stranger of [south.owner, before]) {
      expect(await codeOf(stranger.orders.create({ clientId, items }))).toBe('not_found')
      expect(await codeOf(stranger.access.list(clientId))).toBe('not_found')
    }
    expect(await codeOf(south.owner.suggestions.create({ clientId, items }))).toBe('not_found')
    expect(await codeOf(south.owner.access.check({ clientId, capability: 'products.manage' }))).toBe('not_found')
    expect(await codeOf(south.owner.clients.get(clientId))).toBe('not_found')
  })
})

test('R32: what is sold, suggested and recorded while the account accepts is the account’s, or is refused', async () => {
  for (let round = 0; round < 4; round++) {
    const account = await south.owner.clients.create(quick())
    const { id: clientId } = await north.owner.clients.create(quick())
    const sold = await admin.subscriptions.record({ clientId, sku: 'hosting_pro', soldById: north.id, seats: 3 })
    const items = [{ sku: 'hosting_start' }]
    const { request, holder } = await asked(clientId, account.id)
    const progress = { isOver: false }
    const accepted = holder.accessRequests
      .accept({ level: request.level, accountId: account.id })
      .finally(() => (progress.isOver = true))
    const codes = new Set<unknown>()
    while (!progress.isOver) {
      const others = await Promise.allSettled([
        north.owner.orders.create({ clientId, items, chargeTo: 'reseller' }),
        north.owner.suggestions.create({ clientId, items }),
        admin.subscriptions.record({ clientId, sku: 'hosting_start' }),
        north.owner.subscriptions.setSeats(sold.id, { seats: codes.size + 1 }),
      ])
      for (const other of others) codes.add(other.status === 'rejected' ? (other.reason as ApiError).code : 'done')
    }
    await accepted
    expect(['done', 'invalid_state_transition']).toEqual(expect.arrayContaining([...codes]))
    for (const table of ['subscriptions', 'suggestions', 'orders']) {
      expect(await sql(`select 1 from ${table} where client_id = $1`, [clientId])).toEqual([])
    }
  }
  expect(platform.failures).toEqual([])
})
