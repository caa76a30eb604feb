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
const { admin, north, south, below, clock, server, send, key } = platform

beforeAll(() => setPages(platform))

let made = 0

async function withGrant(with_: Parameters<typeof granted>[3] = {}) {
  const { id } = await north.owner.clients.create(quick())
  const mailbox = `grant-${++made}@mail.example.org`
  const { grantId } = await granted(platform, north.owner, id, { recipientEmail: mailbox, ...with_ })
  await carriedOut(platform, id)
  return { id, mailbox, grantId, itself: await key(id, 'client_admin') }
}

const may = async (clientId: string, capability = 'products.manage') =>
  (await north.owner.access.check({ clientId, capability })).code ?? 'yes'
const mailsTo = async (mailbox: string, template: string) =>
  (await server.mailbox.list()).filter((mail) => mail.to.email === mailbox && mail.template === template).length

describe('a grant', () => {
  test('R4 R27: is activating until it was seen to be in effect, and then active', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { grantId } = await granted(platform, north.owner, id)
    expect(await north.owner.accessGrants.get(grantId)).toMatchObject({
      status: 'activating',
      activatedAt: null,
      overdue: false,
      level: 'manage@1',
    })
    expect(await may(id)).toBe('propagation_pending')
    clock.move(day)
    await server.runDue()
    expect(await north.owner.accessGrants.get(grantId)).toMatchObject({ status: 'activating', overdue: true })
    const pending = await admin.propagations.list({ clientId: id, state: ['pending'] })
    expect(pending.data.map(({ target, overdue }) => [target, overdue])).toEqual([
      ['switch', true],
      ['grant', true],
    ])
    // the grant alone is not enough: the switch above it is on its way
    await admin.propagations.observed(pending.data[1]?.id ?? '', { outcome: 'in_effect' })
    expect((await north.owner.accessGrants.get(grantId)).status).toBe('activating')
    await admin.propagations.observed(pending.data[0]?.id ?? '', { outcome: 'in_effect' })
    expect(await north.owner.accessGrants.get(grantId)).toMatchObject({
      status: 'active',
      activatedAt: clock.now().toISOString(),
      overdue: false,
    })
    expect(await may(id)).toBe('yes')
  })

  test('that the vendor refuses has failed, and is never shown as active', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { grantId } = await granted(platform, north.owner, id)
    const { data } = await admin.propagations.list({ clientId: id, state: ['pending'] })
    for (const { id: propagation, target } of data) {
      const detail = 'No such customer.'
      await admin.propagations.observed(
        propagation,
        target === 'grant' ? { outcome: 'failed', detail } : { outcome: 'in_effect' },
      )
    }
    expect(await north.owner.accessGrants.get(grantId)).toMatchObject({ status: 'failed', activatedAt: null })
    expect(await may(id)).toBe('grant_ended')
  })

  test('is seen by its parties and the platform, and is not there for others', async () => {
    const { id, grantId, itself } = await withGrant()
    for (const caller of [admin, north.support, itself, await key(id, 'client_user')]) {
      expect((await caller.accessGrants.get(grantId)).id).toBe(grantId)
      expect((await caller.accessGrants.list({ clientId: id })).data.map((grant) => grant.id)).toEqual([grantId])
    }
    const stranger = await key((await south.owner.clients.create(quick())).id, 'client_admin')
    for (const caller of [south.owner, below.owner, stranger]) {
      expect(await codeOf(caller.accessGrants.get(grantId))).toBe('not_found')
      expect(await codeOf(caller.accessGrants.end(grantId))).toBe('not_found')
      expect((await caller.accessGrants.list({ clientId: id })).data).toEqual([])
    }
  })

  test('stands in a list by pages, and by status', async () => {
    const { id, grantId } = await withGrant()
    await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    const all = await north.owner.accessGrants.list({ clientId: id, limit: 1 }).toArray({ limit: 10 })
    expect(
      all
        .map((grant) => grant.id)
        .toSorted()
        .toReversed(),
    ).toEqual(all.map((grant) => grant.id))
    expect(all.at(-1)?.id).toBe(grantId)
    const ending = await north.owner.accessGrants.list({ clientId: id, status: ['ending'], include: ['actions'] })
    expect(ending.data[0]?.actions?.end).toMatchObject({ allowed: false, code: 'invalid_state_transition' })
    expect(await codeOf(north.owner.accessGrants.list({ cursor: 'x' }))).toBe('cursor_invalid')
  })
})

describe('ending', () => {
  test.each([
    ['the client takes it back', 'client_ended'],
    ['the reseller gives it back', 'reseller_gave_back'],
    ['the platform ends it', 'platform'],
  ] as const)('R33: %s, at once, and both are told', async (_, endReason) => {
    const support = await supportMailbox(platform, north.id)
    const { id, grantId, itself, mailbox } = await withGrant()
    const by = { client_ended: itself, reseller_gave_back: north.manager, platform: admin }[endReason]
    expect(await by.accessGrants.end(grantId)).toMatchObject({
      status: 'ending',
      endReason,
      endedAt: clock.now().toISOString(),
    })
    expect(await may(id)).toBe('grant_ended')
    expect(await told(platform, 'access_ended', [mailbox, support])).toEqual([
      { to: mailbox, languageCode: expect.any(String), hasLink: false },
      { to: support, languageCode: 'de', hasLink: false },
    ])
    expect(await refusalOf(by.accessGrants.end(grantId))).toMatchObject({
      code: 'invalid_state_transition',
      data: { state: 'ending', allowed: [] },
    })
    await carriedOut(platform, id)
    expect((await itself.accessGrants.get(grantId)).status).toBe('ended')
    const events = await readEvents(itself, { subject: grantId }, 4)
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['access_grant.ending', 'access_grant.ended'])
  })

  test('not by sales or support, and only of the version that was seen', async () => {
    const { grantId, itself } = await withGrant()
    expect(await codeOf(north.sales.accessGrants.end(grantId))).toBe('permission_denied')
    expect(await codeOf(itself.accessGrants.end(grantId, { ifMatch: '"99"' }))).toBe('etag_mismatch')
    expect((await itself.accessGrants.get(grantId)).status).toBe('active')
  })

  test('by a new consent: the old grant is replaced in the same act', async () => {
    const { id, grantId, itself } = await withGrant()
    const next = await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    expect(await itself.accessGrants.get(grantId)).toMatchObject({ status: 'ending', endReason: 'replaced' })
    await carriedOut(platform, id)
    const grants = await itself.accessGrants.list({ clientId: id })
    expect(grants.data.map(({ id: one, status }) => [one, status])).toEqual([
      [next.grantId, 'active'],
      [grantId, 'ended'],
    ])
  })
})

describe('lowering', () => {
  test('R33: either side, at once, without the other; never more than before', async () => {
    for (const side of ['client', 'reseller'] as const) {
      const { id, grantId, itself } = await withGrant({ level: 'manage_and_purchase' })
      await admin.clients.setPaymentMethod(id, { onFile: true })
      expect(await may(id, 'products.purchase')).toBe('yes')
      const by = side === 'client' ? itself : north.owner
      const lowered = await by.accessGrants.lower(grantId, { level: 'manage' })
      expect(lowered).toMatchObject({ level: 'manage@1', status: 'active' })
      expect(lowered.capabilities).not.toContain('products.purchase')
      expect([await may(id), await may(id, 'products.purchase')]).toEqual(['yes', 'capability_not_in_level'])
      const [event] = await readEvents(itself, { subject: grantId, type: ['access_grant.level_lowered'] }, 1)
      expect(event?.changes['level']).toEqual({ from: 'manage_and_purchase@1', to: 'manage@1' })
    }
  })

  test('R33: not to a higher level, the same, another family or none', async () => {
    const { grantId, itself } = await withGrant()
    for (const level of ['manage_and_purchase', 'manage', 'console_standard', 'nosuch']) {
      expect(await fieldsOf(itself.accessGrants.lower(grantId, { level }))).toEqual(['/level level_not_lower'])
    }
    expect(await codeOf(admin.accessGrants.lower(grantId, { level: 'domains_only' }))).toBe('permission_denied')
  })
})

describe('lasting', () => {
  test('is told of 30, 7 and 1 days before, each once, and at the end; ended it cannot be revived', async () => {
    const support = await supportMailbox(platform, north.id)
    const { id, grantId, itself, mailbox } = await withGrant({ duration: 'P90D' })
    const expiring = () => mailsTo(mailbox, 'access_expiring')
    const counts: [number, number, boolean][] = []
    for (const days of [59, 1, 22, 1, 5, 1]) {
      clock.move(days * day)
      await server.runDue()
      await server.runDue()
      counts.push([days, await expiring(), (await itself.accessGrants.get(grantId)).expiring])
    }
    expect(counts).toEqual([
      [59, 0, false],
      [1, 1, true],
      [22, 1, true],
      [1, 2, true],
      [5, 2, true],
      [1, 3, true],
    ])
    clock.move(day)
    // by the formula it is over in this moment, whenever the clock comes round
    expect(await may(id)).toBe('grant_ended')
    await server.runDue()
    expect(await itself.accessGrants.get(grantId)).toMatchObject({ status: 'expired', endReason: 'expired' })
    expect([await expiring(), await mailsTo(mailbox, 'access_ended')]).toEqual([3, 1])
    // R204: so is the reseller, without the link by which the client manages it
    const toReseller = { to: support, languageCode: 'de', hasLink: false }
    expect(await told(platform, 'access_expiring', [support])).toEqual([toReseller, toReseller, toReseller])
    expect(await told(platform, 'access_ended', [support])).toEqual([toReseller])
    expect((await told(platform, 'access_expiring', [mailbox])).map(({ hasLink }) => hasLink)).toEqual([
      true,
      true,
      true,
    ])
    expect(await codeOf(itself.accessGrants.extend(grantId, { duration: 'P90D' }))).toBe('invalid_state_transition')
  })

  test('is not revived between its end and the clock that writes it down', async () => {
    const { id, grantId, itself } = await withGrant({ duration: 'P2D' })
    const endsAt = new Date(clock.now().getTime() + 2 * day).toISOString()
    clock.move(3 * day)
    const over = { status: 'expired', endReason: 'expired', endedAt: endsAt, expiring: false }
    expect(await itself.accessGrants.get(grantId)).toMatchObject(over)
    for (const act of [
      () => itself.accessGrants.extend(grantId, { duration: 'P30D' }),
      () => itself.accessGrants.end(grantId),
      () => north.owner.accessGrants.lower(grantId, { level: 'connection_only' }),
    ]) {
      expect(await refusalOf(act())).toMatchObject({
        code: 'invalid_state_transition',
        data: { state: 'expired', allowed: [] },
      })
    }
    expect(await may(id)).toBe('grant_ended')
    expect((await itself.accessGrants.list({ clientId: id, status: ['active'] })).data).toEqual([])
    expect((await itself.accessGrants.list({ clientId: id, status: ['expired'] })).data).toMatchObject([
      { id: grantId },
    ])
    await server.runDue()
    expect(await itself.accessGrants.get(grantId)).toMatchObject(over)
  })

  test('what fell due while the server was down happens once when it is back', async () => {
    const { grantId, itself, mailbox } = await withGrant({ duration: 'P90D' })
    clock.move(89.5 * day)
    await Promise.all([server.runDue(), server.runDue()])
    await server.runDue()
    expect(await mailsTo(mailbox, 'access_expiring')).toBe(1)
    const events = await readEvents(itself, { subject: grantId, type: ['access_grant.expiring'] }, 1)
    expect(events).toHaveLength(1)
  })

  test('goes on by itself where that was agreed, however late the clock is', async () => {
    const { id, grantId, itself, mailbox } = await withGrant({ duration: 'P30D', autoExtend: 'P30D' })
    const end = clock.now().getTime() + 30 * day
    clock.move(30 * day)
    expect(await may(id)).toBe('yes')
    clock.move(31 * day)
    await server.runDue()
    await server.runDue()
    expect(await itself.accessGrants.get(grantId)).toMatchObject({
      status: 'active',
      endsAt: new Date(end + 60 * day).toISOString(),
    })
    expect(await mailsTo(mailbox, 'access_extended')).toBe(1)
    expect(await may(id)).toBe('yes')
  })

  test('longer is for the client to decide, and no longer than the platform allows', async () => {
    const { id, grantId, itself, mailbox } = await withGrant({ duration: 'P30D' })
    clock.move(25 * day)
    await server.runDue()
    expect(await codeOf(north.owner.accessGrants.extend(grantId, { duration: 'P1Y' }))).toBe('permission_denied')
    expect(await fieldsOf(itself.accessGrants.extend(grantId, { duration: 'P5D' }))).toEqual([
      '/duration duration_out_of_range',
    ])
    await admin.settings.update({ access: { maxDuration: 'P180D' } })
    for (const duration of ['P1Y', null]) {
      expect(await fieldsOf(itself.accessGrants.extend(grantId, { duration }))).toEqual([
        '/duration duration_out_of_range',
      ])
    }
    const endsAt = new Date(clock.now().getTime() + 180 * day).toISOString()
    expect(await itself.accessGrants.extend(grantId, { duration: 'P180D' })).toMatchObject({ endsAt, expiring: false })
    await admin.settings.update({ access: { maxDuration: null } })
    expect(await mailsTo(mailbox, 'access_extended')).toBe(1)
    clock.move(10 * day)
    await server.runDue()
    expect(await may(id)).toBe('yes')
    // the notices begin anew
    clock.move(140 * day)
    await server.runDue()
    expect((await itself.accessGrants.get(grantId)).expiring).toBe(true)
    expect((await itself.accessGrants.extend(grantId, { duration: null })).endsAt).toBeNull()
    expect(await codeOf(itself.accessGrants.extend(grantId, { duration: 'P1Y' }))).toBe('invalid_state_transition')
  })

  test('what goes on by itself is let run out by either side, and both are told when it ends', async () => {
    for (const side of ['client', 'reseller'] as const) {
      const { grantId, itself, mailbox } = await withGrant({ duration: 'P30D', autoExtend: 'P30D' })
      const caller = side === 'client' ? itself : north.owner
      const { endsAt } = await caller.accessGrants.get(grantId)
      expect(await caller.accessGrants.letRunOut(grantId)).toMatchObject({ autoExtend: null, endsAt })
      expect(await codeOf(caller.accessGrants.letRunOut(grantId))).toBe('invalid_state_transition')
      expect(await mailsTo(mailbox, 'access_expiring')).toBe(1)
      expect(
        await readEvents(itself, { subject: grantId, type: ['access_grant.auto_extend_stopped'] }, 1),
      ).toMatchObject([
        {
          actor: { accountId: caller === itself ? itself.accountId : north.id },
          changes: { autoExtend: { to: null } },
        },
      ])
      clock.move(31 * day)
      await server.runDue()
      expect(await itself.accessGrants.get(grantId)).toMatchObject({ status: 'expired' })
    }
    const { grantId } = await withGrant({ duration: 'P30D', autoExtend: 'P30D' })
    expect(await codeOf(north.sales.accessGrants.letRunOut(grantId))).toBe('permission_denied')
    expect(await codeOf(south.owner.accessGrants.letRunOut(grantId))).toBe('not_found')
  })

  test('R166: of an organisation, by a managed identity', async () => {
    const { id } = await north.owner.clients.create(organization())
    const { grantId } = await granted(platform, north.owner, id, { duration: 'P30D' })
    const itself = await key(id, 'client_admin')
    expect(await codeOf(itself.accessGrants.extend(grantId, { duration: 'P1Y' }))).toBe('actor_not_managed_identity')
    // less is always possible
    expect((await itself.accessGrants.end(grantId)).status).toBe('ending')
  })
})

describe('a newer version of the level', () => {
  test('N5 scenario 32: old grants stay as they are; the client is offered the difference, and agrees to it', async () => {
    const { id, grantId, itself } = await withGrant()
    const { data } = await admin.accessLevels.list()
    const manage = data.find((level) => level.key === 'manage')
    const higher = data.find((level) => level.key === 'manage_and_purchase')
    const publish = async (level: typeof manage) => {
      if (!level) throw new Error('The delivered level is missing.')
      const { family, rank, texts } = level
      const capabilities = [...level.capabilities, 'support.cases.create' as const]
      await admin.accessLevels.publish({ key: level.key }, { family, rank, capabilities, texts })
    }
    // the higher one first: it contains all of the lower (R12)
    await publish(higher)
    await publish(manage)
    const offered = await itself.accessGrants.get(grantId)
    expect(offered).toMatchObject({
      level: 'manage@1',
      offeredVersion: { level: 'manage@2', adds: ['support.cases.create'] },
      actions: { acceptVersion: { allowed: true } },
    })
    expect(await may(id, 'support.cases.create')).toBe('capability_not_in_level')
    expect(await codeOf(north.owner.accessGrants.acceptVersion(grantId, { level: 'manage@2' }))).toBe(
      'permission_denied',
    )
    expect(await refusalOf(itself.accessGrants.acceptVersion(grantId, { level: 'manage@1' }))).toMatchObject({
      code: 'level_version_retired',
      data: { level: 'manage@2' },
    })
    expect(await fieldsOf(itself.accessGrants.acceptVersion(grantId, { level: 'manage_and_purchase@2' }))).toEqual([
      '/level invalid_choice',
    ])
    // left as it is: that is known from then on, and can be thought over
    const declinedAt = clock.now().toISOString()
    const declined = await itself.accessGrants.declineVersion(grantId, { level: 'manage@2' })
    expect(declined).toMatchObject({
      level: 'manage@1',
      offeredVersion: { level: 'manage@2', declinedAt },
      actions: { acceptVersion: { allowed: true }, declineVersion: { allowed: true } },
    })
    clock.move(60_000)
    expect(await itself.accessGrants.declineVersion(grantId, { level: 'manage@2' })).toEqual(declined)
    expect(await codeOf(north.owner.accessGrants.declineVersion(grantId, { level: 'manage@2' }))).toBe(
      'permission_denied',
    )
    expect(await codeOf(itself.accessGrants.declineVersion(grantId, { level: 'manage@1' }))).toBe(
      'level_version_retired',
    )
    const said = { subject: grantId, type: ['access_grant.level_version_declined' as const] }
    expect(await readEvents(north.owner, said, 1)).toHaveLength(1)
    const accepted = await itself.accessGrants.acceptVersion(grantId, { level: 'manage@2' })
    expect(accepted).toMatchObject({ level: 'manage@2', status: 'active', offeredVersion: null })
    // what it adds has to be seen before it counts; what was there goes on
    expect([await may(id, 'support.cases.create'), await may(id)]).toEqual(['capability_not_in_level', 'yes'])
    await carriedOut(platform, id)
    expect(await may(id, 'support.cases.create')).toBe('yes')
    expect(await codeOf(itself.accessGrants.declineVersion(grantId, { level: 'manage@2' }))).toBe(
      'invalid_state_transition',
    )
  })
})

test('two who end it at the same time end it once', async () => {
  const { grantId, itself, mailbox } = await withGrant()
  const answers = await Promise.allSettled([
    itself.accessGrants.end(grantId),
    north.owner.accessGrants.end(grantId),
    admin.accessGrants.end(grantId),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await mailsTo(mailbox, 'access_ended')).toBe(1)
  expect((await send(`/v1/access-grants/${grantId}`)).status).toBe(401)
})
