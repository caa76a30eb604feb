import { beforeAll, expect, test } from 'vitest'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { readEvents } from '../testing/read-events.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const receiver = await openMailReceiver()
const platform = await openTestPlatform({ mail: { smtpUrl: receiver.url, from: 'access@hosting.example.com' } })
const { north, server, clock, sql } = platform
const requests = north.owner.accessRequests

beforeAll(() => setPages(platform))

const ask = async (recipientEmail: string) => {
  const { id } = await north.owner.clients.create(quick())
  return requests.create(asking(id, { recipientEmail }))
}
const deliveryOf = async (id: string) => (await requests.get(id)).delivery

test('R26 R29: a request is queued, and sent once a mail server has it', async () => {
  receiver.refuse.recipients.push('451 greylisted')
  const { id } = await ask('ada@mail.example.org')
  await server.runDue()
  expect(await deliveryOf(id)).toMatchObject({ state: 'queued' })
  clock.move(minute)
  await server.runDue()
  expect(await deliveryOf(id)).toEqual({ state: 'sent', at: clock.now().toISOString(), detail: null })
  const [received] = receiver.mails
  expect(received?.recipients).toEqual(['ada@mail.example.org'])
  // who sends is the platform (R26), and it is written to whoever was asked
  expect(received?.from).toMatchObject({ address: 'access@hosting.example.com' })
  expect((await readEvents(north.owner, { subject: id, type: ['access_request.sent'] }, 1)).length).toBe(1)
})

test('R29: a wrong address is seen at the request, and nobody is reminded', async () => {
  receiver.mails.length = 0
  receiver.refuse.recipients.push('550 no such user here')
  const { id } = await ask('typo@mail.example.org')
  await server.runDue()
  expect(await deliveryOf(id)).toMatchObject({ state: 'bounced', detail: expect.stringContaining('no such user here') })
  const [event] = await readEvents(north.owner, { subject: id, type: ['access_request.bounced'] }, 1)
  expect(event).toMatchObject({ actor: { type: 'system' }, changes: { delivery: { from: 'queued', to: 'bounced' } } })
  clock.move(4 * day)
  await server.runDue()
  expect(receiver.mails.filter(({ recipients }) => recipients.includes('typo@mail.example.org'))).toEqual([])
  expect((await requests.get(id)).status).toBe('pending')
})

test('R34: a mail that has not gone out yet does not follow its request’s newer one', async () => {
  receiver.mails.length = 0
  const request = await ask('old@mail.example.org')
  await requests.resend(request.id, { recipientEmail: 'new@mail.example.org' })
  await server.runDue()
  expect(receiver.mails.map(({ recipients }) => recipients)).toEqual([['new@mail.example.org']])
})

test('a mail that went out does not go out again because what follows it fails', async () => {
  receiver.mails.length = 0
  const { id } = await ask('once@mail.example.org')
  await sql(
    `create function refuse_delivery() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`,
  )
  await sql(
    'create trigger refuse_delivery before update on access_requests for each row execute function refuse_delivery()',
  )
  await expect(server.runDue()).rejects.toThrow('mails')
  clock.move(10 * minute)
  await server.runDue()
  await sql('drop trigger refuse_delivery on access_requests')
  expect(receiver.mails).toHaveLength(1)
  expect(await sql('select state from mails where about_id = $1', [id])).toEqual([{ state: 'sent' }])
})
