import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { byLink, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const receiver = await openMailReceiver()
const platform = await openTestPlatform({ mail: { smtpUrl: receiver.url, from: 'access@hosting.example.com' } })
const { admin, north, south, below, clock, server, sql, key } = platform

const support = { north: 'help@north.example.net', south: 'help@south.example.net', below: 'help@below.example.net' }

beforeAll(async () => {
  await setPages(platform)
  for (const [name, { id }] of Object.entries({ north, south, below })) {
    await sql('update accounts set support_email = $2 where id = $1', [id, support[name as 'north']])
  }
})
beforeEach(() => clock.move(day))

let made = 0

/** A client that has let in several resellers; all mails about that are out. */
async function withAccess(languageCode: string, resellers: readonly Pick<typeof north, 'owner'>[] = [north, south]) {
  const { id } = await north.owner.clients.create(quick({ languageCode }))
  const mailbox = `pausing-${++made}@mail.example.org`
  const links = []
  for (const { owner } of resellers) {
    if (owner !== north.owner) {
      await sql(
        `insert into links (id, reseller_id, client_id, kind, origin, status, since)
         values ('lnk_' || $1 || $2, $1, $2, 'secondary', 'created', 'active', now())`,
        [owner.accountId, id],
      )
    }
    const { manageLink } = await granted(platform, owner, id, { recipientEmail: mailbox })
    links.push(byLink(platform, tokenIn(manageLink)))
  }
  await carriedOut(platform, id)
  await server.runDue()
  receiver.mails.length = 0
  return { id, mailbox, links, itself: await key(id, 'client_admin') }
}

const mailsTo = (to: string) => receiver.mails.filter(({ recipients }) => recipients.includes(to))
const subjectsTo = (to: string) => mailsTo(to).map(({ subject }) => subject)
const sorted = (subjects: readonly (string | undefined)[]) => subjects.map(String).toSorted((a, b) => (a < b ? -1 : 1))
const later = async (minutes: number) => {
  clock.move(minutes * minute)
  await server.runDue()
}

describe('N8: pausing everything', () => {
  test.each([
    ['en', /^The access of 2 resellers to .* is paused$/, /^The access of 2 resellers to .* goes on$/],
    ['de', /^Der Zugriff von 2 Resellern auf .* ist pausiert$/, /^Der Zugriff von 2 Resellern auf .* geht weiter$/],
    ['fr', /^L’accès de 2 revendeurs à .* est en pause$/, /^L’accès de 2 revendeurs à .* est rétabli$/],
  ])(
    'is one mail to the client, in %s, that names all resellers and leads to each',
    async (language, paused, resumed) => {
      const { id, itself, mailbox } = await withAccess(language)
      await itself.access.pause(id)
      await server.runDue()
      expect(subjectsTo(mailbox)).toEqual([expect.stringMatching(paused)])
      const [mail] = mailsTo(mailbox)
      expect(mail?.text).toMatch(/^- North\n- South$/m)
      expect(mail?.replyTo).toBeUndefined()
      for (const name of ['North', 'South']) {
        const url = new RegExp(`^${name} – .*\n(https://\\S+#cl_\\S+)$`, 'm').exec(mail?.text ?? '')?.[1]
        const { access } = await byLink(platform, tokenIn(url)).access.managed()
        expect(access).toMatchObject({ clientId: id, reseller: { name }, pausedAt: clock.now().toISOString() })
      }
      await itself.access.resume(id)
      await later(10)
      expect(subjectsTo(mailbox)).toEqual([expect.stringMatching(paused), expect.stringMatching(resumed)])
    },
  )

  test('is one mail to each reseller, about itself', async () => {
    const { id, itself } = await withAccess('en', [north, south])
    await itself.access.pause(id)
    await server.runDue()
    for (const [mine, other] of [
      ['north', 'South'],
      ['south', 'North'],
    ] as const) {
      const [mail, ...more] = mailsTo(support[mine])
      expect(more).toEqual([])
      expect(mail?.text).not.toContain(other)
    }
  })

  test('of one reseller names it, as before', async () => {
    const { id, itself, mailbox } = await withAccess('en', [north])
    await itself.access.pause(id)
    await server.runDue()
    expect(subjectsTo(mailbox)).toEqual([expect.stringMatching(/^The access of North to .* is paused$/)])
  })

  test('of some that were paused already names the others', async () => {
    const { id, itself, links, mailbox } = await withAccess('en', [north, south, below])
    await links[0]?.access.pauseManaged()
    await later(11)
    await itself.access.pause(id)
    await server.runDue()
    expect(subjectsTo(mailbox)).toEqual([
      expect.stringContaining('of North'),
      expect.stringContaining('of 2 resellers'),
    ])
    expect(mailsTo(mailbox)[1]?.text).toMatch(/^- /m)
    expect(mailsTo(mailbox)[1]?.text).not.toContain('- North')
  })
})

describe('a mail about several that waits', () => {
  /** Paused, told, and going on again, of which the mail has to wait. */
  async function waiting() {
    const client = await withAccess('en')
    await client.itself.access.pause(client.id)
    await server.runDue()
    await client.itself.access.resume(client.id)
    await server.runDue()
    receiver.mails.length = 0
    return client
  }

  test('tells of each how it stands by then', async () => {
    const { links, mailbox } = await waiting()
    await links[1]?.access.pauseManaged()
    await later(10)
    expect(sorted(subjectsTo(mailbox))).toEqual([
      expect.stringMatching(/of North .* goes on/),
      expect.stringMatching(/of South .* is paused/),
    ])
    await later(60)
    expect(mailsTo(mailbox)).toHaveLength(2)
  })

  test.each(['switch', 'access'] as const)('leaves out those whose %s is over', async (end) => {
    const { id, itself, links, mailbox } = await waiting()
    if (end === 'switch') await itself.access.save({ id, resellerId: south.id }, { allow: false })
    else await links[1]?.access.endManaged()
    await later(10)
    expect(sorted(subjectsTo(mailbox))).toEqual([
      expect.stringMatching(end === 'switch' ? /^Access of South .* switched off/ : /^The access of North .* goes on/),
      expect.stringMatching(end === 'switch' ? /^The access of North .* goes on/ : /^The access of South .* has ended/),
    ])
  })

  test('leaves out one whose access the vendor has refused in the meantime', async () => {
    const { id, itself, mailbox } = await withAccess('en', [north])
    await sql(
      `insert into links (id, reseller_id, client_id, kind, origin, status, since)
       values ('lnk_' || $1 || $2, $1, $2, 'secondary', 'created', 'active', now())`,
      [south.id, id],
    )
    const { grantId } = await granted(platform, south.owner, id, { recipientEmail: mailbox })
    await server.runDue()
    receiver.mails.length = 0
    await itself.access.pause(id)
    const onItsWay = await admin.propagations.list({ clientId: id, state: ['pending'] }).toArray({ limit: 10 })
    const ofGrant = onItsWay.find(({ targetId }) => targetId === grantId)
    await admin.propagations.observed(String(ofGrant?.id), { outcome: 'failed', detail: 'No such product.' })
    await server.runDue()
    const paused = subjectsTo(mailbox).filter((subject) => subject?.includes('is paused'))
    expect(paused).toEqual([expect.stringContaining('of North')])
  })

  test('says nothing of a pause that a new consent has ended', async () => {
    const { id, itself, mailbox } = await withAccess('en')
    await itself.access.pause(id)
    await granted(platform, south.owner, id, { level: 'manage_and_purchase', recipientEmail: mailbox })
    await server.runDue()
    const paused = subjectsTo(mailbox).filter((subject) => subject?.includes('is paused'))
    expect(paused).toEqual([expect.stringContaining('of North')])
  })

  test('keeps the last state, and its peace, whoever turns all of them to and fro', async () => {
    const { id, itself, mailbox } = await withAccess('en')
    for (let round = 0; round < 4; round++) {
      await itself.access.pause(id)
      await later(1)
      await itself.access.resume(id)
      await later(1)
    }
    await later(10)
    await later(60)
    expect(subjectsTo(mailbox)).toEqual([
      expect.stringMatching(/of 2 resellers .* is paused/),
      expect.stringMatching(/of 2 resellers .* goes on/),
    ])
  })
})
