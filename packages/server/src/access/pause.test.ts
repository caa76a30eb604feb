import { beforeAll, describe, expect, test } from 'vitest'
import { byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { supportMailbox, told } from '../testing/told.ts'

const platform = await openTestPlatform()
const { admin, north, south, clock, server, sql, key } = platform

beforeAll(() => setPages(platform))

let made = 0

async function withAccess() {
  const { id } = await north.owner.clients.create(quick())
  const mailbox = `paused-${++made}@mail.example.org`
  const accepted = await granted(platform, north.owner, id, { recipientEmail: mailbox })
  await carriedOut(platform, id)
  const link = byLink(platform, tokenIn(accepted.manageLink))
  return { id, mailbox, grantId: accepted.grantId, link, itself: await key(id, 'client_admin') }
}

const check = (clientId: string, reseller: Pick<typeof south, 'owner'> = north) =>
  reseller.owner.access.check({ clientId, capability: 'products.manage' })

describe('pausing everything', () => {
  test('N8: refuses the next call of every reseller, tells them, and goes on as it was', async () => {
    const { id, itself, grantId } = await withAccess()
    await sql(
      `insert into links (id, reseller_id, client_id, kind, origin, status, since)
       values ('lnk_' || $1, $1, $2, 'secondary', 'created', 'active', now())`,
      [south.id, id],
    )
    await granted(platform, south.owner, id)
    await carriedOut(platform, id)
    expect((await check(id)).allowed && (await check(id, south)).allowed).toBe(true)

    const since = clock.now().toISOString()
    const paused = await itself.access.pause(id)
    expect(paused).toMatchObject({ pausedAt: since, resellers: [{ pausedAt: since }, { pausedAt: since }] })
    for (const reseller of [north, south]) {
      expect(await check(id, reseller)).toEqual({
        allowed: false,
        code: 'access_paused',
        data: { clientId: id, since },
        grantId: null,
      })
    }
    const subscription = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
    expect(await codeOf(north.owner.subscriptions.setSeats(subscription.id, { seats: 2 }))).toBe('access_paused')
    expect((await itself.accessGrants.get(grantId)).status).toBe('paused')
    await readEvents(admin, { clientId: id, type: ['access_policy.paused_all'] }, 2)
    for (const { owner } of [north, south]) {
      expect(await readEvents(owner, { clientId: id, type: ['access_policy.paused_all'] }, 1)).toHaveLength(1)
    }
    // again changes nothing
    clock.move(60_000)
    expect((await itself.access.pause(id)).pausedAt).toBe(since)

    const resumed = await itself.access.resume(id)
    expect(resumed.pausedAt).toBeNull()
    // on was asked for anew: it is in effect when it was seen
    expect(await check(id)).toMatchObject({ code: 'propagation_pending' })
    await carriedOut(platform, id)
    expect(await check(id)).toEqual({ allowed: true, grantId })
    expect((await check(id, south)).allowed).toBe(true)
  })

  test('R204: tells both sides of both; the link to let it go on is for the client alone', async () => {
    const support = await supportMailbox(platform, north.id)
    const { id, itself, mailbox } = await withAccess()
    await itself.access.pause(id)
    clock.move(11 * minute)
    await server.runDue()
    await itself.access.resume(id)
    for (const template of ['access_paused', 'access_resumed']) {
      expect(await told(platform, template, [mailbox, support])).toEqual([
        { to: mailbox, languageCode: expect.any(String), hasLink: true },
        { to: support, languageCode: 'de', hasLink: false },
      ])
    }
  })

  test('leaves alone what is off: it does not come on with the rest', async () => {
    const { id, itself } = await withAccess()
    await itself.access.save({ id, resellerId: north.id }, { allow: false })
    expect((await itself.access.pause(id)).pausedAt).toBeNull()
    await itself.access.resume(id)
    expect((await itself.access.get({ id, resellerId: north.id })).allow.wanted).toBe(false)
  })

  test('R34: a consent that is given afterwards ends the pause for that reseller', async () => {
    const { id, itself } = await withAccess()
    await itself.access.pause(id)
    await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    expect((await itself.access.get({ id, resellerId: north.id })).pausedAt).toBeNull()
    await carriedOut(platform, id)
    expect((await check(id)).allowed).toBe(true)
  })

  test('R4: is the client’s alone', async () => {
    const { id } = await withAccess()
    for (const caller of [north.owner, admin, await key(id, 'client_user')]) {
      expect(await codeOf(caller.access.pause(id))).toBe('permission_denied')
      expect((await caller.access.list(id)).actions.pause).toMatchObject({ allowed: false, code: 'permission_denied' })
    }
  })
})

describe('the link in the confirmation', () => {
  test('shows, pauses, goes on and ends, without an account', async () => {
    const { id, link, grantId, mailbox } = await withAccess()
    const { client, access, levels } = await link.access.managed()
    expect(levels.map((level) => level.id)).toEqual(access.grants.map(({ level }) => level))
    expect(client.name).toBe((await north.owner.clients.get(id)).name)
    expect(access).toMatchObject({
      clientId: id,
      reseller: { name: 'North' },
      grants: [{ id: grantId, status: 'active' }],
      actions: { save: { allowed: false }, agree: { allowed: false }, request: { allowed: false } },
    })
    expect(await link.access.pauseManaged()).toMatchObject({ access: { pausedAt: clock.now().toISOString() } })
    expect(await check(id)).toMatchObject({ code: 'access_paused' })
    expect(await link.access.resumeManaged()).toMatchObject({ access: { pausedAt: null } })
    await carriedOut(platform, id)
    expect((await check(id)).allowed).toBe(true)

    expect(await link.access.endManaged()).toMatchObject({
      access: { grants: [{ id: grantId, status: 'ending', endReason: 'client_ended' }] },
    })
    expect(await check(id)).toMatchObject({ code: 'grant_ended', data: { grantId, endReason: 'client_ended' } })
    expect(await refusalOf(link.access.endManaged())).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'ended' },
    })
    const mails = (await server.mailbox.list()).filter(({ to }) => to.email === mailbox)
    const templates = mails.map(({ template }) => template)
    for (const template of ['access_paused', 'access_resumed', 'access_ended']) expect(templates).toContain(template)
    const [event] = await readEvents(north.owner, { subject: grantId, type: ['access_grant.ending'] }, 1)
    expect(event?.actor).toMatchObject({ type: 'link_holder', display: mailbox, accountId: id })
  })

  test('stands in later mails too, and is of this one client and reseller', async () => {
    const { id, mailbox, itself } = await withAccess()
    const other = await withAccess()
    await itself.access.pause(id)
    const again = byLink(platform, await mailedToken(platform, mailbox, 'access_paused'))
    expect(await again.access.resumeManaged()).toMatchObject({ access: { clientId: id, pausedAt: null } })
    expect((await other.itself.access.list(other.id)).pausedAt).toBeNull()
    expect(await codeOf(byLink(platform, 'cl_guessed').access.managed())).toBe('link_invalid')
    expect(await codeOf(again.accessRequests.current())).toBe('link_invalid')
    // it is a link to these rows, and opens no other door
    expect(await codeOf(again.access.list(id))).toBe('unauthenticated')
  })

  test('works for its holder, whoever is signed in beside it', async () => {
    const { id } = await withAccess()
    const other = await withAccess()
    const origin = 'https://panel.example.com'
    const { token } = await admin.sessions.create({
      accountId: other.id,
      role: 'client_admin',
      viewer: { id: 'v-1', name: 'Vera' },
      origins: [origin],
    })
    const manage = await granted(platform, north.owner, id)
    const both = byLink(platform, tokenIn(manage.manageLink), { token, origin })
    expect((await both.access.managed()).access.clientId).toBe(id)
    await both.access.pauseManaged()
    const [event] = await readEvents(north.owner, { clientId: id, type: ['access_policy.paused_all'] }, 1)
    expect(event?.actor).toMatchObject({ type: 'widget_session', id: 'v-1' })
  })
})

describe('what was done', () => {
  test('N8 R210 scenario 35: who did what under which grant, the newest first, for the client', async () => {
    const { id, itself, grantId } = await withAccess()
    const { token } = await admin.sessions.create({
      accountId: north.id,
      role: 'reseller_manager',
      viewer: { id: 'staff-7', name: 'Nils North' },
      origins: ['https://panel.example.com'],
    })
    const nils = platform.as(token, 'https://panel.example.com')
    const subscription = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 3 })
    await nils.subscriptions.setSeats(subscription.id, { seats: 2 })

    const { data } = await itself.access.activity(id, { grantId })
    const seats = data.find(({ type }) => type === 'subscription.seats_changed')
    expect(seats).toMatchObject({
      actor: { type: 'widget_session', id: 'staff-7', display: 'Nils North', accountId: north.id },
      subject: { id: subscription.id, display: 'Hosting Pro' },
      grantId,
      changes: { seats: { from: 3, to: 2 } },
    })
    expect(data.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['access_grant.used_first_time', 'access_grant.activated', 'access_grant.activating']),
    )
    const all = await itself.access.activity(id, { limit: 3 }).toArray({ limit: 100 })
    const times = all.map(({ occurredAt }) => occurredAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(all.map((event) => event.id)).size).toBe(all.length)
    expect(all.at(-1)?.type).toBe('client.created')
    expect(await itself.access.activity(id, { resellerId: south.id })).toMatchObject({ data: [] })
    expect((await north.owner.access.activity(id)).data.length).toBeGreaterThan(0)
    expect(await codeOf(south.owner.access.activity(id))).toBe('not_found')
    expect(await codeOf(itself.access.activity(id, { cursor: 'x' }))).toBe('cursor_invalid')
  })

  test('N8: what a reseller does in the host’s own panel is on record for the client, in words', async () => {
    const { id, itself, grantId } = await withAccess()
    const use = {
      clientId: id,
      capability: 'products.manage',
      summary: 'Opened the file manager',
      person: 'Nils North',
    }
    expect(await north.sales.access.use(use)).toEqual({ allowed: true, grantId })
    // the host asks with the platform’s key, and names the reseller
    expect(await admin.access.use({ ...use, resellerId: north.id })).toMatchObject({ allowed: true })
    const used = { clientId: id, type: ['access_grant.used' as const] }
    for (const event of await readEvents(itself, used, 2)) {
      expect(event).toMatchObject({
        actor: { display: 'Nils North' },
        grantId,
        changes: { capability: { to: 'products.manage' }, summary: { to: 'Opened the file manager' } },
      })
    }
    expect((await itself.accessGrants.get(grantId)).lastUsedAt).toBe(clock.now().toISOString())
    // what is refused was not done
    await itself.access.pause(id)
    expect(await north.owner.access.use(use)).toMatchObject({ allowed: false, code: 'access_paused' })
    expect(await readEvents(itself, used, 2)).toHaveLength(2)
    expect(await codeOf(south.owner.access.use(use))).toBe('not_found')
    expect(await codeOf(itself.access.use({ ...use, resellerId: north.id }))).toBe('permission_denied')
  })

  test('R204: both sides read how the access stands after something of it was changed', async () => {
    const { id, itself, grantId, mailbox } = await withAccess()
    const changed = async () =>
      (await server.mailbox.list()).filter((one) => one.template === 'access_changed' && one.to.email === mailbox)
    await itself.accessGrants.lower(grantId, { level: 'domains_only' })
    expect(await changed()).toHaveLength(1)
    clock.move(day)
    const direct = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
    await itself.access.save(
      { id, resellerId: north.id },
      { allow: true, direct: [direct.id], resellerHasAgreed: true },
    )
    const [newest] = await changed()
    const { body } = (await server.mailbox.get(String(newest?.id))) ?? {}
    expect(body?.text).toContain('von North betreut: Hosting Pro')
  })

  test('scenario 35: each change of access has its actor, before and after', async () => {
    const { id, itself, grantId } = await withAccess()
    await itself.access.save({ id, resellerId: north.id }, { allow: false })
    await itself.accessGrants.end(grantId)
    const { data } = await itself.access.activity(id)
    const told = new Map(
      data.toReversed().map(({ type, actor, changes }) => [type, { actor: actor.accountId, changes }]),
    )
    expect(told.get('access_policy.allow_changed')).toEqual({
      actor: id,
      changes: { allow: { from: true, to: false } },
    })
    expect(told.get('access_grant.paused')).toEqual({
      actor: id,
      changes: { status: { from: 'active', to: 'paused' } },
    })
    expect(told.get('access_grant.ending')).toEqual({
      actor: id,
      changes: { status: { from: 'paused', to: 'ending' }, endReason: { from: null, to: 'client_ended' } },
    })
  })

  test('checks leave no trace; what is done is noted once an hour', async () => {
    const { id, grantId, itself } = await withAccess()
    const subscription = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 4 })
    await check(id)
    await north.owner.access.explain({ clientId: id, capability: 'products.manage' })
    expect((await itself.accessGrants.get(grantId)).lastUsedAt).toBeNull()
    await north.owner.subscriptions.setSeats(subscription.id, { seats: 3 })
    const first = clock.now().toISOString()
    expect((await itself.accessGrants.get(grantId)).lastUsedAt).toBe(first)
    clock.move(60_000)
    await north.owner.subscriptions.setSeats(subscription.id, { seats: 2 })
    expect((await itself.accessGrants.get(grantId)).lastUsedAt).toBe(first)
    clock.move(day)
    await north.owner.subscriptions.setSeats(subscription.id, { seats: 1 })
    expect((await itself.accessGrants.get(grantId)).lastUsedAt).toBe(clock.now().toISOString())
    const { data } = await itself.access.activity(id, { grantId })
    expect(data.filter(({ type }) => type === 'access_grant.used_first_time')).toHaveLength(1)
  })
})
