import type { AccessScope } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick, team } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, south, key } = platform

beforeAll(() => setPages(platform))

const pro = { items: [{ sku: 'hosting_pro' }] }

describe('a reseller buys for a client', () => {
  test('R6 R7 R10, scenario 2: with the higher level and a payment method on file, on the client’s account', async () => {
    const client = await north.owner.clients.create(quick())
    const { grantId } = await granted(platform, north.owner, client.id, { level: 'manage_and_purchase' })
    await carriedOut(platform, client.id)
    expect(await refusalOf(north.owner.orders.create({ clientId: client.id, ...pro }))).toMatchObject({
      status: 409,
      code: 'payment_method_missing',
      data: { clientId: client.id },
    })
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    const order = await north.owner.orders.create({ clientId: client.id, ...pro })
    expect(order).toMatchObject({
      clientId: client.id,
      reseller: { id: north.id, name: 'North' },
      grantId,
      chargedTo: 'client',
      items: [{ sku: 'hosting_pro', quantity: 1 }],
    })
    const subscription = await north.owner.subscriptions.get(order.items[0]?.subscriptionId ?? '')
    expect(subscription).toMatchObject({ clientId: client.id, sku: 'hosting_pro', soldBy: null, status: 'active' })
    expect(await readEvents(admin, { subject: order.id }, 1)).toMatchObject([{ type: 'order.placed', grantId }])
  })

  test('R6: is allowed to with the whole account, and a consent to less is not asked for', async () => {
    const client = await north.owner.clients.create(quick())
    const request = { clientId: client.id, level: 'manage_and_purchase', recipientEmail: 'less@mail.example.org' }
    const narrower: AccessScope[] = [{ kind: 'sold_by_reseller' }, { kind: 'domains', names: ['example.com'] }]
    for (const scope of narrower) {
      const asked = north.owner.accessRequests.create({ ...request, message: 'May I?', scope })
      expect(await fieldsOf(asked)).toEqual(['/scope/kind invalid_choice'])
    }
  })

  test('R8: with the lower level it may not', async () => {
    const client = await north.owner.clients.create(quick())
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    await granted(platform, north.owner, client.id, { level: 'manage' })
    await carriedOut(platform, client.id)
    expect(await refusalOf(north.owner.orders.create({ clientId: client.id, ...pro }))).toMatchObject({
      code: 'capability_not_in_level',
      data: { capability: 'products.purchase', level: 'manage@1' },
    })
  })

  test('R4: without a grant it may not, and what it sells itself it may', async () => {
    const client = await north.owner.clients.create(quick())
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    expect(await codeOf(north.owner.orders.create({ clientId: client.id, ...pro }))).toBe('access_switch_off')
    const sold = await north.owner.orders.create({ clientId: client.id, ...pro, chargeTo: 'reseller' })
    expect(sold).toMatchObject({ chargedTo: 'reseller', grantId: null })
    const { soldBy } = await north.owner.subscriptions.get(sold.items[0]?.subscriptionId ?? '')
    expect(soldBy).toEqual({ id: north.id, name: 'North' })
  })

  test('R6: is for those who sell, and support staff hear who that is', async () => {
    const client = await north.owner.clients.create(quick())
    const roles = ['reseller_owner', 'reseller_manager', 'reseller_sales']
    const sells = north.support.orders.create({ clientId: client.id, ...pro, chargeTo: 'reseller' })
    expect(await refusalOf(sells)).toMatchObject({ status: 403, code: 'role_required', data: { roles } })
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    await granted(platform, north.owner, client.id, { level: 'manage_and_purchase' })
    await carriedOut(platform, client.id)
    const buys = north.support.orders.create({ clientId: client.id, ...pro })
    expect(await refusalOf(buys)).toMatchObject({ code: 'role_required', data: { roles } })
    expect(await north.sales.orders.create({ clientId: client.id, ...pro })).toMatchObject({ chargedTo: 'client' })
  })

  test('is no business of strangers', async () => {
    const client = await north.owner.clients.create(quick())
    expect(await codeOf(south.owner.orders.create({ clientId: client.id, ...pro }))).toBe('not_found')
    const { id } = await north.owner.orders.create({ clientId: client.id, ...pro, chargeTo: 'reseller' })
    expect(await codeOf(south.owner.orders.get(id))).toBe('not_found')
    expect(await south.owner.orders.list()).toMatchObject({ data: [] })
    expect(await north.owner.orders.list({ clientId: client.id })).toMatchObject({ data: [{ id }] })
  })
})

describe('a client buys for itself', () => {
  test('R7 R11: on its payment method, of which nobody learns more than that there is one', async () => {
    const client = await north.owner.clients.create(quick())
    const self = await key(client.id, 'client_admin')
    expect(await codeOf(self.orders.create({ clientId: client.id, ...pro }))).toBe('payment_method_missing')
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    const order = await self.orders.create({ clientId: client.id, ...pro })
    expect(order).toMatchObject({ reseller: null, chargedTo: 'client', grantId: null })
    expect(await fieldsOf(self.orders.create({ clientId: client.id, ...pro, chargeTo: 'reseller' }))).toEqual([
      '/chargeTo invalid_choice',
    ])
    const { paymentMethodOnFile, ...record } = await north.owner.clients.get(client.id)
    expect(paymentMethodOnFile).toBe(true)
    expect(Object.keys(record).filter((name) => /payment|card|iban/i.test(name))).toEqual([])
  })

  test('only the platform says that a payment method is there', async () => {
    const client = await north.owner.clients.create(quick())
    for (const caller of [north.owner, await key(client.id, 'client_admin')]) {
      expect(await codeOf(caller.clients.setPaymentMethod(client.id, { onFile: true }))).toBe('permission_denied')
    }
  })
})

describe('scenario 8', () => {
  test.each(['workspace_starter', 'workspace_archive'])(
    'R49 R50: a team cannot order %s, and after it has proved its domain it can',
    async (sku) => {
      const client = await north.owner.clients.create(team({ primaryDomain: `${sku.slice(10)}.example.com` }))
      const suite = { clientId: client.id, items: [{ sku }], chargeTo: 'reseller' as const }
      const refused = { status: 409, code: 'sku_not_orderable', data: { sku, minVerification: 'domain_verified' } }
      expect(await refusalOf(north.owner.orders.create(suite))).toMatchObject(refused)
      await admin.clients.setVerification(client.id, { verification: 'email_verified' })
      expect(await refusalOf(north.owner.orders.create(suite))).toMatchObject(refused)
      await admin.clients.setVerification(client.id, { verification: 'domain_verified' })
      expect(await north.owner.orders.create(suite)).toMatchObject({ items: [{ sku }] })
      const [subscription] = (await north.owner.subscriptions.list({ clientId: client.id })).data
      expect(subscription).toMatchObject({ sku, status: 'active', soldBy: { id: north.id } })
    },
  )
})

test('names products that there are, and is placed once for one key', async () => {
  const client = await north.owner.clients.create(quick())
  const unknown = { clientId: client.id, items: [{ sku: 'no_such_sku' }], chargeTo: 'reseller' as const }
  expect(await fieldsOf(north.owner.orders.create(unknown))).toEqual(['/items/0/sku invalid_choice'])
  const order = { clientId: client.id, ...pro, chargeTo: 'reseller' as const }
  const first = await north.owner.orders.create(order, { idempotencyKey: 'order-1' })
  expect(await north.owner.orders.create(order, { idempotencyKey: 'order-1' })).toEqual(first)
  expect(await north.owner.subscriptions.list({ clientId: client.id }).toArray({ limit: 10 })).toHaveLength(1)
})
