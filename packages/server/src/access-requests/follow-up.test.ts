import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, server } = platform
const requests = north.owner.accessRequests
let made = 0

beforeAll(() => setPages(platform))

async function asked(with_: Parameters<typeof asking>[1] = {}) {
  const { id } = await north.owner.clients.create(quick())
  const to = `follow-up-${++made}@mail.example.org`
  return { request: await requests.create(asking(id, { recipientEmail: to, ...with_ })), to }
}
const mailsTo = async (to: string) => (await server.mailbox.list()).filter((mail) => mail.to.email === to)
const later = (ms: number) => new Date(clock.now().getTime() + ms).toISOString()

describe('R29: sending it again', () => {
  test('scenario 3: the first link is dead, the second works, and the time to answer counts from now', async () => {
    const { request, to } = await asked()
    const first = await mailedToken(platform, to)
    await server.runDue()
    clock.move(5 * day)
    const resent = await requests.resend(request.id, {}, { ifMatch: (await requests.get(request.id)).etag })
    expect(resent).toMatchObject({
      id: request.id,
      status: 'pending',
      attempt: 2,
      attemptsLeft: 3,
      delivery: { state: 'queued' },
      sentAt: clock.now().toISOString(),
      expiresAt: later(14 * day),
    })
    const second = await mailedToken(platform, to)
    expect(second).not.toBe(first)
    expect(tokenIn(resent.copyableLink)).not.toBe(tokenIn(request.copyableLink))
    for (const dead of [first, tokenIn(request.copyableLink)]) {
      expect(await codeOf(byLink(platform, dead).accessRequests.current())).toBe('link_invalid')
      expect(await codeOf(byLink(platform, dead).accessRequests.accept({ level: 'manage@1' }))).toBe('link_invalid')
    }
    expect(await byLink(platform, second).accessRequests.current()).toMatchObject({ expiresAt: resent.expiresAt })
    expect(await codeOf(requests.resend(request.id, {}, { ifMatch: request.etag }))).toBe('etag_mismatch')
    const [event] = await readEvents(north.owner, { subject: request.id, type: ['access_request.resent'] }, 1)
    expect(event?.changes).toEqual({ attempt: { from: 1, to: 2 } })
  })

  test('to another address and with other words; the first mail stays here if it has not gone out', async () => {
    const { request, to } = await asked()
    const other = `${to}.other.example.org`
    const resent = await requests.resend(request.id, { recipientEmail: other, message: 'A better word.' })
    expect(resent).toMatchObject({ recipientEmail: other, message: 'A better word.' })
    expect(await mailsTo(to)).toMatchObject([{ state: 'dropped' }])
    await server.runDue()
    expect(await mailsTo(other)).toMatchObject([{ state: 'sent' }])
    const [event] = await readEvents(north.owner, { subject: request.id, type: ['access_request.resent'] }, 1)
    expect(event?.changes).toMatchObject({ recipientEmail: { from: to, to: other } })
  })

  test('scenario 34: after it expired, which the list shows, and not after it was taken back', async () => {
    const { request } = await asked()
    clock.move(14 * day)
    expect(await requests.get(request.id)).toMatchObject({ status: 'expired', copyableLink: null })
    const { data } = await requests.list({ clientId: request.client.id, status: ['expired'] })
    expect(data.map(({ id }) => id)).toEqual([request.id])
    expect(await codeOf(requests.cancel(request.id))).toBe('invalid_state_transition')
    const resent = await requests.resend(request.id, {})
    expect(resent).toMatchObject({ status: 'pending', attempt: 2, expiresAt: later(14 * day) })
    await requests.cancel(request.id)
    expect(await refusalOf(requests.resend(request.id, {}))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'canceled', allowed: [] },
    })
  })

  test('not with a version of the level that was retired meanwhile: another can take its place', async () => {
    const texts = { en: { name: 'Look', summary: 'Look.', can: ['Look.'], cannot: [] } }
    const input = { family: 'support' as const, rank: 1, capabilities: [], texts, selectable: true }
    await admin.accessLevels.publish({ key: 'look' }, input)
    const { request, to } = await asked({ level: 'look' })
    const holder = byLink(platform, await mailedToken(platform, to))
    const { en } = texts
    await admin.accessLevels.publish({ key: 'look' }, { ...input, texts: { en: { ...en, summary: 'Look around.' } } })
    const retired = { status: 409, code: 'level_version_retired', data: { level: 'look@2' } }
    expect(await refusalOf(requests.resend(request.id, {}))).toMatchObject(retired)
    expect(await refusalOf(holder.accessRequests.accept({ level: 'look@1' }))).toMatchObject(retired)
    expect(await holder.accessRequests.current()).toMatchObject({ status: 'pending', level: { status: 'retired' } })
    const instead = asking(request.client.id, { level: 'look', supersede: request.id })
    expect(await requests.create(instead)).toMatchObject({ level: 'look@2', supersedesId: request.id })
  })
})

describe('taking it back', () => {
  test('kills the link; the client is told if it had the mail', async () => {
    const [unsent, sent] = [await asked(), await asked()]
    const token = await mailedToken(platform, sent.to)
    expect(await requests.cancel(unsent.request.id)).toMatchObject({ status: 'canceled' })
    expect(await mailsTo(unsent.to)).toMatchObject([{ template: 'access_request', state: 'dropped' }])
    await admin.accessRequests.reportDelivery(sent.request.id, { state: 'delivered' })
    expect(await requests.cancel(sent.request.id)).toMatchObject({ status: 'canceled', copyableLink: null })
    expect((await mailsTo(sent.to)).map(({ template }) => template)).toContain('request_canceled')
    expect(await codeOf(byLink(platform, token).accessRequests.current())).toBe('link_invalid')
  })

  test('R15: also by the platform, and of a draft, which nobody has seen', async () => {
    const { request } = await asked({ send: false })
    expect(await admin.accessRequests.cancel(request.id)).toMatchObject({ status: 'canceled' })
    const events = await readEvents(north.owner, { subject: request.id }, 2)
    expect(events).toMatchObject([{ clientId: null }, { type: 'access_request.canceled', clientId: null }])
  })
})

describe('reminding', () => {
  test('sends the same link, not within a day of the last mail, and once each time that it was sent', async () => {
    const { request, to } = await asked()
    const token = await mailedToken(platform, to)
    const tooSoon = { code: 'access_request_attempts_exhausted', data: { max: 1, nextAt: later(day) } }
    expect(await refusalOf(requests.remind(request.id))).toMatchObject(tooSoon)
    clock.move(day)
    const reminded = await requests.remind(request.id)
    expect(reminded).toMatchObject({
      remindedAt: [clock.now().toISOString()],
      attempt: 1,
      expiresAt: request.expiresAt,
    })
    expect(await mailedToken(platform, to, 'request_reminder')).toBe(token)
    const [at] = reminded.remindedAt
    const used = { ...tooSoon, data: { max: 1, nextAt: request.expiresAt } }
    expect(await refusalOf(requests.remind(request.id))).toMatchObject(used)
    // what the clock sends is not counted with it, nor does it free another one
    clock.move(10 * day)
    await server.runDue()
    expect((await requests.get(request.id)).remindedAt).toHaveLength(2)
    clock.move(day)
    expect(await refusalOf(requests.remind(request.id))).toMatchObject(used)
    expect((await requests.get(request.id)).actions?.remind).toMatchObject({ allowed: false, code: used.code })
    await requests.resend(request.id, {})
    clock.move(day)
    expect(await requests.remind(request.id)).toMatchObject({ attempt: 2 })
    const [event] = await readEvents(north.owner, { subject: request.id, type: ['access_request.reminded'] }, 1)
    expect(event?.changes).toEqual({ remindedAt: { from: null, to: at } })
  })
})

describe('what becomes of the mail', () => {
  test('is a side track: facts come late and twice, and end no request', async () => {
    const { request } = await asked()
    await server.runDue()
    const report = (state: 'delivered' | 'opened' | 'bounced' | 'complained') =>
      admin.accessRequests.reportDelivery(request.id, { state })
    expect(await requests.get(request.id)).toMatchObject({ status: 'pending', delivery: { state: 'sent' } })
    clock.move(minute)
    expect(await report('opened')).toMatchObject({ delivery: { state: 'opened', at: clock.now().toISOString() } })
    expect(await report('delivered')).toMatchObject({ delivery: { state: 'opened' } })
    expect(await report('complained')).toMatchObject({ status: 'pending', delivery: { state: 'complained' } })
    const types = (await readEvents(north.owner, { subject: request.id }, 4)).map(({ type }) => type)
    const ofDelivery = ['access_request.sent', 'access_request.opened', 'access_request.complained']
    expect(types).toEqual(['access_request.created', ...ofDelivery])
  })

  test('is reported by the platform, of what was sent', async () => {
    const { request } = await asked({ send: false })
    expect(await codeOf(requests.reportDelivery(request.id, { state: 'opened' }))).toBe('permission_denied')
    expect(await refusalOf(admin.accessRequests.reportDelivery(request.id, { state: 'opened' }))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'draft', allowed: ['send', 'cancel'] },
    })
  })
})
