import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, byLink, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const receiver = await openMailReceiver()
const platform = await openTestPlatform({ mail: { smtpUrl: receiver.url, from: 'access@hosting.example.com' } })
const { admin, north, south, server, clock, sql, key } = platform
const requests = north.owner.accessRequests

beforeAll(() => setPages(platform))
beforeEach(() => {
  receiver.mails.length = 0
  receiver.refuse.recipients.length = 0
})

let made = 0
const newMailbox = () => `closed-${++made}@mail.example.org`
const refused = (email: string) => ({ status: 409, code: 'recipient_bounced', data: { email } })

async function ask(recipientEmail: string, { owner }: Pick<typeof north, 'owner'> = north) {
  const { id } = await owner.clients.create(quick())
  return owner.accessRequests.create(asking(id, { recipientEmail }))
}

/** A request whose mail the receiving server has refused for good. */
async function bounced() {
  const to = newMailbox()
  receiver.refuse.recipients.push('550 no such user here')
  const request = await ask(to)
  await server.runDue()
  return { to, request }
}

/** The link in the newest mail of a kind that arrived. */
function arrived(to: string, session?: Parameters<typeof byLink>[2]) {
  const mail = receiver.mails.findLast(({ recipients }) => recipients.includes(to))
  return byLink(platform, tokenIn(/https:\S+#cl_\S+/.exec(mail?.text ?? '')?.[0]), session)
}

const mailedTo = (to: string) => receiver.mails.filter(({ recipients }) => recipients.includes(to)).length

describe('R29: a mailbox that mail came back from', () => {
  test('stays so when another one was asked in between', async () => {
    const { to, request } = await bounced()
    await requests.resend(request.id, { recipientEmail: newMailbox() })
    await server.runDue()
    expect(await refusalOf(requests.resend(request.id, { recipientEmail: to }))).toMatchObject(refused(to))
  })

  test('is asked by no new request, for no other client, by no other reseller, in no other spelling', async () => {
    const { to, request } = await bounced()
    await requests.cancel(request.id)
    const plus = to.toUpperCase().replace('@', '+new@')
    expect(await refusalOf(ask(to))).toMatchObject(refused(to))
    expect(await codeOf(ask(plus))).toBe('recipient_bounced')
    expect(await refusalOf(ask(to, south))).toMatchObject(refused(to))
    const draft = await requests.create(
      asking((await north.owner.clients.create(quick())).id, { recipientEmail: to, send: false }),
    )
    expect(draft.actions?.send).toMatchObject({ allowed: false, code: 'recipient_bounced' })
    expect(await refusalOf(requests.send(draft.id))).toMatchObject(refused(to))
  })

  test('is only that address where it is a word behind a plus: the mailbox itself is there for others', async () => {
    const to = newMailbox()
    const typed = to.replace('@', '+Nobody@')
    receiver.refuse.recipients.push('550 no such user here')
    await ask(typed)
    await server.runDue()
    expect(await codeOf(ask(typed.toLowerCase(), south))).toBe('recipient_bounced')
    const request = await ask(to, south)
    await server.runDue()
    expect(mailedTo(to)).toBe(1)
    await admin.accessRequests.reportDelivery(request.id, { state: 'deliverable', recipientEmail: typed })
    await ask(typed)
    await server.runDue()
    expect(mailedTo(typed)).toBe(1)
  })

  test('is told no suggestion by mail, which stands in the portal all the same', async () => {
    const { to } = await bounced()
    const { id } = await north.owner.clients.create(quick({ primaryEmail: to }))
    const suggestion = { clientId: id, items: [{ sku: 'hosting_pro' }] }
    expect(await north.owner.suggestions.create(suggestion)).toMatchObject({ status: 'sent' })
    await server.runDue()
    expect(mailedTo(to)).toBe(0)
  })

  test('is asked again once the platform says that it works', async () => {
    const { to, request } = await bounced()
    expect(await codeOf(requests.reportDelivery(request.id, { state: 'deliverable' }))).toBe('permission_denied')
    const opened = await admin.accessRequests.reportDelivery(request.id, { state: 'deliverable' })
    // of this one mail it stays true
    expect(opened).toMatchObject({ delivery: { state: 'bounced' } })
    // a report of the same mail that comes twice changes nothing
    await admin.accessRequests.reportDelivery(request.id, { state: 'bounced' })
    expect(await requests.resend(request.id, {})).toMatchObject({ status: 'pending', delivery: { state: 'queued' } })
    await server.runDue()
    expect(mailedTo(to)).toBe(1)
    const opener = await sql('select opened_by from closed_mailboxes where mailbox = $1', [to])
    expect(opener).toMatchObject([{ opened_by: { accountId: admin.accountId } }])
  })

  test('is not what a mail server that is down for days makes of it', async () => {
    const to = newMailbox()
    const request = await ask(to)
    await receiver.stop()
    for (let attempts = 0; attempts < 3; attempts++) {
      await server.runDue()
      clock.move(1.6 * day)
    }
    await receiver.start()
    expect(await requests.get(request.id)).toMatchObject({ delivery: { state: 'bounced' } })
    expect(await requests.resend(request.id, {})).toMatchObject({ status: 'pending' })
  })
})

describe('R29: news of a mail to somebody who is not asked any more', () => {
  test('closes that mailbox, and leaves the request as it is', async () => {
    const [old, present] = [newMailbox(), newMailbox()]
    const request = await ask(old)
    await server.runDue()
    await requests.resend(request.id, { recipientEmail: present })
    await server.runDue()
    for (const state of ['opened', 'bounced'] as const) {
      const told = await admin.accessRequests.reportDelivery(request.id, { state, recipientEmail: old })
      expect(told).toMatchObject({ recipientEmail: present, delivery: { state: 'sent' } })
    }
    expect(await refusalOf(requests.resend(request.id, { recipientEmail: old }))).toMatchObject(refused(old))
    expect((await requests.get(request.id)).actions?.resend).toEqual({ allowed: true })
  })

  test('the same where the mail server refuses it while the next one is on its way', async () => {
    const [old, present] = [newMailbox(), newMailbox()]
    const request = await ask(old)
    receiver.refuse.recipients.push('451 greylisted')
    await server.runDue()
    await requests.resend(request.id, { recipientEmail: present })
    clock.move(minute)
    await server.runDue()
    expect([mailedTo(old), mailedTo(present)]).toEqual([0, 1])
    expect(await requests.get(request.id)).toMatchObject({ delivery: { state: 'sent' } })
  })
})

describe('R34: whoever has complained of a mail', () => {
  test('gets no other: no request, no reminder, no notice', async () => {
    const to = newMailbox()
    const { id } = await north.owner.clients.create(quick())
    await granted(platform, north.owner, id, { recipientEmail: to })
    await carriedOut(platform, id)
    const request = await ask(to, south)
    await server.runDue()
    receiver.mails.length = 0
    const waiting = await ask(to, platform.below)
    await admin.accessRequests.reportDelivery(request.id, { state: 'complained' })
    await (await key(id, 'client_admin')).access.pause(id)
    await server.runDue()
    expect(await platform.below.owner.accessRequests.get(waiting.id)).toMatchObject({
      status: 'pending',
      delivery: { state: 'complained' },
    })
    clock.move(4 * day)
    await server.runDue()
    expect(mailedTo(to)).toBe(0)
    expect(await refusalOf(ask(to))).toMatchObject(refused(to))
    // a mail that comes back afterwards takes nothing of it away
    await admin.accessRequests.reportDelivery(request.id, { state: 'bounced', recipientEmail: to })
    expect(await sql('select reason from closed_mailboxes where mailbox = $1', [to])).toEqual([
      { reason: 'complained' },
    ])
  })

  test('is asked again when they ask for it, in that very mailbox', async () => {
    const to = newMailbox()
    const request = await ask(to)
    await server.runDue()
    const holder = arrived(to)
    await admin.accessRequests.reportDelivery(request.id, { state: 'complained' })
    clock.move(15 * day)
    await server.runDue()
    expect(await refusalOf(requests.resend(request.id, {}))).toMatchObject(refused(to))
    await holder.accessRequests.askAgain()
    expect(await requests.resend(request.id, {})).toMatchObject({ status: 'pending' })
    await server.runDue()
    expect(mailedTo(to)).toBe(2)
  })

  test('hears of the access that they allow', async () => {
    const to = newMailbox()
    const request = await ask(to)
    await server.runDue()
    const holder = arrived(to)
    await admin.accessRequests.reportDelivery(request.id, { state: 'complained' })
    await holder.accessRequests.accept({ level: request.level })
    await server.runDue()
    expect(mailedTo(to)).toBe(2)
  })

  test('R28: hears of it also where they signed in with another mailbox than the one that was asked', async () => {
    const [to, own] = [newMailbox(), newMailbox()]
    const unwanted = await ask(own, south)
    const { id } = await north.owner.clients.create(quick())
    const request = await north.owner.accessRequests.create(asking(id, { recipientEmail: to }))
    await server.runDue()
    await admin.accessRequests.reportDelivery(unwanted.id, { state: 'complained' })
    const origin = 'https://panel.example.com'
    const viewer = { id: 'martha', name: 'Martha', email: own }
    const { token } = await admin.sessions.create({ accountId: id, role: 'client_admin', viewer, origins: [origin] })
    const holder = arrived(to, { token, origin })
    receiver.mails.length = 0
    await holder.accessRequests.accept({ level: request.level })
    await server.runDue()
    expect(mailedTo(own)).toBe(1)
  })
})
