import { beforeAll, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { supportMailbox, told } from '../testing/told.ts'

const platform = await openTestPlatform()
const { admin, north, south, below, clock, server, sql, key, as } = platform
const origin = 'https://panel.example.com'

beforeAll(() => setPages(platform))

/** A client of north that has allowed it something, and its administrator. */
async function withAccess() {
  const client = await north.owner.clients.create(quick())
  const { grantId } = await granted(platform, north.owner, client.id)
  await carriedOut(platform, client.id)
  return { id: client.id, grantId, itself: await key(client.id, 'client_admin') }
}

/** A client of north with access off, and its administrator. */
async function untouched() {
  const { id } = await north.owner.clients.create(quick())
  return { id, itself: await key(id, 'client_admin') }
}

const mayManage = (clientId: string, subscriptionId?: string) =>
  north.owner.access.check({ clientId, capability: 'products.manage', ...(subscriptionId && { subscriptionId }) })
const bought = (clientId: string, soldById: string | null = null) =>
  admin.subscriptions.record({ clientId, sku: 'hosting_pro', soldById, seats: 3 })

describe('where a new client begins', () => {
  test('R68 R202 scenario 11: with access off, unless the platform says otherwise', async () => {
    const { id } = await north.owner.clients.create(quick())
    expect(await north.owner.access.get({ id, resellerId: north.id })).toMatchObject({
      link: 'owner',
      allow: { wanted: false, observed: false, propagation: 'in_sync', changedAt: null },
      grants: [],
      etag: '"0"',
    })
    expect(await mayManage(id)).toMatchObject({ allowed: false, code: 'access_switch_off' })
  })

  test('R164 R202 scenario 11: with managed_on it is on, with a grant; the preset changes no client that is there', async () => {
    const before = await north.owner.clients.create(quick())
    await admin.settings.update({ access: { preset: 'managed_on', autoLevel: 'manage' } })
    const { id } = await north.owner.clients.create(quick())
    const direct = await admin.clients.create(quick())
    expect(await north.owner.access.get({ id, resellerId: north.id })).toMatchObject({
      allow: { wanted: true, observed: false, propagation: 'pending' },
      grants: [{ level: 'manage@1', source: 'preset', status: 'activating', requestId: null }],
    })
    await carriedOut(platform, id)
    expect(await mayManage(id)).toMatchObject({ allowed: true })
    expect(await mayManage(before.id)).toMatchObject({ code: 'access_switch_off' })
    expect((await admin.access.list(direct.id)).resellers).toEqual([])

    await admin.settings.update({ access: { autoLevel: null } })
    const switched = await north.owner.clients.create(quick())
    expect(await north.owner.access.get({ id: switched.id, resellerId: north.id })).toMatchObject({
      allow: { wanted: true },
      grants: [],
    })

    await admin.settings.update({ access: { preset: 'consent_first', autoLevel: null } })
    expect(await mayManage(id)).toMatchObject({ allowed: true })
    expect((await north.owner.access.get({ id, resellerId: north.id })).allow.wanted).toBe(true)
  })
})

describe('the switch', () => {
  test('R165 R169 scenario 12: off counts at once; it is pending until it was seen, and overdue after a day', async () => {
    const { id, itself, grantId } = await withAccess()
    expect(await mayManage(id)).toEqual({ allowed: true, grantId })

    const saved = await itself.access.save({ id, resellerId: north.id }, { allow: false })
    expect(saved.allow).toEqual({
      wanted: false,
      observed: true,
      propagation: 'pending',
      changedAt: clock.now().toISOString(),
      effectiveBy: new Date(clock.now().getTime() + day).toISOString(),
    })
    expect(saved.grants).toMatchObject([{ id: grantId, status: 'paused' }])
    expect(await mayManage(id)).toEqual({
      allowed: false,
      code: 'access_switch_off',
      data: { clientId: id, resellerId: north.id },
      grantId: null,
    })

    clock.move(day - 1)
    await server.runDue()
    expect((await itself.access.get({ id, resellerId: north.id })).allow.propagation).toBe('pending')
    clock.move(1)
    await server.runDue()
    expect((await itself.access.get({ id, resellerId: north.id })).allow).toMatchObject({
      observed: true,
      propagation: 'overdue',
    })
    await server.runDue()
    const overdue = await readEvents(itself, { clientId: id, type: ['access_policy.propagation_overdue'] }, 1)
    expect(overdue).toHaveLength(1)

    await carriedOut(platform, id)
    expect((await itself.access.get({ id, resellerId: north.id })).allow).toMatchObject({
      observed: false,
      propagation: 'in_sync',
      effectiveBy: null,
    })
  })

  test('R4 R211: on is in effect when it was seen to be, never before', async () => {
    const { id, itself, grantId } = await withAccess()
    await itself.access.save({ id, resellerId: north.id }, { allow: false })
    // back before anybody saw it off: the vendor may have carried it out, so “on” has to be seen anew
    const saved = await itself.access.save({ id, resellerId: north.id }, { allow: true })
    expect(saved.allow).toMatchObject({ wanted: true, observed: false, propagation: 'pending' })
    expect(await mayManage(id)).toMatchObject({
      allowed: false,
      code: 'propagation_pending',
      data: { wanted: true, overdue: false, since: clock.now().toISOString() },
    })
    await carriedOut(platform, id)
    expect(await mayManage(id)).toEqual({ allowed: true, grantId })
    expect((await itself.accessGrants.get(grantId)).status).toBe('active')
  })

  test('R170: is saved as a whole, and only by who saw its present state', async () => {
    const { id, itself } = await withAccess()
    const { etag } = await itself.access.get({ id, resellerId: north.id })
    await itself.access.save({ id, resellerId: north.id }, { allow: false }, { ifMatch: etag })
    expect(await codeOf(itself.access.save({ id, resellerId: north.id }, { allow: true }, { ifMatch: etag }))).toBe(
      'etag_mismatch',
    )
    // saying the same again changes nothing
    const [first, second] = [
      await itself.access.save({ id, resellerId: north.id }, { allow: false }),
      await itself.access.save({ id, resellerId: north.id }, { allow: false }),
    ]
    expect(second).toEqual(first)
  })

  test('R201: is one for each reseller', async () => {
    const { id, itself } = await withAccess()
    await sql(
      `insert into links (id, reseller_id, client_id, kind, origin, status, since)
       values ('lnk_' || $1, $1, $2, 'secondary', 'created', 'active', now())`,
      [south.id, id],
    )
    await granted(platform, south.owner, id)
    await carriedOut(platform, id)
    await itself.access.save({ id, resellerId: north.id }, { allow: false })
    const { resellers } = await itself.access.list(id)
    expect(resellers.map(({ reseller, link, allow }) => [reseller.name, link, allow.wanted])).toEqual([
      ['North', 'owner', false],
      ['South', 'secondary', true],
    ])
    expect((await south.owner.access.list(id)).resellers.map(({ reseller }) => reseller.name)).toEqual(['South'])
    expect(await codeOf(south.owner.access.get({ id, resellerId: north.id }))).toBe('not_found')
  })

  test('cannot be turned off against a contract, which is named; a pause works all the same', async () => {
    const { id, itself } = await withAccess()
    const pair = { id, resellerId: north.id }
    const clause = 'Full service, § 4'
    for (const caller of [north.owner, itself]) {
      expect(await codeOf(caller.access.lock(pair, { clause }))).toBe('permission_denied')
    }
    expect((await admin.access.lock(pair, { clause })).lockedByContract).toBe(clause)
    expect(await refusalOf(itself.access.save({ id, resellerId: north.id }, { allow: false }))).toMatchObject({
      status: 409,
      code: 'locked_by_contract',
      data: { clause: 'Full service, § 4' },
    })
    expect((await itself.access.save({ id, resellerId: north.id }, { allow: true })).lockedByContract).toBe(
      'Full service, § 4',
    )
    await itself.access.pause(id)
    expect(await mayManage(id)).toMatchObject({ code: 'access_paused' })
    await admin.access.lock(pair, { clause: null })
    expect((await itself.access.save(pair, { allow: false })).allow.wanted).toBe(false)
    const { data } = await itself.events.list({ clientId: id, type: ['access_policy.lock_changed'] })
    expect(data.map(({ changes }) => changes['lockedByContract'])).toEqual([
      { from: null, to: clause },
      { from: clause, to: null },
    ])
  })

  test('R204: both sides are told, once for each change, each in its language', async () => {
    const client = await north.owner.clients.create(quick({ languageCode: 'fr' }))
    const mailbox = 'switched@mail.example.org'
    const support = await supportMailbox(platform, north.id)
    await granted(platform, north.owner, client.id, { recipientEmail: mailbox })
    const itself = await key(client.id, 'client_admin')
    await itself.access.save({ id: client.id, resellerId: north.id }, { allow: false })
    await itself.access.save({ id: client.id, resellerId: north.id }, { allow: false })
    expect(await told(platform, 'switch_changed', [mailbox, support])).toEqual([
      { to: mailbox, languageCode: 'fr', hasLink: false },
      { to: support, languageCode: 'de', hasLink: false },
    ])
  })
})

describe('direct subscriptions', () => {
  test('R171 R173 R176 scenario 13: want the switch on and the reseller’s agreement; are kept without effect while it is off', async () => {
    const { id, itself } = await untouched()
    const pair = { id, resellerId: north.id }
    const direct = await bought(id)
    const mayUse = () =>
      north.owner.access.check({ clientId: id, capability: 'console.users', subscriptionId: direct.id })
    expect((await itself.access.get(pair)).direct).toMatchObject([
      { subscription: { id: direct.id, name: 'Hosting Pro', soldBy: null }, wanted: false, observed: false },
    ])
    expect(await fieldsOf(itself.access.save(pair, { allow: false, direct: [direct.id] }))).toEqual([
      '/direct direct_access_needs_switch',
    ])
    expect(await refusalOf(itself.access.save(pair, { allow: true, direct: [direct.id] }))).toMatchObject({
      status: 409,
      code: 'reseller_agreement_missing',
      data: { resellerId: north.id },
    })
    expect((await itself.access.get(pair)).allow.wanted).toBe(false)

    // R172: the defined services of the console, for what is ticked
    const ticked = await itself.access.save(pair, { allow: true, direct: [direct.id], resellerHasAgreed: true })
    expect(ticked).toMatchObject({
      agreement: { state: 'attested_by_client', at: clock.now().toISOString() },
      direct: [{ wanted: true, observed: false, propagation: 'pending' }],
      grants: [{ level: 'console_standard@1', source: 'direct_tick', status: 'activating' }],
    })
    expect(await mayUse()).toMatchObject({ code: 'propagation_pending' })
    await carriedOut(platform, id)
    expect(await mayUse()).toMatchObject({ allowed: true })
    expect(await mayManage(id, direct.id)).toMatchObject({ code: 'capability_not_in_level' })

    // R176
    const off = await itself.access.save(pair, { allow: false })
    expect(off.direct).toMatchObject([{ wanted: true, observed: true }])
    expect(await mayUse()).toMatchObject({ code: 'access_switch_off' })
    await itself.access.save(pair, { allow: true })
    await carriedOut(platform, id)
    expect(await mayUse()).toMatchObject({ allowed: true })

    await itself.access.save(pair, { allow: true, direct: [] })
    expect(await mayUse()).toMatchObject({ code: 'grant_ended', data: { endReason: 'client_ended' } })
  })

  test('R176: are cleared with the switch where the platform wants that', async () => {
    const { id, itself } = await untouched()
    const pair = { id, resellerId: north.id }
    const direct = await bought(id)
    await itself.access.save(pair, { allow: true, direct: [direct.id], resellerHasAgreed: true })
    await admin.settings.update({ access: { keepDirectSelection: false } })
    expect((await itself.access.save(pair, { allow: false })).direct).toMatchObject([{ wanted: false }])
    await admin.settings.update({ access: { keepDirectSelection: true } })
    expect((await itself.access.save(pair, { allow: true })).direct).toMatchObject([{ wanted: false }])
  })

  test('R174 R175: are ticked one by one, none to begin with, and only what was bought elsewhere', async () => {
    const { id, itself } = await untouched()
    const pair = { id, resellerId: north.id }
    const other = await south.owner.clients.create(quick())
    const [direct, second, sold, foreign] = [
      await bought(id),
      await bought(id),
      await bought(id, north.id),
      await bought(other.id),
    ]
    const ids = [direct.id, sold.id, foreign.id]
    expect(await fieldsOf(itself.access.save(pair, { allow: true, direct: ids, resellerHasAgreed: true }))).toEqual([
      '/direct/1 subscription_not_direct',
      '/direct/2 subscription_not_direct',
    ])
    const saved = await itself.access.save(pair, {
      allow: true,
      direct: [direct.id, direct.id],
      resellerHasAgreed: true,
    })
    expect(saved.direct.map(({ subscription, wanted }) => [subscription.id, wanted])).toEqual([
      [direct.id, true],
      [second.id, false],
    ])
    await carriedOut(platform, id)
    const mayUse = async (subscriptionId: string) =>
      (await north.owner.access.check({ clientId: id, capability: 'console.users', subscriptionId })).allowed
    expect(await Promise.all([direct, second, sold, foreign].map((one) => mayUse(one.id)))).toEqual([
      true,
      false,
      true,
      false,
    ])
    // what the client bought elsewhere is the reseller's business only where it is ticked
    expect((await north.owner.access.get(pair)).direct.map(({ subscription }) => subscription.id)).toEqual([direct.id])
    const changed = await readEvents(itself, { clientId: id, type: ['access_policy.direct_changed'] }, 1)
    expect(changed.map(({ changes }) => changes)).toEqual([{ direct: { from: [], to: [direct.id] } }])
  })

  test('R171: the reseller agrees itself, which the client’s word does not undo', async () => {
    const { id, itself } = await withAccess()
    expect(await codeOf(north.sales.access.agree({ id, resellerId: north.id }))).toBe('permission_denied')
    expect(await codeOf(below.owner.access.agree({ id, resellerId: north.id }))).toBe('not_found')
    expect((await itself.access.agree({ id, resellerId: north.id })).agreement.state).toBe('attested_by_client')
    expect((await north.manager.access.agree({ id, resellerId: north.id })).agreement.state).toBe(
      'confirmed_by_reseller',
    )
    expect((await itself.access.agree({ id, resellerId: north.id })).agreement.state).toBe('confirmed_by_reseller')
    const direct = await bought(id)
    await itself.access.save({ id, resellerId: north.id }, { allow: true, direct: [direct.id] })
  })

  test('R200 scenario 15: with access off the reseller changes seats of what it sold, and of nothing else', async () => {
    const { id, itself } = await withAccess()
    const [sold, direct] = [await bought(id, north.id), await bought(id)]
    expect((await north.owner.subscriptions.setSeats(direct.id, { seats: 2 })).seats).toBe(2)
    await itself.access.save({ id, resellerId: north.id }, { allow: false })
    expect((await north.owner.subscriptions.setSeats(sold.id, { seats: 5 })).seats).toBe(5)
    expect(await codeOf(north.owner.subscriptions.setSeats(direct.id, { seats: 1 }))).toBe('access_switch_off')
  })
})

describe('who turns it', () => {
  test('R166 scenario 14: of an organisation an administrator with an account of the organisation', async () => {
    const { id } = await north.owner.clients.create(organization())
    const person = async (identityKind?: 'managed' | 'consumer') => {
      const { token } = await admin.sessions.create({
        accountId: id,
        role: 'client_admin',
        viewer: { id: 'p-1', name: 'Petra' },
        origins: [origin],
        ...(identityKind && { identityKind }),
      })
      return as(token, origin)
    }
    for (const [caller, identityKind] of [
      [await person('consumer'), 'consumer'],
      [await person(), 'unknown'],
      // anybody's key would be a way around
      [await key(id, 'client_admin'), 'unknown'],
    ] as const) {
      for (const act of [
        () => caller.access.save({ id, resellerId: north.id }, { allow: true }),
        () => caller.access.pause(id),
        () => caller.access.resume(id),
      ]) {
        expect(await refusalOf(act())).toMatchObject({
          status: 403,
          code: 'actor_not_managed_identity',
          data: { identityKind },
        })
      }
      expect((await caller.access.get({ id, resellerId: north.id })).actions.save).toEqual({
        allowed: false,
        code: 'actor_not_managed_identity',
        data: { identityKind },
      })
    }
    const managed = await person('managed')
    expect((await managed.access.save({ id, resellerId: north.id }, { allow: true })).allow.wanted).toBe(true)
    const [event] = await readEvents(managed, { clientId: id, type: ['access_policy.allow_changed'] }, 1)
    expect(event).toMatchObject({
      actor: { type: 'widget_session', id: 'p-1', display: 'Petra', accountId: id },
      changes: { allow: { from: false, to: true } },
    })

    await admin.settings.update({ access: { clientAdminIdentity: 'any' } })
    expect(
      (await (await person('consumer')).access.save({ id, resellerId: north.id }, { allow: false })).allow.wanted,
    ).toBe(false)
    await admin.settings.update({ access: { clientAdminIdentity: 'managed_only' } })
  })

  test('R166 scenario 14: of a person whoever they are', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { token } = await admin.sessions.create({
      accountId: id,
      role: 'client_admin',
      viewer: { id: 'p-2' },
      origins: [origin],
      identityKind: 'consumer',
    })
    expect((await as(token, origin).access.save({ id, resellerId: north.id }, { allow: true })).allow.wanted).toBe(true)
  })

  test('R4: nobody but the client; others see their own, and strangers nothing', async () => {
    const { id } = await withAccess()
    const user = await key(id, 'client_user')
    for (const caller of [admin, north.owner, user]) {
      expect(await refusalOf(caller.access.save({ id, resellerId: north.id }, { allow: true }))).toMatchObject({
        code: 'permission_denied',
        data: { right: 'access.change' },
      })
      expect((await caller.access.get({ id, resellerId: north.id })).actions.save).toMatchObject({
        code: 'permission_denied',
      })
    }
    const stranger = await key((await north.owner.clients.create(quick())).id, 'client_admin')
    expect(await codeOf(stranger.access.save({ id, resellerId: north.id }, { allow: true }))).toBe('not_found')
    for (const caller of [south.owner, below.owner, stranger]) {
      for (const call of [
        () => caller.access.list(id),
        () => caller.access.get({ id, resellerId: north.id }),
        () => caller.access.activity(id),
        () => caller.access.check({ clientId: id, resellerId: north.id, capability: 'products.view' }),
        () => caller.access.explain({ clientId: id, resellerId: north.id, capability: 'products.view' }),
      ]) {
        expect(await codeOf(call())).toBe('not_found')
      }
    }
    expect(await codeOf(user.access.get({ id, resellerId: south.id }))).toBe('not_found')
  })
})
