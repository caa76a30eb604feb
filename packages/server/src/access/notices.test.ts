import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { when } from '../mail/templates/phrases.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const receiver = await openMailReceiver()
const platform = await openTestPlatform({ mail: { smtpUrl: receiver.url, from: 'access@hosting.example.com' } })
const { admin, north, clock, server, sql, key } = platform

beforeAll(async () => {
  await setPages(platform)
  await sql(`update accounts set support_email = 'help@north.example.net' where id = $1`, [north.id])
})
beforeEach(() => clock.move(day))

let made = 0

/** A client that has let north in; all mails about that are out. */
async function withAccess() {
  const { id } = await north.owner.clients.create(quick())
  const mailbox = `told-${++made}@mail.example.org`
  await granted(platform, north.owner, id, { recipientEmail: mailbox })
  await carriedOut(platform, id)
  await server.runDue()
  receiver.mails.length = 0
  return { id, mailbox, itself: await key(id, 'client_admin') }
}

const subjects = (to: string) =>
  receiver.mails.filter(({ recipients }) => recipients.includes(to)).map(({ subject }) => subject)
const check = async (clientId: string) =>
  (await north.owner.access.check({ clientId, capability: 'products.manage' })).allowed

describe('whoever turns a switch to and fro', () => {
  test('is told at once, then every 10 minutes at most, and of the last state in any case', async () => {
    const { id, mailbox, itself } = await withAccess()
    for (let round = 0; round < 5; round++) {
      await itself.access.pause(id)
      await server.runDue()
      // only the mail has to wait
      expect(await check(id)).toBe(false)
      clock.move(minute / 2)
      await itself.access.resume(id)
      await server.runDue()
      clock.move(minute / 2)
    }
    const paused = expect.stringMatching(/is paused|ist pausiert/)
    const resumed = expect.stringMatching(/goes on|geht weiter/)
    expect([subjects(mailbox), subjects('help@north.example.net')]).toEqual([[paused], [paused]])
    clock.move(5 * minute - 1)
    await server.runDue()
    expect(receiver.mails).toHaveLength(2)
    clock.move(1)
    await server.runDue()
    expect([subjects(mailbox), subjects('help@north.example.net')]).toEqual([
      [paused, resumed],
      [paused, resumed],
    ])
    // the ten minutes begin with the mail that waited, not with the moment that it tells
    await itself.access.pause(id)
    clock.move(10 * minute - 1)
    await server.runDue()
    expect(receiver.mails).toHaveLength(4)
    clock.move(1)
    await server.runDue()
    expect(subjects(mailbox)).toEqual([paused, resumed, paused])
    clock.move(day)
    await server.runDue()
    expect(receiver.mails).toHaveLength(6)
  })

  test('waits no longer for turning it once more', async () => {
    const { id, mailbox, itself } = await withAccess()
    await itself.access.pause(id)
    await itself.access.resume(id)
    await itself.access.pause(id)
    await server.runDue()
    expect(subjects(mailbox)).toHaveLength(1)
    clock.move(minute)
    await itself.access.resume(id)
    clock.move(8 * minute)
    await itself.access.pause(id)
    clock.move(minute)
    await server.runDue()
    expect(subjects(mailbox)).toHaveLength(2)
  })

  test('is told of the switch beside the pause, and of one client beside the other', async () => {
    const [one, other] = [await withAccess(), await withAccess()]
    await one.itself.access.pause(one.id)
    await server.runDue()
    await one.itself.access.save({ id: one.id, resellerId: north.id }, { allow: false })
    await other.itself.access.pause(other.id)
    await server.runDue()
    expect(subjects(one.mailbox)).toHaveLength(2)
    expect(subjects(other.mailbox)).toHaveLength(1)
    expect(subjects('help@north.example.net')).toHaveLength(3)
    await one.itself.access.save({ id: one.id, resellerId: north.id }, { allow: true })
    await server.runDue()
    expect(subjects(one.mailbox)).toHaveLength(2)
  })

  test('never hears an older state after a newer one, whatever the mail server took', async () => {
    const { id, mailbox, itself } = await withAccess()
    receiver.refuse.data.push('451 try later', '451 try later')
    await itself.access.pause(id)
    await server.runDue()
    await itself.access.resume(id)
    for (let minutes = 0; minutes < 60; minutes++) {
      clock.move(minute)
      await server.runDue()
    }
    expect(subjects(mailbox)).toEqual([expect.stringMatching(/goes on|geht weiter/)])
  })

  test('hears nothing of a pause once there is nothing left to pause', async () => {
    for (const end of ['switch', 'access'] as const) {
      const { id, mailbox, itself } = await withAccess()
      await itself.access.pause(id)
      await server.runDue()
      await itself.access.resume(id)
      const { grants } = await itself.access.get({ id, resellerId: north.id })
      if (end === 'switch') await itself.access.save({ id, resellerId: north.id }, { allow: false })
      else await itself.accessGrants.end(String(grants[0]?.id))
      clock.move(10 * minute)
      await server.runDue()
      const over = end === 'switch' ? /switched off|ausgeschaltet/ : /has ended|ist beendet/
      expect(subjects(mailbox)).toEqual([expect.stringMatching(/is paused|ist pausiert/), expect.stringMatching(over)])
      clock.move(day)
    }
  })

  test('hears nothing that is no longer true where the platform has switched the newer notice off', async () => {
    const { id, mailbox, itself } = await withAccess()
    await itself.access.pause(id)
    await admin.settings.update({ notify: { off: ['access_resumed'] } })
    await itself.access.resume(id)
    await admin.settings.update({ notify: { off: [] } })
    await server.runDue()
    expect(subjects(mailbox)).toEqual([])
  })
})

test('R211: each side reads when it takes effect in its own time', async () => {
  const { id, mailbox, itself } = await withAccess()
  await north.owner.clients.update(id, { timeZone: 'America/New_York', languageCode: 'fr' })
  await itself.access.save({ id, resellerId: north.id }, { allow: false })
  await server.runDue()
  const textTo = (to: string) => receiver.mails.find(({ recipients }) => recipients.includes(to))?.text
  const at = new Date(clock.now().getTime() + day)
  expect(textTo(mailbox)).toContain(when(at, 'fr', 'America/New_York'))
  expect(textTo(mailbox)).toMatch(/UTC−[45]/)
  // nobody knows the reseller's
  expect(textTo('help@north.example.net')).toContain(when(at, 'de', 'UTC'))
})
