import type { CreateClient } from '@clientele/contract'
import type { ApiError } from '@clientele/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, south, support, clock, server, key, sql } = platform
const requests = north.owner.accessRequests

beforeAll(() => setPages(platform))

const client = async (input: CreateClient = quick()) => (await north.owner.clients.create(input)).id

describe('asking a client', () => {
  test('scenario 1, R2 R19 R206: adding a client with names only mails nobody; the address is asked for now', async () => {
    const added = await north.owner.clients.create(quick())
    expect(added).toMatchObject({
      accessState: 'none',
      primaryEmail: null,
      actions: { requestAccess: { allowed: true } },
    })
    expect(await server.mailbox.list()).toEqual([])
    await requests.create(asking(added.id, { recipientEmail: 'first@mail.example.org' }))
    expect((await server.mailbox.list()).map(({ to }) => to.email)).toEqual(['first@mail.example.org'])
    expect(await north.owner.clients.get(added.id)).toMatchObject({
      accessState: 'requested',
      actions: { requestAccess: { allowed: false, code: 'access_request_pending' } },
    })
  })

  test('R3 R26 R27: sends the mail and waits; what was left open is decided', async () => {
    const id = await client()
    const request = await requests.create(asking(id))
    expect(request).toMatchObject({
      client: { id },
      reseller: { id: north.id, name: 'North' },
      level: 'manage@1',
      scope: { kind: 'all' },
      languageCode: 'de',
      duration: null,
      autoExtend: null,
      status: 'pending',
      delivery: { state: 'queued' },
      attempt: 1,
      attemptsLeft: 4,
      expiresAt: new Date(clock.now().getTime() + 14 * day).toISOString(),
      actions: { send: { allowed: false }, resend: { allowed: true }, cancel: { allowed: true } },
    })
    const events = await readEvents(north.owner, { subject: request.id }, 1)
    expect(events).toMatchObject([{ type: 'access_request.created', clientId: id, actor: { accountId: north.id } }])
  })

  test('R35: the link and the rights are in the mail whatever the sender wrote', async () => {
    const id = await client(organization({ languageCode: 'fr' }))
    const to = 'plain@mail.example.org'
    await requests.create(asking(id, { recipientEmail: to, message: 'Click <a href="https://evil.example">here</a>' }))
    const [mail] = (await server.mailbox.list()).filter((one) => one.to.email === to)
    expect(mail).toMatchObject({ template: 'access_request', languageCode: 'fr' })
    const body = (await server.mailbox.get(String(mail?.id)))?.body
    expect(body?.text).toContain('https://panel.example.com/access#cl_')
    expect(body?.html).not.toContain('<a href="https://evil.example"')
  })

  test('R26: the mail names the person who asks; a key is none', async () => {
    const to = 'asked@mail.example.org'
    await requests.create(asking(await client(organization({ languageCode: 'en' })), { recipientEmail: to }))
    const origin = 'https://panel.example.com'
    const viewer = { id: 'n-1', name: 'Nora North' }
    const { token } = await north.owner.sessions.create({
      accountId: north.id,
      role: 'reseller_owner',
      viewer,
      origins: [origin],
    })
    const nora = platform.as(token, origin)
    await nora.accessRequests.create(asking(await client(organization({ languageCode: 'en' })), { recipientEmail: to }))
    const mails = (await server.mailbox.list()).filter((one) => one.to.email === to)
    const [byNora, byKey] = await Promise.all(
      mails.map(async ({ id }) => (await server.mailbox.get(id))?.body?.text ?? ''),
    )
    expect(byNora).toContain('Nora North of North asks for access')
    expect(byKey).toContain('North asks for access')
    expect(byKey).toContain('North writes:')
    // what its key is called
    expect(byKey).not.toContain('reseller_owner')
  })

  test('R22: a draft is kept, mails nobody, is not shown to the client, and is sent later', async () => {
    const id = await client()
    const people = await key(id, 'client_admin')
    const to = 'draft@mail.example.org'
    const draft = await requests.create(asking(id, { recipientEmail: to, send: false }))
    expect(draft).toMatchObject({ status: 'draft', attempt: 0, delivery: null, copyableLink: null })
    expect(await codeOf(people.accessRequests.get(draft.id))).toBe('not_found')
    expect(await people.accessRequests.list()).toMatchObject({ data: [] })
    expect(await codeOf(requests.resend(draft.id, {}))).toBe('invalid_state_transition')
    const sent = await requests.send(draft.id, { ifMatch: draft.etag })
    expect(sent).toMatchObject({ status: 'pending', attempt: 1 })
    expect(await people.accessRequests.get(draft.id)).toMatchObject({ status: 'pending' })
    expect(await codeOf(requests.send(draft.id))).toBe('invalid_state_transition')
    expect(await byLink(platform, await mailedToken(platform, to)).accessRequests.current()).toMatchObject({
      id: draft.id,
    })
  })

  test('without a page of the host for the link nothing is sent', async () => {
    const id = await client()
    await admin.settings.update({ links: { requestUrl: null } })
    const before = (await server.mailbox.list()).length
    const refused = await refusalOf(requests.create(asking(id)))
    await setPages(platform)
    expect(refused).toMatchObject({ code: 'setting_missing', data: { setting: 'links.requestUrl' } })
    expect((await server.mailbox.list()).length).toBe(before)
  })
})

describe('fields', () => {
  const wrong = async (with_: Parameters<typeof asking>[1]) => fieldsOf(requests.create(asking(await client(), with_)))

  test('scenario 2, R5 R13: a level has to be chosen, and one that is offered', async () => {
    const { level: _level, ...without } = asking(await client())
    expect(await fieldsOf(requests.create(without as Parameters<typeof requests.create>[0]))).toEqual([
      '/level required',
    ])
    expect(await wrong({ level: '' })).toEqual(['/level required'])
    expect(await wrong({ level: 'No such!' })).toEqual(['/level level_required'])
    expect(await wrong({ level: 'nosuch' })).toEqual(['/level level_not_selectable'])
    const unknown = await refusalOf(requests.create(asking(await client(), { level: 'nosuch' })))
    expect(unknown.errors[0]?.detail).toMatch(/There are: .*manage@1, .*manage_and_purchase@1/)
    expect(await wrong({ level: 'manage@7' })).toEqual(['/level level_not_selectable'])
  })

  test('R35 R23: the address and the message', async () => {
    expect(await wrong({ recipientEmail: 'nobody' })).toEqual(['/recipientEmail email_invalid'])
    expect(await wrong({ recipientEmail: '' })).toEqual(['/recipientEmail required'])
    expect(await wrong({ recipientEmail: 'a@b.example\r\nBcc: c@d.example' })).toEqual([
      '/recipientEmail email_invalid',
    ])
    expect(await wrong({ message: ' \n ' })).toEqual(['/message required'])
    expect(await wrong({ message: 'x'.repeat(2001) })).toEqual(['/message too_long'])
  })

  test('how long', async () => {
    expect(await wrong({ duration: 'PT12H' })).toEqual(['/duration duration_out_of_range'])
    expect(await wrong({ duration: 'P9999Y' })).toEqual(['/duration duration_out_of_range'])
    expect(await wrong({ duration: 'soon' })).toEqual(['/duration invalid_format'])
    expect(await wrong({ autoExtend: 'P180D' })).toEqual(['/autoExtend invalid_choice'])
    await admin.settings.update({ access: { maxDuration: 'P1Y' } })
    expect(await wrong({ duration: 'P13M' })).toEqual(['/duration duration_out_of_range'])
    expect(await wrong({ duration: null })).toEqual(['/duration duration_out_of_range'])
    expect(await wrong({ duration: 'P90D', autoExtend: 'P2Y' })).toEqual(['/autoExtend duration_out_of_range'])
    const [longest, short] = [asking(await client()), asking(await client(), { duration: 'P90D', autoExtend: 'P180D' })]
    expect(await requests.create(longest)).toMatchObject({ duration: 'P1Y' })
    expect(await requests.create(short)).toMatchObject({ duration: 'P90D', autoExtend: 'P180D' })
    await admin.settings.update({ access: { maxDuration: null } })
  })

  test('the scope: domains as they are stored, subscriptions that the client has, all of it by the family', async () => {
    const domains = (...names: string[]) => wrong({ scope: { kind: 'domains', names } })
    expect(await domains('www.shop.example.com')).toEqual(['/scope/names/0 domain_has_www'])
    expect(await domains('shop.example.com', 'nowhere')).toEqual(['/scope/names/1 domain_invalid'])
    expect(await domains('co.uk')).toEqual(['/scope/names/0 domain_is_public_suffix'])
    const names = ['Bücher.Example.com', 'xn--bcher-kva.example.com']
    expect(await requests.create(asking(await client(), { scope: { kind: 'domains', names } }))).toMatchObject({
      scope: { kind: 'domains', names: ['xn--bcher-kva.example.com'] },
    })
    expect(await wrong({ scope: { kind: 'subscriptions', ids: ['sub_01ARZ3NDEKTSV4RRFFQ69G5FAV'] } })).toEqual([
      '/scope/ids/0 invalid_choice',
    ])
    const { data } = await admin.accessLevels.list({ family: 'console' })
    const { key = '', family = 'console', rank = 0, capabilities = [], texts = {} } = data[0] ?? {}
    await admin.accessLevels.publish({ key }, { family, rank, capabilities, texts, selectable: true })
    const request = await requests.create(asking(await client(), { level: key }))
    expect(request).toMatchObject({ level: `${key}@2`, scope: { kind: 'sold_plus_ticked' } })
    expect(await refusalOf(requests.create(asking(await client(), { level: `${key}@1` })))).toMatchObject({
      code: 'level_version_retired',
      data: { level: `${key}@2` },
    })
  })

  test('R212: a language that the level has texts in', async () => {
    expect(await wrong({ languageCode: 'pl' })).toEqual(['/languageCode language_not_supported'])
    const ask = async (languageCode: string, given?: string) => {
      const id = await client(quick({ languageCode }))
      return (await requests.create(asking(id, given === undefined ? {} : { languageCode: given }))).languageCode
    }
    expect(await ask('fr-CA')).toBe('fr')
    expect(await ask('pl')).toBe('en')
    expect(await ask('fr', 'de-AT')).toBe('de')
  })
})

describe('R34: one pending request', () => {
  test('scenario 5: another is refused with its id; with another level it can take its place', async () => {
    const id = await client()
    const first = await requests.create(asking(id, { recipientEmail: 'one@mail.example.org' }))
    const dead = byLink(platform, await mailedToken(platform, 'one@mail.example.org'))
    const data = { requestId: first.id, level: 'manage@1' }
    for (const with_ of [{}, { level: 'manage_and_purchase' }, { supersede: first.id }] as const) {
      const refusal = await refusalOf(requests.create(asking(id, with_)))
      expect(refusal).toMatchObject({ status: 409, code: 'access_request_pending', data })
    }
    const second = await requests.create(
      asking(id, { recipientEmail: 'two@mail.example.org', level: 'manage_and_purchase', supersede: first.id }),
    )
    expect(second).toMatchObject({ status: 'pending', supersedesId: first.id, attempt: 1, attemptsLeft: 3 })
    expect(await requests.get(first.id)).toMatchObject({ status: 'superseded', copyableLink: null })
    expect(await codeOf(dead.accessRequests.current())).toBe('link_invalid')
    const alive = byLink(platform, await mailedToken(platform, 'two@mail.example.org'))
    expect(await alive.accessRequests.current()).toMatchObject({ id: second.id })
    const types = (await readEvents(north.owner, { subject: first.id }, 2)).map(({ type }) => type)
    expect(types).toEqual(['access_request.created', 'access_request.superseded'])
  })

  test('what is to be superseded has to be pending, and of this client', async () => {
    const [id, other] = [await client(), await client()]
    const canceled = await requests.create(asking(id))
    await requests.cancel(canceled.id)
    const elsewhere = await requests.create(asking(other))
    const level = 'manage_and_purchase'
    expect(await codeOf(requests.create(asking(id, { level, supersede: canceled.id })))).toBe(
      'invalid_state_transition',
    )
    expect(await fieldsOf(requests.create(asking(id, { level, supersede: elsewhere.id })))).toEqual([
      '/supersede invalid_choice',
    ])
    expect(await fieldsOf(requests.create(asking(id, { level, supersede: elsewhere.id, send: false })))).toEqual([
      '/supersede invalid_choice',
    ])
    expect(await requests.get(elsewhere.id)).toMatchObject({ status: 'pending' })
  })

  test('two at once leave one', async () => {
    const id = await client()
    const drafts = [
      await requests.create(asking(id, { send: false })),
      await requests.create(asking(id, { send: false })),
    ]
    const ends = await Promise.allSettled([
      ...[1, 2, 3].map(() => requests.create(asking(id))),
      ...drafts.map((draft) => requests.send(draft.id)),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as ApiError).code] : []))
    expect(new Set(refusals)).toEqual(new Set(['access_request_pending']))
    const rows = await sql("select 1 from access_requests where client_id = $1 and status = 'pending'", [id])
    expect(rows).toHaveLength(1)
    expect(platform.failures).toEqual([])
  })
})

describe('asking often', () => {
  test('the attempts of 30 days are counted for the pair, whatever became of them', async () => {
    const id = await client()
    await admin.settings.update({ access: { requestMaxAttempts: 2 } })
    const first = await requests.create(asking(id))
    const sentAt = clock.now().getTime()
    await requests.cancel(first.id)
    clock.move(day)
    const second = await requests.create(asking(id))
    expect(second.attemptsLeft).toBe(0)
    const nextAt = new Date(sentAt + 30 * day).toISOString()
    const data = { max: 2, nextAt }
    const refusal = await refusalOf(requests.resend(second.id, {}))
    expect(refusal).toMatchObject({ code: 'access_request_attempts_exhausted', data })
    expect((await requests.get(second.id)).actions?.resend).toEqual({ allowed: false, code: refusal.code, data })
    clock.move(29 * day - 1)
    expect(await codeOf(requests.resend(second.id, {}))).toBe('access_request_attempts_exhausted')
    clock.move(1)
    expect(await requests.resend(second.id, {})).toMatchObject({ status: 'pending', attempt: 2 })
    await admin.settings.update({ access: { requestMaxAttempts: 5 } })
  })

  test('an address that mail came back from is not tried again, another one is', async () => {
    const id = await client()
    const gone = 'gone@mail.example.org'
    const request = await requests.create(asking(id, { recipientEmail: gone }))
    await admin.accessRequests.reportDelivery(request.id, { state: 'bounced', detail: '550 no such user' })
    const refused = { code: 'recipient_bounced', data: { email: gone } }
    expect(await refusalOf(requests.resend(request.id, {}))).toMatchObject(refused)
    expect(await refusalOf(requests.remind(request.id))).toMatchObject(refused)
    await requests.cancel(request.id)
    expect(await refusalOf(requests.create(asking(id, { recipientEmail: 'GONE@mail.example.org' })))).toMatchObject({
      code: 'recipient_bounced',
    })
    expect(await requests.create(asking(id))).toMatchObject({ status: 'pending' })
  })

  test('only an active client is asked', async () => {
    const id = await client()
    await sql("update accounts set status = 'closed' where id = $1", [id])
    expect(await refusalOf(requests.create(asking(id)))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'closed', allowed: [] },
    })
  })
})

describe('R1 R15: who asks', () => {
  test('a reseller its own clients, and nobody those of others', async () => {
    const id = await client()
    for (const stranger of [south.owner, south.sales, platform.below.owner]) {
      expect(await codeOf(stranger.accessRequests.create(asking(id)))).toBe('not_found')
      expect(await codeOf(stranger.accessRequests.create(asking(id, { resellerId: north.id })))).toBe('not_found')
    }
    // nor the owner above it those of a reseller below
    const below = await platform.below.owner.clients.create(quick())
    expect(await codeOf(requests.create(asking(below.id)))).toBe('not_found')
    expect(await fieldsOf(admin.accessRequests.create(asking(id)))).toEqual(['/resellerId required'])
    expect(await codeOf(requests.create(asking('acc_01ARZ3NDEKTSV4RRFFQ69G5FAV')))).toBe('not_found')
    expect(await admin.accessRequests.create(asking(id, { resellerId: north.id }))).toMatchObject({
      reseller: { id: north.id },
    })
  })

  test('no client asks itself, and platform support asks nobody', async () => {
    const id = await client()
    const people = await key(id, 'client_admin')
    for (const caller of [people, support]) {
      expect(await refusalOf(caller.accessRequests.create(asking(id)))).toMatchObject({
        code: 'permission_denied',
        data: { right: 'access_requests.create' },
      })
    }
  })

  test('a request is seen by its reseller, its client and the platform; its link by the reseller alone', async () => {
    const id = await client()
    const people = await key(id, 'client_admin')
    const request = await requests.create(asking(id))
    expect(tokenIn(request.copyableLink)).toMatch(/^cl_/)
    for (const staff of [north.owner, north.manager, north.sales, north.support]) {
      const seen = await staff.accessRequests.get(request.id)
      expect(tokenIn(seen.copyableLink)).toBe(tokenIn(request.copyableLink))
    }
    for (const other of [people, admin, support]) {
      const seen = await other.accessRequests.get(request.id)
      expect(seen).toMatchObject({ id: request.id, reseller: { name: 'North' } })
      expect(seen).not.toHaveProperty('copyableLink')
    }
    const right = { allowed: false, code: 'permission_denied' }
    expect((await people.accessRequests.get(request.id)).actions).toMatchObject({ cancel: right, resend: right })
    for (const stranger of [south.owner, platform.below.owner, await key(await client(), 'client_admin')]) {
      expect(await codeOf(stranger.accessRequests.get(request.id))).toBe('not_found')
      expect(await stranger.accessRequests.list({ clientId: id })).toMatchObject({ data: [] })
    }
    expect(await codeOf(south.owner.accessRequests.cancel(request.id))).toBe('not_found')
    expect(await codeOf(south.owner.accessRequests.resend(request.id, {}))).toBe('not_found')
  })

  test('lists by client and status, newest first, page by page', async () => {
    const id = await client()
    const first = await requests.create(asking(id))
    await requests.cancel(first.id)
    const second = await requests.create(asking(id, { send: false }))
    const third = await requests.create(asking(id))
    const ids = async (query: Parameters<typeof requests.list>[0]) =>
      (await requests.list({ clientId: id, ...query }).toArray({ limit: 50 })).map((one) => one.id)
    expect(await ids({ limit: 1 })).toEqual([third.id, second.id, first.id])
    expect(await ids({ status: ['canceled', 'draft'] })).toEqual([second.id, first.id])
    expect(await ids({ status: ['pending'] })).toEqual([third.id])
    clock.move(15 * day)
    expect(await ids({ status: ['pending'] })).toEqual([])
    expect(await ids({ status: ['expired'] })).toEqual([third.id])
    expect(await requests.list({ clientId: id, include: ['actions'] })).toMatchObject({
      data: [{ status: 'expired', actions: { resend: { allowed: true } } }, {}, {}],
    })
  })
})
