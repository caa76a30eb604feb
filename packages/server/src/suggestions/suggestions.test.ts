import { beforeAll, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { answeredStatus } from './suggestions.rules.ts'

const platform = await openTestPlatform()
const { admin, north, south, clock, server, key } = platform

beforeAll(() => setPages(platform))

const items = [
  { sku: 'hosting_pro', note: 'Room for the shop.' },
  { sku: 'hosting_start', quantity: 2 },
]

let made = 0

async function customer() {
  const email = `ada-${++made}@mail.example.org`
  const client = await north.owner.clients.create(quick({ primaryEmail: email }))
  return { client, email, self: await key(client.id, 'client_admin') }
}

describe('a suggestion', () => {
  test('R8: wants no access, is mailed, and buys nothing by itself', async () => {
    const { client, email, self } = await customer()
    const made = await north.sales.suggestions.create({ clientId: client.id, items, message: 'Have a look.' })
    expect(made).toMatchObject({
      status: 'sent',
      items: [
        { sku: 'hosting_pro', name: 'Hosting Pro', quantity: 1, note: 'Room for the shop.', orderId: null },
        { sku: 'hosting_start', name: 'Hosting Start', quantity: 2, note: null, orderId: null },
      ],
      actions: { withdraw: { allowed: true }, answer: { allowed: false, code: 'permission_denied' } },
    })
    const mail = (await server.mailbox.list()).find(({ template }) => template === 'suggestion_sent')
    expect(mail?.to.email).toBe(email)
    expect(await self.subscriptions.list()).toMatchObject({ data: [] })
    expect(await self.suggestions.list()).toMatchObject({ data: [{ id: made.id }] })
  })

  test('is answered where the host says, by whoever is signed in: its link lets nobody in', async () => {
    await admin.settings.update({ links: { suggestionUrl: 'https://panel.example.com/suggestions' } })
    const { client, email } = await customer()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items })
    await admin.settings.update({ links: { suggestionUrl: null } })
    const mail = (await server.mailbox.list()).find(({ to }) => to.email === email)
    const { body } = (await server.mailbox.get(String(mail?.id))) ?? {}
    expect(body?.text).toContain(`https://panel.example.com/suggestions#${id}`)
  })

  test('read by the client it is viewed, by others it is not', async () => {
    const { client, self } = await customer()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items })
    expect(await north.owner.suggestions.get(id)).toMatchObject({ status: 'sent' })
    expect(await self.suggestions.get(id)).toMatchObject({ status: 'viewed', actions: { answer: { allowed: true } } })
    expect(await codeOf(south.owner.suggestions.get(id))).toBe('not_found')
  })

  test('R9: what the client buys of it, the reseller manages afterwards', async () => {
    const { client, self } = await customer()
    await granted(platform, north.owner, client.id, { scope: { kind: 'sold_by_reseller' } })
    await carriedOut(platform, client.id)
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items })
    expect(await codeOf(self.suggestions.answer(id, { buy: ['hosting_pro'] }))).toBe('payment_method_missing')
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    const answered = await self.suggestions.answer(id, { buy: ['hosting_pro'], reason: 'The other one is enough.' })
    expect(answered).toMatchObject({ status: 'partly_bought', reason: 'The other one is enough.' })
    const order = await self.orders.get(answered.items[0]?.orderId ?? '')
    expect(order).toMatchObject({ suggestionId: id, chargedTo: 'client', placedBy: { accountId: client.id } })
    const bought = order.items[0]?.subscriptionId ?? ''
    expect(await north.owner.subscriptions.cancel(bought)).toMatchObject({ status: 'canceled' })
    const types = (await readEvents(admin, { subject: id }, 2)).map(({ type }) => type)
    expect(types).toEqual(['suggestion.sent', 'suggestion.partly_bought'])
  })

  test('is declined by buying nothing, and then it is over', async () => {
    const { client, self } = await customer()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items })
    expect(await self.suggestions.answer(id, { buy: [] })).toMatchObject({ status: 'declined' })
    expect(await refusalOf(self.suggestions.answer(id, { buy: ['hosting_pro'] }))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'declined', allowed: [] },
    })
    expect(await codeOf(north.owner.suggestions.withdraw(id))).toBe('invalid_state_transition')
  })

  test('as a draft is its writer’s own until it is sent', async () => {
    const { client, self } = await customer()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items, send: false })
    expect(await codeOf(self.suggestions.get(id))).toBe('not_found')
    expect(await self.suggestions.list()).toMatchObject({ data: [] })
    expect(await north.owner.suggestions.send(id)).toMatchObject({ status: 'sent' })
    expect(await self.suggestions.get(id)).toMatchObject({ status: 'viewed' })
    expect(await codeOf(self.suggestions.withdraw(id))).toBe('permission_denied')
    expect(await north.owner.suggestions.withdraw(id)).toMatchObject({ status: 'withdrawn' })
  })

  test('as a draft leaves no hole in the client’s list: pages are full, and no row comes twice', async () => {
    const { client, self } = await customer()
    const sent: string[] = []
    for (const send of [true, false, true, false, true]) {
      const { id } = await north.owner.suggestions.create({ clientId: client.id, items, send })
      if (send) sent.push(id)
    }
    const first = await self.suggestions.list({ limit: 2 })
    const second = await self.suggestions.list({ limit: 2, cursor: first.nextCursor ?? '' })
    expect([first, second].map(({ data }) => data.map(({ id }) => id))).toEqual([sent.slice(0, 2), sent.slice(2)])
    expect(second.nextCursor).toBeNull()
  })

  test('ends at its time, once, also where the server was down then', async () => {
    const { client } = await customer()
    const expiresAt = new Date(clock.now().getTime() + 2 * day).toISOString()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items, expiresAt })
    await server.runDue()
    expect((await north.owner.suggestions.get(id)).status).toBe('sent')
    clock.move(30 * day)
    await server.runDue()
    await server.runDue()
    expect((await north.owner.suggestions.get(id)).status).toBe('expired')
    expect(await readEvents(admin, { subject: id, type: ['suggestion.expired'] }, 1)).toHaveLength(1)
  })

  test('cannot be answered once its time is over, whether or not that was written down', async () => {
    const { client, self } = await customer()
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    const expiresAt = new Date(clock.now().getTime() + day).toISOString()
    const { id } = await north.owner.suggestions.create({ clientId: client.id, items, expiresAt })
    clock.move(day)
    expect(await refusalOf(self.suggestions.answer(id, { buy: ['hosting_pro'] }))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'expired', allowed: [] },
    })
    expect(await self.suggestions.get(id)).toMatchObject({ status: 'expired' })
  })

  test('names products that can be ordered, each once, and a time to come', async () => {
    const { client } = await customer()
    const twice = { clientId: client.id, items: [{ sku: 'hosting_pro' }, { sku: 'hosting_pro' }] }
    expect(await fieldsOf(north.owner.suggestions.create(twice))).toEqual(['/items/1/sku invalid_choice'])
    const past = { clientId: client.id, items, expiresAt: '2020-01-01T00:00:00.000Z' }
    expect(await fieldsOf(north.owner.suggestions.create(past))).toEqual(['/expiresAt invalid_choice'])
    const suite = { clientId: client.id, items: [{ sku: 'workspace_archive' }] }
    expect(await codeOf(north.owner.suggestions.create(suite))).toBe('sku_not_orderable')
    expect(await codeOf(north.support.suggestions.create({ clientId: client.id, items }))).toBe('permission_denied')
  })
})

test.each([
  [2, 0, 'declined'],
  [2, 1, 'partly_bought'],
  [2, 2, 'bought'],
] as const)('of %i suggested, %i bought is %s', (all, bought, status) => {
  expect(answeredStatus(all, bought)).toBe(status)
})
