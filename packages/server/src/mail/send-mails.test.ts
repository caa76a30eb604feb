import { beforeEach, describe, expect, test } from 'vitest'
import { day, minute } from '../testing/test-clock.ts'
import { openMailReceiver } from '../testing/mail-receiver.ts'
import { askedAccess, mailQueue } from '../testing/test-mails.ts'
import { openTestServer } from '../testing/test-server.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const receiver = await openMailReceiver()
const mail = { smtpUrl: receiver.url, from: 'Example Hosting <access@hosting.example.com>' }
const { server, clock, sql, database } = await openTestServer({ mail, masterKey })
const queue = await mailQueue(database.pool, masterKey, clock, mail)

interface Stored {
  [column: string]: unknown
  state: string
  detail: string | null
  attempts: number
  body: boolean
  next_attempt_at: Date | null
}
const stored = async (): Promise<Stored | undefined> =>
  (await sql<Stored>('select *, sealed_body is not null as body from mails order by id desc limit 1'))[0]

beforeEach(async () => {
  await sql('delete from mails')
  receiver.mails.length = 0
  receiver.refuse.recipients.length = 0
  receiver.refuse.data.length = 0
})

describe('sending', () => {
  test('a mail leaves as it was written, and its text is not kept', async () => {
    await queue({ to: { email: 'ada@byron.example.com', name: 'Ada Byron' } })
    expect(await stored()).toMatchObject({ state: 'queued', attempts: 0, body: true })
    expect(await server.runDue()).toBe(1)
    const [received] = receiver.mails
    expect(received).toMatchObject({
      from: { name: 'Example Hosting', address: 'access@hosting.example.com' },
      to: [{ name: 'Ada Byron', address: 'ada@byron.example.com' }],
      replyTo: [{ name: '', address: 'help@north.example.net' }],
      recipients: ['ada@byron.example.com'],
      subject: 'North asks for access to Byron Engines',
    })
    expect(received?.header('auto-submitted')).toBe('auto-generated')
    expect(received?.header('content-language')).toBe('en')
    const [row] = await sql<{ message_id: string }>('select message_id from mails')
    expect(received?.messageId).toBe(row?.message_id)
    expect(received?.messageId).toMatch(/^<mai_\w{26}@hosting\.example\.com>$/)
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 1, body: false, next_attempt_at: null })
    expect(await server.runDue()).toBe(0)
  })

  test.each([
    ['en', 'You have allowed Größe & Söhne access'],
    ['de', 'Sie haben Größe & Söhne Zugriff erlaubt'],
    ['fr', 'Vous avez autorisé l’accès de Größe & Söhne'],
  ])('a mail in %s arrives as text, as HTML and with its file', async (languageCode, subject) => {
    const { client, level, scope } = askedAccess
    await queue<'access_confirmed'>({
      template: 'access_confirmed',
      languageCode,
      data: {
        audience: 'client',
        client,
        reseller: { name: 'Größe & Söhne', supportEmail: null },
        level,
        scope,
        endsAt: null,
        autoExtend: null,
        timeZone: 'UTC',
        manageLink: 'https://host.example.com/manage#cl_manage',
        receipt: { id: 'rcp_01', jws: 'eyJh.eyJi.c2ln' },
      },
    })
    await server.runDue()
    const [received] = receiver.mails
    expect(received).toMatchObject({
      subject,
      text: expect.stringContaining('https://host.example.com/manage#cl_manage'),
      html: expect.stringContaining('Größe &amp; Söhne'),
      attachments: [{ filename: 'rcp_01.jws', mimeType: 'application/jose', disposition: 'attachment' }],
    })
    expect(Buffer.from(received?.attachments[0]?.content as ArrayBuffer).toString()).toBe('eyJh.eyJi.c2ln')
    expect(received?.header('content-language')).toBe(languageCode)
    expect(received?.replyTo).toBeUndefined()
  })

  test('names cannot add headers, recipients or markup', async () => {
    const evil = 'Evil\r\nBcc: all@example.com\u202E <b>"x"</b>, <eve@example.com>'
    await queue({
      to: { email: 'ada@byron.example.com', name: evil },
      data: {
        ...askedAccess,
        reseller: { name: evil, supportEmail: 'help@north.example.net' },
        sender: evil,
        message: '<script>alert(1)</script>',
      },
    })
    await server.runDue()
    const [received] = receiver.mails
    expect(received?.recipients).toEqual(['ada@byron.example.com'])
    expect(received?.to?.map(({ address }) => address)).toEqual(['ada@byron.example.com'])
    expect([received?.cc, received?.bcc, received?.header('bcc')]).toEqual([undefined, undefined, undefined])
    expect(received?.subject).not.toMatch(/[\r\n\u202E]/)
    expect(received?.html).not.toMatch(/<script|<b>|\u202E/)
    expect(received?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(received?.text).not.toMatch(/^Bcc:/m)
    expect(received?.text).toContain('> <script>alert(1)</script>')
  })

  test('a refused recipient is a bounce, and no further attempt is made', async () => {
    receiver.refuse.recipients.push('550 no such mailbox')
    await queue()
    await server.runDue()
    expect(await stored()).toMatchObject({
      state: 'bounced',
      detail: expect.stringContaining('no such mailbox'),
      body: false,
    })
    clock.move(4 * day)
    expect(await server.runDue()).toBe(0)
    expect(receiver.mails).toEqual([])
  })

  test.each([
    ['a temporary refusal of the recipient', () => receiver.refuse.recipients.push('450 greylisted')],
    ['a temporary refusal of the mail', () => receiver.refuse.data.push('451 try later')],
    ['a server that hangs up in DATA', () => receiver.refuse.data.push('hang up')],
  ])('after %s it is sent later, with the same Message-ID', async (_name, refuse) => {
    refuse()
    await queue()
    await server.runDue()
    expect(receiver.mails).toEqual([])
    const first = await stored()
    expect(first).toMatchObject({ state: 'queued', attempts: 1, body: true, detail: expect.any(String) })
    expect(first?.next_attempt_at).toEqual(new Date(clock.now().getTime() + minute))
    expect(await server.runDue()).toBe(0)
    clock.move(minute)
    expect(await server.runDue()).toBe(1)
    expect(receiver.mails.map(({ messageId }) => messageId)).toEqual([first?.['message_id']])
  })

  test('a server that is down is tried for three days', async () => {
    await receiver.stop()
    await queue()
    const waits: number[] = []
    for (let due = await stored(); due?.next_attempt_at; due = await stored()) {
      const wait = due.next_attempt_at.getTime() - clock.now().getTime()
      waits.push(wait / minute)
      clock.move(wait)
      await server.runDue()
    }
    await receiver.start()
    expect(waits.slice(0, 9)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60])
    const tried = waits.reduce((sum, wait) => sum + wait, 0)
    expect(tried).toBeGreaterThan(70 * 60)
    expect(tried).toBeLessThanOrEqual(72 * 60)
    expect(await stored()).toMatchObject({
      state: 'failed',
      body: false,
      detail: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await server.runDue()).toBe(0)
  }, 60_000)

  test('a server that was down for a day gets what it missed, once', async () => {
    await receiver.stop()
    await queue()
    await server.runDue()
    clock.move(day)
    await server.runDue()
    await receiver.start()
    clock.move(minute * 60)
    await server.runDue()
    clock.move(day)
    await server.runDue()
    expect(receiver.mails).toHaveLength(1)
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 3 })
  })

  test('many mails go out once each, whoever else sends', async () => {
    for (let i = 0; i < 23; i++) await queue({ to: { email: `number-${i}@byron.example.com` } })
    const done = await Promise.all([server.runDue(), server.runDue(), server.runDue()])
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(23)
    expect(new Set(receiver.mails.map(({ messageId }) => messageId)).size).toBe(23)
    expect(receiver.mails).toHaveLength(23)
  })

  test('a mail whose sender was killed goes out once its lease is over, with the same Message-ID', async () => {
    await queue()
    // taken by a server that is no more
    await sql('update mails set attempts = 1, next_attempt_at = $1', [new Date(clock.now().getTime() + 3 * minute)])
    expect(await server.runDue()).toBe(0)
    clock.move(3 * minute)
    expect(await server.runDue()).toBe(1)
    expect(receiver.mails.map(({ messageId }) => messageId)).toEqual([(await stored())?.['message_id']])
  })
})
