import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, server } = platform
let made = 0
let west: typeof north.owner
let to: string
let request: Awaited<ReturnType<typeof north.owner.accessRequests.create>>
let token: string

beforeAll(async () => {
  await setPages(platform)
  const { id } = await admin.resellers.create({
    displayName: 'West',
    publicIdentifier: 'west',
    supportEmail: 'support@west.example.com',
  })
  west = await platform.key(id, 'reseller_owner')
})

beforeEach(async () => {
  to = `due-${++made}@mail.example.org`
  const client = await west.clients.create(quick())
  request = await west.accessRequests.create(asking(client.id, { recipientEmail: to }))
  token = await mailedToken(platform, to)
  await server.runDue()
})

const mails = async (template: string, mailbox = to) =>
  (await server.mailbox.list()).filter((mail) => mail.template === template && mail.to.email === mailbox)
const get = () => west.accessRequests.get(request.id)

describe('R29: silence', () => {
  test('is reminded of after 3 and after 10 days, once each, with the same link', async () => {
    clock.move(3 * day - 1)
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(0)
    clock.move(1)
    await server.runDue()
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(1)
    expect(await mailedToken(platform, to, 'request_reminder')).toBe(token)
    clock.move(7 * day)
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(2)
    expect((await get()).remindedAt).toHaveLength(2)
  })

  test('is reminded of once by a server that was down for both', async () => {
    clock.move(11 * day)
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(1)
    clock.move(2 * day)
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(1)
  })

  test('no reminder where mail came back, nor after an answer', async () => {
    await admin.accessRequests.reportDelivery(request.id, { state: 'bounced' })
    clock.move(4 * day)
    await server.runDue()
    expect(await mails('request_reminder')).toHaveLength(0)
    const again = `again-${to}`
    await west.accessRequests.resend(request.id, { recipientEmail: again })
    await byLink(platform, await mailedToken(platform, again)).accessRequests.decline({})
    clock.move(4 * day)
    await server.runDue()
    expect(await mails('request_reminder', again)).toHaveLength(0)
  })

  test('ends the request after 14 days, once, and the reseller is told', async () => {
    const told = (await mails('request_expired', 'support@west.example.com')).length
    clock.move(14 * day)
    expect(await codeOf(byLink(platform, token).accessRequests.accept({ level: 'manage@1' }))).toBe(
      'access_request_expired',
    )
    await server.runDue()
    await server.runDue()
    expect(await get()).toMatchObject({ status: 'expired', copyableLink: null, actions: { resend: { allowed: true } } })
    expect(await mails('request_expired', 'support@west.example.com')).toHaveLength(told + 1)
    // the reminders that would have been due are not sent after the end
    expect(await mails('request_reminder')).toHaveLength(0)
    const events = await readEvents(west, { subject: request.id, type: ['access_request.expired'] }, 1)
    expect(events).toMatchObject([
      { actor: { type: 'system' }, changes: { status: { from: 'pending', to: 'expired' } } },
    ])
  })

  test('is ended once by several servers', async () => {
    clock.move(15 * day)
    await Promise.all([server.runDue(), server.runDue(), server.runDue()])
    expect(await readEvents(west, { subject: request.id, type: ['access_request.expired'] }, 1)).toHaveLength(1)
  })
})

describe('R29: the page of an expired link', () => {
  test('says so, answers nothing, and tells the reseller once a day that the client would like to be asked', async () => {
    clock.move(14 * day + minute)
    const holder = byLink(platform, token)
    const expiredAt = request.expiresAt
    expect(await holder.accessRequests.current()).toMatchObject({ status: 'expired' })
    for (const answer of [
      () => holder.accessRequests.accept({ level: 'manage@1' }),
      () => holder.accessRequests.decline({}),
    ]) {
      expect(await refusalOf(answer())).toMatchObject({
        status: 410,
        code: 'access_request_expired',
        data: { expiredAt },
      })
    }
    const told = async () => (await mails('renewal_asked', 'support@west.example.com')).length
    const before = await told()
    const askedAt = clock.now().toISOString()
    await holder.accessRequests.askAgain()
    await holder.accessRequests.askAgain()
    expect(await told()).toBe(before + 1)
    expect(await get()).toMatchObject({ status: 'expired', renewalAskedAt: askedAt })
    clock.move(day)
    await holder.accessRequests.askAgain()
    expect(await told()).toBe(before + 2)
    const resent = await west.accessRequests.resend(request.id, {})
    expect(resent).toMatchObject({ status: 'pending', renewalAskedAt: null })
    expect(await codeOf(holder.accessRequests.current())).toBe('link_invalid')
  })

  test('one that is pending or was accepted is not asked for again', async () => {
    const holder = byLink(platform, token)
    expect(await codeOf(holder.accessRequests.askAgain())).toBe('access_request_not_pending')
    await holder.accessRequests.accept({ level: 'manage@1' })
    expect(await codeOf(holder.accessRequests.askAgain())).toBe('access_request_not_pending')
  })
})
