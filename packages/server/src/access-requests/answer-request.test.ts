import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, pages, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, server, sql, key } = platform
let made = 0

beforeAll(() => setPages(platform))

/** A new client of north, with names only, and a request that it has to answer. */
async function asked(with_: Parameters<typeof asking>[1] = {}) {
  const client = await north.owner.clients.create(quick())
  const to = `client-${++made}@mail.example.org`
  const request = await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to, ...with_ }))
  return { client, request, to, token: await mailedToken(platform, to) }
}

describe('the page of the link', () => {
  test('R30 R35: shows who asks for what, and that the mailbox may answer for a client without an account', async () => {
    const { client, request, token } = await asked({ duration: 'P90D' })
    const linked = await byLink(platform, token).accessRequests.current()
    expect(linked).toMatchObject({
      id: request.id,
      status: 'pending',
      reseller: { name: 'North' },
      client: { name: client.name, binding: 'placeholder' },
      level: { id: 'manage@1', status: 'published' },
      scope: { kind: 'all' },
      // as it stood in the mail, without braces
      message: 'Hello Ada, may I look after your products?',
      duration: 'P90D',
      endsAt: new Date(clock.now().getTime() + 90 * 86_400_000).toISOString(),
      viewer: { signedIn: false, mayAnswer: 'yes', accounts: [] },
    })
    expect(linked).not.toHaveProperty('recipientEmail')
  })

  test('names the subscriptions that it is for, here and behind the manage link: nobody agrees to an id', async () => {
    const client = await north.owner.clients.create(quick())
    const { id } = await admin.subscriptions.record({ clientId: client.id, sku: 'hosting_pro', seats: 1 })
    await admin.subscriptions.record({ clientId: client.id, sku: 'hosting_start', seats: 1 })
    const to = `client-${++made}@mail.example.org`
    const scope = { kind: 'subscriptions' as const, ids: [id] }
    await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to, scope }))
    const holder = byLink(platform, await mailedToken(platform, to))
    const named = [{ id, name: (await admin.subscriptions.get(id)).name }]
    expect((await holder.accessRequests.current()).subscriptions).toEqual(named)
    const { manageLink } = await holder.accessRequests.accept({ level: 'manage@1' })
    expect((await byLink(platform, tokenIn(manageLink)).access.managed()).subscriptions).toEqual(named)
  })
})

describe('accept', () => {
  test('R4 R27 R28: nothing is effective before; then there are the grant, the receipt, the switch and both mails', async () => {
    const { client, request, to, token } = await asked()
    expect(await admin.accessGrants.list({ clientId: client.id })).toMatchObject({ data: [] })
    expect(await sql('select 1 from access_policies where client_id = $1', [client.id])).toEqual([])
    const mayView = { clientId: client.id, capability: 'products.view' }
    expect(await north.owner.access.check(mayView)).toMatchObject({ allowed: false })

    const accepted = await byLink(platform, token).accessRequests.accept({ level: 'manage@1', languageCode: 'fr' })
    expect(accepted).toMatchObject({
      clientId: client.id,
      request: { status: 'accepted', client: { binding: 'bound' } },
    })
    expect(accepted.receipt.split('.')).toHaveLength(3)
    expect(accepted.manageLink).toMatch(new RegExp(`^${pages.manageUrl}#cl_`))

    expect(await north.owner.accessRequests.get(request.id)).toMatchObject({
      status: 'accepted',
      grantId: accepted.grantId,
      decidedAt: clock.now().toISOString(),
      decidedBy: { type: 'link_holder', display: to, accountId: client.id },
      copyableLink: null,
      actions: {
        resend: { allowed: false, code: 'invalid_state_transition', data: { state: 'accepted', allowed: [] } },
      },
    })
    expect(await north.owner.accessGrants.get(accepted.grantId)).toMatchObject({
      status: 'activating',
      requestId: request.id,
      level: 'manage@1',
      source: 'request',
    })
    // accepted is not in effect (R211)
    expect(await north.owner.access.check(mayView)).toMatchObject({ allowed: false })
    expect(await north.owner.clients.get(client.id)).toMatchObject({ binding: 'bound' })
    expect(await sql('select wanted from access_policies where client_id = $1', [client.id])).toEqual([
      { wanted: true },
    ])
    const mails = (await server.mailbox.list()).filter((mail) => mail.template === 'access_confirmed')
    expect(mails.find((mail) => mail.to.email === to)).toMatchObject({ languageCode: 'fr' })
    const types = ['access_request.accepted', 'client.bound', 'consent_receipt.issued'] as const
    const events = await readEvents(north.owner, { clientId: client.id, type: [...types] }, 3)
    expect(events.map(({ type }) => type).toSorted()).toEqual([...types].toSorted())
  })

  test('R28: the reseller is told where whoever asked is reached, else at its support address', async () => {
    const { id } = await admin.resellers.create({
      displayName: 'East',
      publicIdentifier: 'east',
      supportEmail: 'support@east.example.com',
    })
    const east = await key(id, 'reseller_owner')
    const { token: session } = await admin.sessions.create({
      accountId: id,
      viewer: { id: 'u1', name: 'Eve', email: 'eve@east.example.com' },
      role: 'reseller_sales',
      origins: ['https://panel.example.com'],
    })
    const eve = platform.as(session, 'https://panel.example.com')
    for (const [caller, mailbox] of [
      [east, 'support@east.example.com'],
      [eve, 'eve@east.example.com'],
    ] as const) {
      const to = `client-${++made}@mail.example.org`
      const client = await east.clients.create(quick())
      await caller.accessRequests.create(asking(client.id, { recipientEmail: to }))
      await byLink(platform, await mailedToken(platform, to)).accessRequests.accept({ level: 'manage@1' })
      const [newest] = (await server.mailbox.list()).filter((mail) => mail.template === 'access_confirmed')
      expect(newest?.to.email).toBe(mailbox)
    }
  })

  test('twice, from two tabs or by a retry, makes one grant', async () => {
    const { client, token } = await asked()
    const [tab, retry] = [byLink(platform, token), byLink(platform, token)]
    const first = await tab.accessRequests.accept({ level: 'manage@1' }, { idempotencyKey: 'accept-once' })
    const again = await retry.accessRequests.accept({ level: 'manage@1' }, { idempotencyKey: 'accept-once' })
    // the answer is kept, the link in it is not
    expect(again).toEqual({ ...first, manageLink: null })
    expect(await refusalOf(retry.accessRequests.accept({ level: 'manage@1' }))).toMatchObject({
      status: 409,
      code: 'access_request_not_pending',
      data: { state: 'accepted' },
    })
    expect((await admin.accessGrants.list({ clientId: client.id })).data).toHaveLength(1)
    const linked = await retry.accessRequests.current()
    expect(linked.status).toBe('accepted')
  })

  test('at the same time from several tabs makes one grant', async () => {
    const { client, token } = await asked()
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => byLink(platform, token).accessRequests.accept({ level: 'manage@1' })),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await admin.accessGrants.list({ clientId: client.id })).data).toHaveLength(1)
  })

  test('at the same time as the reseller takes it back or sends it again: one of them is first', async () => {
    const acts = [
      (id: string) => north.owner.accessRequests.cancel(id),
      (id: string) => north.owner.accessRequests.resend(id, {}),
    ]
    for (const act of acts) {
      const { client, request, token } = await asked()
      const accept = () => byLink(platform, token).accessRequests.accept({ level: 'manage@1' })
      const ends = await Promise.allSettled([act(request.id), server.runDue(), accept()])
      const isAccepted = ends[2].status === 'fulfilled'
      // never both: a link that was replaced while its holder waited is dead
      expect(ends[0].status).toBe(isAccepted ? 'rejected' : 'fulfilled')
      expect((await admin.accessGrants.list({ clientId: client.id })).data).toHaveLength(isAccepted ? 1 : 0)
      const { status } = await north.owner.accessRequests.get(request.id)
      expect(status === 'accepted').toBe(isAccepted)
    }
    expect(platform.failures).toEqual([])
  })

  test('N5: is about the version that was on the page, and no other', async () => {
    const { token, request } = await asked()
    const holder = byLink(platform, token)
    expect(await fieldsOf(holder.accessRequests.accept({ level: 'manage_and_purchase@1' }))).toEqual([
      '/level invalid_choice',
    ])
    expect(await fieldsOf(holder.accessRequests.accept({ level: 'manage@2' }))).toEqual(['/level invalid_choice'])
    expect(await north.owner.accessRequests.get(request.id)).toMatchObject({ status: 'pending' })
  })

  test('R6: says whether a payment method is on file to whoever may answer, and to nobody who was passed the link', async () => {
    const { client, request, token } = await asked({ level: 'manage_and_purchase' })
    await admin.clients.setPaymentMethod(client.id, { onFile: true })
    expect((await byLink(platform, token).accessRequests.current()).paymentMethodOnFile).toBe(true)
    const passedOn = byLink(platform, tokenIn(request.copyableLink))
    expect((await passedOn.accessRequests.current()).paymentMethodOnFile).toBeNull()
  })

  test('scenario 2: a level that buys is accepted without a payment method on file', async () => {
    const levels = await admin.accessLevels.list({ family: 'products' }).toArray({ limit: 50 })
    const buying = levels.find((level) => level.requiresPaymentMethod)
    const { token } = await asked({ level: String(buying?.id) })
    const holder = byLink(platform, token)
    expect(await holder.accessRequests.current()).toMatchObject({
      paymentMethodOnFile: false,
      level: { requiresPaymentMethod: true },
    })
    const accepted = await holder.accessRequests.accept({ level: String(buying?.id) })
    expect(accepted.request.status).toBe('accepted')
  })

  test('R33: a higher level is a new request, and takes the place of the grant that there was', async () => {
    const { client, token } = await asked()
    const origin = 'https://panel.example.com'
    const lower = await byLink(platform, token).accessRequests.accept({ level: 'manage@1' })
    const request = await north.owner.accessRequests.create(asking(client.id, { level: 'manage_and_purchase' }))
    expect(await admin.accessGrants.get(lower.grantId)).toMatchObject({ level: 'manage@1', endReason: null })
    const people = await key(client.id, 'client_admin')
    const holder = byLink(platform, tokenIn(request.copyableLink), { token: people.secret, origin })
    const higher = await holder.accessRequests.accept({ level: 'manage_and_purchase@1' })
    expect(await admin.accessGrants.get(lower.grantId)).toMatchObject({ endReason: 'replaced' })
    expect(await admin.accessGrants.get(higher.grantId)).toMatchObject({ level: 'manage_and_purchase@1' })
  })

  test('the manage link of the newest consent is the one that works', async () => {
    const { client, to, token } = await asked()
    const first = await byLink(platform, token).accessRequests.accept({ level: 'manage@1' })
    const origin = 'https://panel.example.com'
    const { token: session } = await admin.sessions.create({
      accountId: client.id,
      viewer: { id: 'chidi', email: 'chidi@mail.example.org' },
      role: 'client_admin',
      origins: [origin],
    })
    await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to }))
    const signedIn = byLink(platform, await mailedToken(platform, to), { token: session, origin })
    const second = await signedIn.accessRequests.accept({ level: 'manage@1' })
    expect(await codeOf(byLink(platform, tokenIn(first.manageLink)).access.managed())).toBe('link_invalid')
    expect(await byLink(platform, tokenIn(second.manageLink)).access.managed()).toMatchObject({
      access: { clientId: client.id },
    })
    // it went to who answered, not to the address that the reseller had typed
    const confirmed = (await server.mailbox.list()).find(
      (mail) => mail.template === 'access_confirmed' && mail.to.email === 'chidi@mail.example.org',
    )
    expect(confirmed).toBeDefined()
  })
})

describe('decline', () => {
  test('R29: with a reason, which the reseller is mailed; then there is peace for a week', async () => {
    const { client, request, token, to } = await asked()
    const declined = await byLink(platform, token).accessRequests.decline({ reason: 'We do this ourselves.' })
    expect(declined).toMatchObject({ status: 'declined', decidedAt: clock.now().toISOString(), decidedBy: to })
    const until = new Date(clock.now().getTime() + 7 * 86_400_000).toISOString()
    expect(await north.owner.accessRequests.get(request.id)).toMatchObject({
      status: 'declined',
      decisionReason: 'We do this ourselves.',
      actions: { resend: { allowed: false, code: 'declined_recently', data: { until } } },
    })
    expect(await codeOf(byLink(platform, token).accessRequests.accept({ level: 'manage@1' }))).toBe(
      'access_request_not_pending',
    )
    for (const call of [
      () => north.owner.accessRequests.resend(request.id, {}),
      () => north.owner.accessRequests.create(asking(client.id, { recipientEmail: to })),
      () => north.owner.accessRequests.create(asking(client.id, { level: 'manage_and_purchase' })),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ code: 'declined_recently', data: { until } })
    }
    clock.move(7 * 86_400_000)
    expect(await north.owner.accessRequests.resend(request.id, {})).toMatchObject({
      status: 'pending',
      attempt: 2,
      decidedAt: null,
      decisionReason: null,
    })
  })

  test('the client may change its mind: it asks, and can be asked at once', async () => {
    const { request, token } = await asked()
    const holder = byLink(platform, token)
    await holder.accessRequests.decline({})
    expect(await holder.accessRequests.askAgain()).toMatchObject({
      status: 'declined',
      renewalAskedAt: clock.now().toISOString(),
    })
    expect(await north.owner.accessRequests.resend(request.id, {})).toMatchObject({
      status: 'pending',
      renewalAskedAt: null,
    })
  })
})

test('N5: of a level that has changed since, the client can only ask for a new request, or decline', async () => {
  const { key: levelKey, family, capabilities, texts } = await admin.accessLevels.get('connection_only@1')
  const rank = 1
  const level = { family, rank, capabilities, texts, selectable: true } as const
  await admin.accessLevels.publish({ key: `${levelKey}_2` }, level)
  const { request, token } = await asked({ level: `${levelKey}_2` })
  const holder = byLink(platform, token)
  expect(await codeOf(holder.accessRequests.askAgain())).toBe('access_request_not_pending')
  await admin.accessLevels.publish({ key: `${levelKey}_2` }, { ...level, rank: 2 })
  expect(await holder.accessRequests.current()).toMatchObject({ status: 'pending', level: { status: 'retired' } })
  expect(await codeOf(holder.accessRequests.accept({ level: request.level }))).toBe('level_version_retired')
  expect(await holder.accessRequests.askAgain()).toMatchObject({
    status: 'pending',
    renewalAskedAt: clock.now().toISOString(),
  })
  expect(await north.owner.accessRequests.get(request.id)).toMatchObject({ renewalAskedAt: clock.now().toISOString() })
  expect(await holder.accessRequests.decline({})).toMatchObject({ status: 'declined' })
})
