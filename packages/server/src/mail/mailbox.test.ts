import { describe, expect, test } from 'vitest'
import { transactions } from '../database/transaction.ts'
import type { MailData } from './mail-data.ts'
import { askedAccess, mailQueue } from '../testing/test-mails.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const { server, admin, north, clock, sql, database, send } = await openTestPlatform({ masterKey })
const queue = await mailQueue(database.pool, masterKey, clock, {})

const { client, reseller, level } = askedAccess
const confirmed: MailData['access_confirmed'] = {
  client,
  reseller,
  level,
  audience: 'client',
  manageLink: 'https://host.example.com/manage#cl_manage',
  scope: { kind: 'all' },
  endsAt: null,
  autoExtend: null,
  timeZone: 'UTC',
  receipt: { id: 'rcp_01', jws: 'eyJh.eyJi.c2ln' },
}

describe('the mailbox', () => {
  test('has the mails of a server without SMTP, the newest first', async () => {
    await queue({ to: { email: 'first@byron.example.com', name: 'First' }, languageCode: 'fr' })
    const [first] = await server.mailbox.list()
    expect(first).toMatchObject({
      template: 'access_request',
      languageCode: 'fr',
      to: { email: 'first@byron.example.com', name: 'First' },
      replyTo: 'help@north.example.net',
      subject: 'North demande un accès à Byron Engines',
      state: 'queued',
      createdAt: clock.now(),
      sentAt: null,
    })
    expect(await server.runDue()).toBe(1)
    clock.move(1000)
    await queue({ to: { email: 'second@byron.example.com' } })
    expect((await server.mailbox.list()).map(({ to, state }) => [to.email, state])).toEqual([
      ['second@byron.example.com', 'queued'],
      ['first@byron.example.com', 'sent'],
    ])
    expect((await server.mailbox.list({ after: first?.id ?? '' })).map(({ to }) => to.email)).toEqual([
      'second@byron.example.com',
    ])
    const mail = await server.mailbox.get(first?.id ?? '')
    expect(mail?.body?.text).toContain('https://host.example.com/answer#cl_token')
    expect(mail?.body?.html).toContain('https://host.example.com/answer#cl_token')
    expect(await server.mailbox.get('mai_unknown')).toBeUndefined()
  })

  test('R28: the confirmation has the receipt as a file', async () => {
    await queue<'access_confirmed'>({ template: 'access_confirmed', data: confirmed })
    const [{ id } = { id: '' }] = await server.mailbox.list()
    expect((await server.mailbox.get(id))?.body?.attachments).toEqual([
      { filename: 'rcp_01.jws', contentType: 'application/jose', content: 'eyJh.eyJi.c2ln' },
    ])
  })

  test('replies to what the reseller gets do not go to the reseller', async () => {
    await queue<'access_confirmed'>({ template: 'access_confirmed', data: { ...confirmed, audience: 'reseller' } })
    expect((await server.mailbox.list())[0]).toMatchObject({ replyTo: null })
    await queue<'request_declined'>({ template: 'request_declined', data: { client, reseller, level, reason: null } })
    expect((await server.mailbox.list())[0]).toMatchObject({ template: 'request_declined', replyTo: null })
  })

  test('R204: what the platform has switched off is not written; the request always is', async () => {
    await admin.settings.update({ notify: { off: ['request_declined'] } })
    const before = await server.mailbox.list()
    await queue<'request_declined'>({ template: 'request_declined', data: { client, reseller, level, reason: null } })
    expect(await server.mailbox.list()).toEqual(before)
    await queue()
    expect(await server.mailbox.list()).toHaveLength(before.length + 1)
    await admin.settings.update({ notify: { off: [] } })
  })

  test('is nothing that callers reach: not by the API, not by SQL, not in clear', async () => {
    for (const path of ['/v1/mails', '/v1/mailbox'])
      expect((await send(path, { as: north.owner.secret })).status).toBe(404)
    const transact = await transactions(database.pool)
    const caller = { account: north.id, caller: '' }
    for (const scope of [
      { reach: 'some', ...caller, accounts: [north.id] },
      { reach: 'all', ...caller },
    ] as const)
      expect(await transact(scope, (tx) => tx.query('select id from mails'))).toEqual([])
    const stored = await sql<{ row: string }>(
      "select m::text || encode(coalesce(sealed_body, ''), 'escape') as row from mails m",
    )
    expect(stored.length).toBeGreaterThan(0)
    for (const { row } of stored) expect(row).not.toMatch(/cl_token|cl_manage|may we/)
  })
})
