import type { AccessLevel, Capability, PublishLevel } from '@clientele/contract'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { grantAccess } from '../access-grants/grant-access.ts'
import { transactions, type Transact } from '../database/transaction.ts'
import { bySystem } from '../events/record-event.ts'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { holdLevel } from './access-levels.store.ts'

const platform = await openTestPlatform()
const { admin, north, below, south, key, sql, database, clock, failures, server } = platform
const texts = { en: { name: 'Console', summary: 'The reseller works in the console.', can: [], cannot: [] } }
const start: Capability[] = ['console.users', 'console.groups']
let transact: Transact

beforeAll(async () => {
  await setPages(platform)
  transact = await transactions(database.pool)
})

// a level that is alone in its family: nothing has to be published before it
beforeEach(() => publish(start))

function publish(capabilities: Capability[]): Promise<AccessLevel> {
  const level: PublishLevel = { family: 'console', rank: 10, capabilities, texts, selectable: true }
  return admin.accessLevels.publish({ key: 'console_standard' }, level)
}

const mailboxOf = (clientId: string) => `${clientId.toLowerCase()}@mail.example.org`

/** A client that has allowed North the newest version, which is in effect. */
async function agreed() {
  const { id } = await north.owner.clients.create(quick())
  const recipientEmail = mailboxOf(id)
  const { grantId } = await granted(platform, north.owner, id, { level: 'console_standard', recipientEmail })
  await carriedOut(platform, id)
  const client = await key(id, 'client_admin')
  return {
    id,
    grantId,
    client,
    grant: () => client.accessGrants.get(grantId),
    may: async (capability: Capability) => {
      const { allowed, code } = await north.owner.access.check({ clientId: id, capability })
      return allowed || code
    },
  }
}

describe('what a new version of a level adds', () => {
  test('scenario 32 R33: is in no grant of the version before, and offered to its client', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { grantId } = await granted(platform, north.owner, id, { level: 'manage' })
    await carriedOut(platform, id)
    const before = await north.owner.accessGrants.get(grantId)
    expect(before).toMatchObject({ level: 'manage@1', offeredVersion: null })
    // the higher level first: it contains what the lower one does (R12)
    for (const name of ['manage_and_purchase', 'manage']) {
      const { family, rank, capabilities, texts } = await admin.accessLevels.get(`${name}@1`)
      const wider = { family, rank, texts, capabilities: [...capabilities, 'support.cases.create' as const] }
      await admin.accessLevels.publish({ key: name }, wider)
    }
    const offeredVersion = { level: 'manage@2', adds: ['support.cases.create'], declinedAt: null }
    const { actions: _, ...after } = await north.owner.accessGrants.get(grantId)
    expect(after).toEqual({ ...before, actions: undefined, offeredVersion })
    const question = { clientId: id, capability: 'support.cases.create' }
    expect(await north.owner.access.check(question)).toMatchObject({ allowed: false, code: 'capability_not_in_level' })

    const client = await key(id, 'client_admin')
    await client.accessGrants.acceptVersion(grantId, { level: 'manage@2' })
    await carriedOut(platform, id)
    expect(await client.accessGrants.get(grantId)).toMatchObject({ level: 'manage@2', offeredVersion: null })
    expect(await north.owner.access.check(question)).toMatchObject({ allowed: true })
  })

  test('is offered in an event that both sides see, and nobody else', async () => {
    const { grantId, client } = await agreed()
    const { id: level } = await publish([...start, 'console.devices'])
    const type: ['access_grant.level_version_offered'] = ['access_grant.level_version_offered']
    for (const caller of [admin, north.owner, client]) {
      const [event] = await readEvents(caller, { subject: grantId, type }, 1)
      expect(event?.changes).toEqual({ offeredVersion: { from: null, to: { level, adds: ['console.devices'] } } })
      expect(event?.actor.accountId).toBe(admin.accountId)
    }
    expect((await south.owner.events.list({ subject: grantId })).data).toEqual([])
    expect((await below.owner.events.list({ subject: grantId })).data).toEqual([])
  })

  test('is in new grants from the start', async () => {
    const { id: level } = await publish([...start, 'console.devices'])
    const { grant } = await agreed()
    expect(await grant()).toMatchObject({ level, capabilities: [...start, 'console.devices'], offeredVersion: null })
  })

  test('N5: is told to the client by mail, once for each version', async () => {
    const { id, grantId, client } = await agreed()
    const told = async () =>
      (await server.mailbox.list()).filter(
        ({ template, to }) => template === 'level_version_offered' && to.email === mailboxOf(id),
      )
    await publish([...start, 'console.devices'])
    await server.runDue()
    await server.runDue()
    const [mail, ...more] = await told()
    expect(more).toEqual([])
    const { body } = (await server.mailbox.get(String(mail?.id))) ?? {}
    expect(body?.text).toContain('Geräte in Ihrer Konsole verwalten')
    expect(body?.text).toContain('melden Sie sich in Ihrem Konto an')
    // two that are published before anybody is told are one; what is taken away, and what was agreed to, is no offer
    await publish([...start, 'console.devices', 'licenses.assign'])
    const { id: level } = await publish([...start, 'console.devices', 'products.view'])
    await client.accessGrants.acceptVersion(grantId, { level })
    await server.runDue()
    await publish(start)
    await server.runDue()
    expect(await told()).toHaveLength(1)
  })

  test('N5: is offered anew with each version, whatever was said of the one before', async () => {
    const { grant, client, grantId } = await agreed()
    const first = await publish([...start, 'console.devices'])
    await client.accessGrants.declineVersion(grantId, { level: first.id })
    expect((await grant()).offeredVersion?.declinedAt).toBe(clock.now().toISOString())
    const { id: level } = await publish([...start, 'console.devices', 'licenses.assign'])
    expect((await grant()).offeredVersion).toEqual({
      level,
      adds: ['console.devices', 'licenses.assign'],
      declinedAt: null,
    })
  })

  test('is offered as one difference, however many versions there were', async () => {
    const { grant } = await agreed()
    await publish([...start, 'console.devices'])
    const { id: level } = await publish([...start, 'console.devices', 'licenses.assign'])
    expect((await grant()).offeredVersion).toEqual({
      level,
      adds: ['console.devices', 'licenses.assign'],
      declinedAt: null,
    })
    await publish(start)
    expect((await grant()).offeredVersion).toBeNull()
  })
})

describe('what a new version of a level takes away', () => {
  test('N5: is gone from living grants at once', async () => {
    const { grant, may } = await agreed()
    const { etag } = await grant()
    expect(await may('console.groups')).toBe(true)
    await publish(['console.users'])
    expect(await may('console.groups')).toBe('capability_not_in_level')
    expect(await may('console.users')).toBe(true)
    expect(await grant()).toMatchObject({ capabilities: ['console.users'], offeredVersion: null, status: 'active' })
    expect((await grant()).etag).not.toBe(etag)
  })

  test('R210: is on record, with what the grant had and has', async () => {
    const { grantId, client } = await agreed()
    await publish(['console.groups', 'console.devices'])
    const type = ['access_grant.narrowed', 'access_grant.level_version_offered'] as const
    const events = await readEvents(client, { subject: grantId, type: [...type] }, 2)
    expect(events.map(({ type, changes }) => [type, changes])).toEqual([
      ['access_grant.narrowed', { capabilities: { from: start, to: ['console.groups'] } }],
      [
        'access_grant.level_version_offered',
        { offeredVersion: { from: null, to: { level: expect.stringMatching(/@/), adds: ['console.devices'] } } },
      ],
    ])
  })

  test('R33: comes back by the client’s agreement alone', async () => {
    const { grant, may } = await agreed()
    await publish(['console.users'])
    const { id: level } = await publish(start)
    expect(await may('console.groups')).toBe('capability_not_in_level')
    expect((await grant()).offeredVersion).toEqual({ level, adds: ['console.groups'], declinedAt: null })
  })

  test('does not come into effect with an agreement that was on its way', async () => {
    const { id, grantId, client, may } = await agreed()
    const wider = await publish([...start, 'console.devices', 'licenses.assign'])
    await client.accessGrants.acceptVersion(grantId, { level: wider.id })
    await publish([...start, 'licenses.assign'])
    // also where it is in the level again by the time that the agreement takes effect
    await publish([...start, 'console.devices', 'licenses.assign'])
    await carriedOut(platform, id)
    expect(await may('licenses.assign')).toBe(true)
    expect(await may('console.devices')).toBe('capability_not_in_level')
  })

  test('stays in the record of grants that have ended', async () => {
    const { id, grantId, grant, client } = await agreed()
    await client.accessGrants.end(grantId)
    await carriedOut(platform, id)
    const ended = await grant()
    await publish(['console.devices'])
    expect(await grant()).toEqual(ended)
  })

  test('is gone from the grants of every client, each with its event', async () => {
    const { id } = await north.owner.clients.create(quick())
    const many = 1_100
    await sql(
      `insert into access_grants (id, client_id, reseller_id, level_key, level_version, family, capabilities, scope, source,
         status, created_at, updated_at)
       select 'agr_many' || n, $1, 'acc_many' || n, 'console_standard', 1, 'console', $2, '{"kind":"all"}', 'request', 'active',
         now(), now() from generate_series(1, $3) n`,
      [id, start, many],
    )
    await publish(['console.groups', 'console.devices'])
    const [{ narrow } = { narrow: 0 }] = await sql<{ narrow: number }>(
      `select count(*)::int as narrow from access_grants where id like 'agr_many%' and capabilities = '{console.groups}'`,
    )
    expect(narrow).toBe(many)
    const told = await sql<{ type: string; count: number }>(
      `select type, count(distinct subject_id)::int as count from events where subject_id like 'agr_many%' group by 1 order by 1`,
    )
    expect(told).toEqual([
      { type: 'access_grant.level_version_offered', count: many },
      { type: 'access_grant.narrowed', count: many },
    ])
    await sql(`delete from access_grants where id like 'agr_many%'`)
  })

  test.each(onPostgres)('is gone from a grant that was being made at the same time (%s)', async () => {
    const { id } = await north.owner.clients.create(quick())
    const narrower: { done?: Promise<AccessLevel> } = {}
    const grant = await transact({ reach: 'system' }, async (tx) => {
      const level = await holdLevel(tx, 'console_standard')
      if (!level) throw new Error('The level is missing.')
      narrower.done = publish(['console.users'])
      await isWaiting('update "access_levels"%')
      const [client, resellerId] = [{ id, ownerId: north.id }, north.id]
      return grantAccess(tx, bySystem(clock.now()), {
        client,
        resellerId,
        level,
        scope: { kind: 'all' },
        source: 'preset',
      })
    })
    expect(grant.capabilities).toEqual(start)
    await narrower.done
    expect((await north.owner.accessGrants.get(grant.id)).capabilities).toEqual(['console.users'])
  })

  test.each(onPostgres)('is not granted by who waited while it was published (%s)', async () => {
    const before = await admin.accessLevels.list({ family: 'console' })
    const waiting: { found?: ReturnType<typeof holdLevel> } = {}
    await transact({ reach: 'system' }, async (tx) => {
      await tx.query(
        `update access_levels set status = 'retired' where key = 'console_standard' and status = 'published'`,
      )
      await tx.query(
        `insert into access_levels select key, version + 1, family, rank, '{console.users}', texts, requires_payment_method,
           selectable, 'published', published_at from access_levels where key = 'console_standard' order by version desc limit 1`,
      )
      waiting.found = transact({ reach: 'system' }, (other) => holdLevel(other, 'console_standard'))
      await isWaiting('select%from "access_levels"%for share')
    })
    const found = await waiting.found
    expect(found).toMatchObject({ status: 'published', capabilities: ['console.users'] })
    expect(found?.version).toBe((before.data[0]?.version ?? 0) + 1)
    expect(failures).toEqual([])
  })
})

/** Until a statement of this kind waits for another transaction. */
async function isWaiting(statement: string): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await sql(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
      [statement],
    )
    expect(waiting).toHaveLength(1)
  })
}
