import { beforeAll, expect, test } from 'vitest'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, below, south, server, clock } = platform
const requests = north.owner.accessRequests

beforeAll(() => setPages(platform))

const newClient = async () => (await north.owner.clients.create(quick())).id
const mailsTo = async (to: string) => (await server.mailbox.list()).filter((mail) => mail.to.email.toLowerCase() === to)

test('R34: a reseller asks one mailbox no more often by adding more clients', async () => {
  const to = 'victim@mail.example.org'
  const firstAt = clock.now().getTime()
  const asked = []
  for (let place = 0; place < 4; place++) {
    asked.push(await requests.create(asking(await newClient(), { recipientEmail: to })))
    clock.move(60_000)
  }
  // asking elsewhere afterwards takes nothing back, and another spelling is the same mailbox
  const last = await requests.create(asking(await newClient(), { recipientEmail: 'Victim@Mail.Example.org' }))
  expect(last.attemptsLeft).toBe(0)
  await server.runDue()
  await requests.resend(asked[0]?.id ?? '', { recipientEmail: 'mine@north.example.net' })
  const id = await newClient()
  expect(await refusalOf(requests.create(asking(id, { recipientEmail: to })))).toMatchObject({
    code: 'access_request_attempts_exhausted',
    data: { max: 5, nextAt: new Date(firstAt + 30 * day).toISOString() },
  })
  const draft = await requests.create(asking(id, { recipientEmail: to, send: false }))
  expect(await codeOf(requests.send(draft.id))).toBe('access_request_attempts_exhausted')
  const elsewhere = await requests.create(asking(await newClient(), { recipientEmail: 'other@mail.example.org' }))
  expect(await codeOf(requests.resend(elsewhere.id, { recipientEmail: to }))).toBe('access_request_attempts_exhausted')
  expect(await mailsTo(to)).toHaveLength(5)
  // it is the reseller that is counted
  const theirs = await south.owner.clients.create(quick())
  await south.owner.accessRequests.create(asking(theirs.id, { recipientEmail: to }))
  clock.move(30 * day)
  expect(await requests.create(asking(id, { recipientEmail: to }))).toMatchObject({ status: 'pending' })
})

test('R34: what stands behind a plus, and a reseller below, make no other mailbox and no other reseller', async () => {
  const ask = async ({ owner }: Pick<typeof north, 'owner'>, recipientEmail: string) => {
    const { id } = await owner.clients.create(quick())
    return owner.accessRequests.create(asking(id, { recipientEmail }))
  }
  await ask(north, 'ada+1@mail.example.org')
  await ask(north, 'Ada@mail.example.org')
  await ask(below, 'ada+north@mail.example.org')
  await ask(below, 'ada+a+b@MAIL.example.org')
  expect((await ask(below, 'ada@mail.example.org')).attemptsLeft).toBe(0)
  for (const reseller of [north, below]) {
    expect(await codeOf(ask(reseller, 'ada+new@mail.example.org'))).toBe('access_request_attempts_exhausted')
  }
  // other people, as far as anybody can tell
  for (const other of ['a.da@mail.example.org', 'ada@example.org', '+1@mail.example.org', '+2@mail.example.org']) {
    expect(await ask(north, other)).toMatchObject({ status: 'pending', attemptsLeft: 4 })
  }
  expect(await ask(south, 'ada@mail.example.org')).toMatchObject({ status: 'pending', attemptsLeft: 4 })
  // it goes to the address as it was typed
  expect(await mailsTo('ada+north@mail.example.org')).toHaveLength(1)
})

test('suggestions are mailed to one address as often, and stand in the portal all the same', async () => {
  const to = 'shopper@mail.example.org'
  const items = [{ sku: 'hosting_pro' }]
  for (let place = 0; place < 7; place++) {
    const { id } = await north.owner.clients.create(quick({ primaryEmail: to, acceptDuplicate: true }))
    expect(await north.owner.suggestions.create({ clientId: id, items })).toMatchObject({ status: 'sent' })
  }
  expect(await mailsTo(to)).toHaveLength(5)
  await admin.settings.update({ access: { requestMaxAttempts: 6 } })
  const { id } = await below.owner.clients.create(quick({ primaryEmail: 'shopper+1@mail.example.org' }))
  for (let place = 0; place < 2; place++) await below.owner.suggestions.create({ clientId: id, items })
  expect(await mailsTo('shopper+1@mail.example.org')).toHaveLength(1)
  await admin.settings.update({ access: { requestMaxAttempts: 5 } })
})
