import type { Capability } from '@clientele/contract'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const receiver = await openMailReceiver()
const platform = await openTestPlatform({ mail: { smtpUrl: receiver.url, from: 'access@hosting.example.com' } })
const { admin, north, clock, server, sql, key } = platform
const support = 'help@north.example.net'

beforeAll(async () => {
  await setPages(platform)
  await sql('update accounts set support_email = $2, language_code = $3 where id = $1', [north.id, support, 'en'])
})
beforeEach(async () => {
  clock.move(day)
  await server.runDue()
  receiver.mails.length = 0
})

let made = 0
const newMailbox = () => `waiting-${++made}@mail.example.org`

async function withAccess(with_: Parameters<typeof granted>[3] = {}) {
  const { id } = await north.owner.clients.create(quick({ languageCode: 'en' }))
  const mailbox = newMailbox()
  const { grantId } = await granted(platform, north.owner, id, { recipientEmail: mailbox, ...with_ })
  await carriedOut(platform, id)
  await server.runDue()
  receiver.mails.length = 0
  return { id, mailbox, grantId, itself: await key(id, 'client_admin') }
}

/** What falls due now is written, and the mail server takes none of it: it waits until the next run. */
async function writtenButNotTaken() {
  await receiver.stop()
  await server.runDue()
  await receiver.start()
}

/** Everything that waits goes out, unless it stays. Gives what has arrived since. */
async function templatesTo(to: string): Promise<string[]> {
  clock.move(minute)
  await server.runDue()
  const rows = await sql<{ template: string; message_id: string }>('select template, message_id from mails')
  const templateOf = new Map(rows.map(({ template, message_id: id }) => [id, template]))
  return receiver.mails
    .filter(({ recipients }) => recipients.includes(to))
    .map(({ messageId }) => String(templateOf.get(String(messageId))))
}

const states = async (template: string) =>
  (await sql<{ state: string }>('select state from mails where template = $1 order by id desc limit 1', [template]))[0]
    ?.state

describe('a suggestion whose mail waits', () => {
  const items = [{ sku: 'hosting_pro' }]

  async function suggested(more: { expiresAt?: string } = {}) {
    const mailbox = newMailbox()
    const { id: clientId } = await north.owner.clients.create(quick({ primaryEmail: mailbox }))
    const { id } = await north.owner.suggestions.create({ clientId, items, ...more })
    return { id, mailbox, self: await key(clientId, 'client_admin') }
  }

  test('is not mailed once it was withdrawn', async () => {
    const { id, mailbox } = await suggested()
    await north.owner.suggestions.withdraw(id)
    expect(await templatesTo(mailbox)).toEqual([])
    expect(await sql('select state, sealed_body, attempts from mails where about_id = $1', [id])).toEqual([
      { state: 'dropped', sealed_body: null, attempts: 0 },
    ])
  })

  test('nor once it was answered or its time is over, also after an attempt that failed', async () => {
    const answered = await suggested()
    const over = await suggested({ expiresAt: new Date(clock.now().getTime() + minute).toISOString() })
    await writtenButNotTaken()
    await answered.self.suggestions.answer(answered.id, { buy: [] })
    expect([await templatesTo(answered.mailbox), await templatesTo(over.mailbox)]).toEqual([[], []])
  })

  test('is mailed while it can be answered', async () => {
    const { id, mailbox, self } = await suggested()
    await self.suggestions.get(id)
    expect(await templatesTo(mailbox)).toEqual(['suggestion_sent'])
  })
})

describe('a request whose mail waits', () => {
  async function asked() {
    const to = newMailbox()
    const client = await north.owner.clients.create(quick())
    const request = await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to }))
    return { client, to, request, holder: byLink(platform, await mailedToken(platform, to)) }
  }

  test.each([
    ['taken back', ({ request }) => north.owner.accessRequests.cancel(request.id)],
    ['declined', ({ holder }) => holder.accessRequests.decline({})],
    ['accepted', ({ holder, request }) => holder.accessRequests.accept({ level: request.level })],
    [
      'given up for another',
      ({ client, request }) =>
        north.owner.accessRequests.create(asking(client.id, { level: 'manage_and_purchase', supersede: request.id })),
    ],
    [
      'meant for somebody else',
      ({ request }) => north.owner.accessRequests.resend(request.id, { recipientEmail: newMailbox() }),
    ],
  ] as [string, (one: Awaited<ReturnType<typeof asked>>) => Promise<unknown>][])(
    'is not mailed once it was %s',
    async (_name, over) => {
      const one = await asked()
      await writtenButNotTaken()
      await over(one)
      expect(await templatesTo(one.to)).not.toContain('access_request')
    },
  )

  test('is not mailed once nobody can answer it any more, whoever has or has not written that down', async () => {
    const { to, request } = await asked()
    await sql('update access_requests set expires_at = $2 where id = $1', [request.id, clock.now()])
    expect(await templatesTo(to)).not.toContain('access_request')
  })

  test('is mailed once where it was sent twice', async () => {
    const { to, request } = await asked()
    await writtenButNotTaken()
    await north.owner.accessRequests.resend(request.id, {})
    expect(await templatesTo(to)).toEqual(['access_request'])
  })

  test('its reseller does not hear that it has ended, or that the client waits, once it was sent again', async () => {
    const { request, holder } = await asked()
    await server.runDue()
    clock.move(14 * day)
    await writtenButNotTaken()
    await holder.accessRequests.askAgain()
    await north.owner.accessRequests.resend(request.id, {})
    await templatesTo(support)
    const about = `select template, state from mails where about_id = $1 and to_email = $2 order by template`
    expect(await sql(about, [request.id, support])).toEqual([
      { template: 'renewal_asked', state: 'dropped' },
      { template: 'request_expired', state: 'dropped' },
    ])
  })

  test('its reseller hears that it was declined', async () => {
    const { holder } = await asked()
    await holder.accessRequests.decline({})
    expect(await templatesTo(support)).toEqual(['request_declined'])
  })
})

describe('access of which a notice waits', () => {
  test('is not said to end on a day that was put off since', async () => {
    const { mailbox, grantId, itself } = await withAccess({ duration: 'P31D' })
    clock.move(day)
    await writtenButNotTaken()
    expect(await states('access_expiring')).toBe('queued')
    await itself.accessGrants.extend(grantId, { duration: 'P90D' })
    expect(await templatesTo(mailbox)).toEqual(['access_extended'])
  })

  test('is not said to be extended where that was stopped since', async () => {
    const { mailbox, grantId, itself } = await withAccess({ duration: 'P31D', autoExtend: 'P30D' })
    clock.move(day)
    await writtenButNotTaken()
    await itself.accessGrants.letRunOut(grantId)
    expect(await templatesTo(mailbox)).toEqual(['access_expiring'])
  })

  test.each(['access_extended', 'access_changed', 'access_expiring'])(
    'says nothing of it (%s) once it has ended, but that',
    async (template) => {
      const { mailbox, grantId, itself } = await withAccess({ duration: 'P31D' })
      if (template === 'access_extended') await itself.accessGrants.extend(grantId, { duration: 'P90D' })
      else if (template === 'access_changed') await itself.accessGrants.lower(grantId, { level: 'domains_only' })
      else {
        clock.move(day)
        await writtenButNotTaken()
      }
      expect(await states(template)).toBe('queued')
      await itself.accessGrants.end(grantId)
      expect(await templatesTo(mailbox)).toEqual(['access_ended'])
      expect(await states(template)).toBe('dropped')
    },
  )

  test('is told as it is where nothing has changed since', async () => {
    const { mailbox, grantId, itself } = await withAccess({ duration: 'P31D', autoExtend: 'P30D' })
    clock.move(day)
    expect(await templatesTo(mailbox)).toEqual(['access_expiring'])
    receiver.mails.length = 0
    await itself.accessGrants.extend(grantId, { duration: null })
    await itself.accessGrants.lower(grantId, { level: 'domains_only' })
    expect((await templatesTo(mailbox)).toSorted()).toEqual(['access_changed', 'access_extended'])
  })

  test('is not said to be paused once a new consent has ended the pause', async () => {
    const { id, mailbox, itself } = await withAccess()
    await itself.access.pause(id)
    await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    expect(await templatesTo(mailbox)).not.toContain('access_paused')
  })
})

test('a version of a level is not offered by a mail to whoever has answered it', async () => {
  const texts = { en: { name: 'Console', summary: 'The reseller works in the console.', can: [], cannot: [] } }
  const publish = (capabilities: Capability[]) =>
    admin.accessLevels.publish(
      { key: 'console_standard' },
      { family: 'console', rank: 10, capabilities, texts, selectable: true },
    )
  await publish(['console.users'])
  const { mailbox, grantId, itself } = await withAccess({ level: 'console_standard' })
  const { id: level } = await publish(['console.users', 'console.groups'])
  await writtenButNotTaken()
  expect(await states('level_version_offered')).toBe('queued')
  await itself.accessGrants.declineVersion(grantId, { level })
  expect(await templatesTo(mailbox)).toEqual([])
  expect(await states('level_version_offered')).toBe('dropped')
})

test('nobody is told of what is overdue once nothing is', async () => {
  await admin.settings.update({ notify: { operatorEmail: 'operator@hosting.example.com' } })
  const { id, itself } = await withAccess()
  await itself.access.save({ id, resellerId: north.id }, { allow: false })
  clock.move(day)
  await writtenButNotTaken()
  expect(await states('access_overdue')).toBe('queued')
  for (const { clientId } of await admin.propagations.list({ state: ['pending'] }).toArray({ limit: 100 })) {
    await carriedOut(platform, clientId)
  }
  expect(await templatesTo('operator@hosting.example.com')).toEqual([])
})
