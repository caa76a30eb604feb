import type { PublishLevel } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { createServer } from '../create-server.ts'
import { transactions } from '../database/transaction.ts'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { levelCatalogue } from './catalogue.ts'

const { admin, support, north, south, key, clock, send, sql, database, failures } = await openTestPlatform()

const texts = { en: { name: 'Look', summary: 'The reseller looks.', can: ['It sees.'], cannot: [] } }
const look: PublishLevel = { family: 'support', rank: 1, capabilities: [], texts }
const publish = (key: string, level: PublishLevel) => admin.accessLevels.publish({ key }, level)

/** What of a level can be published again. */
async function published(id: string): Promise<PublishLevel> {
  const { family, rank, capabilities, texts, requiresPaymentMethod, selectable } = await admin.accessLevels.get(id)
  return { family, rank, capabilities, texts, requiresPaymentMethod, selectable }
}

describe('the levels of access', () => {
  test('R5 R13: are there from the start, two of them to choose from and neither chosen', async () => {
    const levels = await north.sales.accessLevels.list().toArray({ limit: 100 })
    expect(levels.map(({ id }) => id)).toEqual(levelCatalogue.map(({ key }) => `${key}@1`))
    expect(levels.filter(({ selectable }) => selectable).map(({ id }) => id)).toEqual([
      'manage@1',
      'manage_and_purchase@1',
    ])
  })

  test('R6 R7 R8: say what they contain, and which need a payment method', async () => {
    const [lower, higher] = [
      await north.owner.accessLevels.get('manage@1'),
      await north.owner.accessLevels.get('manage_and_purchase@1'),
    ]
    expect(lower).toMatchObject({ family: 'products', rank: 10, requiresPaymentMethod: false, status: 'published' })
    expect(lower.capabilities).toEqual(expect.arrayContaining(['products.manage', 'products.suggest']))
    expect(lower.capabilities).not.toContain('products.purchase')
    expect(higher).toMatchObject({ family: 'products', rank: 20, requiresPaymentMethod: true })
    expect(higher.capabilities).toEqual(expect.arrayContaining([...lower.capabilities, 'products.purchase']))
  })

  test('R11 R70: name what none of them allows', async () => {
    for (const { never, capabilities } of (await admin.accessLevels.list()).data) {
      expect(never).toEqual(expect.arrayContaining(['payment_methods.read', 'payment_methods.write', 'terms.accept']))
      expect(capabilities.filter((one) => (never as string[]).includes(one))).toEqual([])
    }
  })

  test('R212: are told in three languages', async () => {
    const { texts } = await south.sales.accessLevels.get('manage@1')
    expect(Object.keys(texts).toSorted()).toEqual(['de', 'en', 'fr'])
    expect(texts['de']?.name).toBe('Verwalten')
  })

  test('are read by everybody who is known, and by nobody else', async () => {
    const { id } = await north.owner.clients.create(quick())
    for (const caller of [support, south.sales, await key(id, 'client_user')]) {
      expect((await caller.accessLevels.list()).data.length).toBeGreaterThan(5)
      expect((await caller.accessLevels.get('manage@1')).key).toBe('manage')
    }
    for (const path of ['/v1/access-levels', '/v1/access-levels/manage@1']) {
      expect((await send(path)).status).toBe(401)
    }
  })

  test('come by family, and page by page, each once', async () => {
    const whole = await admin.accessLevels.list({ include: ['retired'] }).toArray({ limit: 500 })
    const paged = await admin.accessLevels.list({ include: ['retired'], limit: 1 }).toArray({ limit: 500 })
    expect(paged).toEqual(whole)
    expect(new Set(paged.map(({ id }) => id)).size).toBe(whole.length)
    expect((await admin.accessLevels.list({ family: 'console' })).data.map(({ key }) => key)).toEqual([
      'console_standard',
    ])
  })

  test('that are none are not found, and cursors that are none are refused', async () => {
    for (const id of ['manage@2', 'nothing@1', 'manage', 'manage@0', 'manage@99999', "x'@1"]) {
      expect(await codeOf(admin.accessLevels.get(id))).toBe('not_found')
    }
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      'x',
      json(['levels', '1', '2', 'k']),
      json(['levels', 'a', '2', 'k', '1']),
      json(['levels', '1', '-2', 'k', '1']),
      json(['levels', '1', '2', 'k', '9'.repeat(20)]),
    ]) {
      expect(await codeOf(admin.accessLevels.list({ cursor }))).toBe('cursor_invalid')
    }
  })
})

describe('publishing a level', () => {
  test('makes the next version and retires the one before, which stays to be read', async () => {
    const first = await publish('look', look)
    expect(first).toMatchObject({ id: 'look@1', selectable: true, requiresPaymentMethod: false, status: 'published' })
    expect(first.publishedAt).toBe(clock.now().toISOString())
    const renamed = { en: { ...texts.en, name: 'Look closely' } }
    const second = await publish('look', { ...look, texts: renamed, selectable: false })
    expect(second).toMatchObject({ id: 'look@2', selectable: false, texts: renamed })
    expect(await north.owner.accessLevels.get('look@1')).toEqual({ ...first, status: 'retired' })
    const ids = async (more: { include?: 'retired'[] }) =>
      (await north.owner.accessLevels.list({ family: 'support', ...more })).data.map(({ id }) => id)
    expect(await ids({})).toEqual(['look@2', 'support_only@1'])
    expect(await ids({ include: ['retired'] })).toEqual(['look@1', 'look@2', 'support_only@1'])
    // what is not said stays as it was
    expect(await publish('look', { ...look, rank: 2, texts: renamed })).toMatchObject({
      id: 'look@3',
      selectable: false,
    })
  })

  test('of what the newest version says already makes none', async () => {
    const before = await admin.accessLevels.get('manage@1')
    const same = await published('manage@1')
    expect(await publish('manage', { ...same, capabilities: same.capabilities.toReversed() })).toEqual(before)
    expect(await codeOf(admin.accessLevels.get('manage@2'))).toBe('not_found')
  })

  test('R7: needs a payment method where it buys or renews, unasked', async () => {
    const base = { family: 'console', texts } as const
    const { capabilities } = await published('console_standard@1')
    const bought = [...capabilities, 'subscriptions.renew' as const]
    expect(await publish('renewing', { ...base, rank: 50, capabilities: bought })).toMatchObject({
      requiresPaymentMethod: true,
    })
    expect(
      await fieldsOf(publish('renewing', { ...base, rank: 50, capabilities: bought, requiresPaymentMethod: false })),
    ).toEqual(['/requiresPaymentMethod invalid_choice'])
  })

  test('R12: is refused where it lacks what a lower rank contains, with the names of what is missing', async () => {
    const refused = await refusalOf(
      publish('manage_and_purchase', {
        ...(await published('manage_and_purchase@1')),
        capabilities: ['products.view', 'products.purchase'],
      }),
    )
    expect(refused.errors).toMatchObject([
      {
        pointer: '/capabilities',
        code: 'invalid_choice',
        data: { level: 'domains_only@1', missing: ['domains.manage'] },
      },
    ])
    const wider = await published('manage@1')
    expect(
      await fieldsOf(publish('manage', { ...wider, capabilities: [...wider.capabilities, 'licenses.assign'] })),
    ).toEqual(['/capabilities invalid_choice'])
    expect(await codeOf(admin.accessLevels.get('manage_and_purchase@2'))).toBe('not_found')
  })

  test('R11 R70: cannot contain what is never delegated', async () => {
    for (const capability of ['payment_methods.read', 'terms.accept', 'access.delegate', 'credentials.read', 'x']) {
      expect(await fieldsOf(publish('look', { ...look, capabilities: [capability as never] }))).toEqual([
        '/capabilities/0 invalid_choice',
      ])
    }
  })

  test('R212: wants English, and as many sentences in every language', async () => {
    const de = { ...texts.en, name: 'Ansehen' }
    expect(await fieldsOf(publish('look', { ...look, texts: { de } }))).toEqual(['/texts/en required'])
    expect(await fieldsOf(publish('look', { ...look, texts: { ...texts, de: { ...de, can: [] } } }))).toEqual([
      '/texts/de/can too_short',
    ])
    expect(await fieldsOf(publish('look', { ...look, texts: { ...texts, 'not a language': de } }))).toEqual([
      '/texts/not a language invalid_format',
    ])
    expect(await fieldsOf(publish('look', { ...look, texts: { en: { ...texts.en, name: 'A\u202Eb' } } }))).toEqual([
      '/texts/en/name invalid_format',
    ])
  })

  test('is for the administrators of the platform alone', async () => {
    for (const caller of [support, north.owner, south.sales]) {
      expect(await refusalOf(caller.accessLevels.publish({ key: 'look' }, look))).toMatchObject({
        status: 403,
        data: { right: 'access_levels.publish' },
      })
    }
    expect(await codeOf(publish('Not a key', look))).toBe('not_found')
  })

  test('R210: is on record, with what changed', async () => {
    await publish('recorded', { ...look, rank: 3 })
    await publish('recorded', { ...look, rank: 4 })
    const events = await readEvents(admin, { subject: 'recorded' }, 2)
    expect(events).toMatchObject([
      { type: 'access_level.published', changes: { version: { from: null, to: 1 }, rank: { from: null, to: 3 } } },
      { type: 'access_level.published', changes: { version: { from: 1, to: 2 }, rank: { from: 3, to: 4 } } },
    ])
    expect(Object.keys(events[1]?.changes ?? {}).toSorted()).toEqual(['rank', 'version'])
    expect((await north.owner.events.list({ subject: 'recorded' })).data).toEqual([])
  })

  test('by two at once makes two versions of which one is published', async () => {
    const names = ['One', 'Two', 'Three', 'Four']
    const made = await Promise.all(
      names.map((name) => publish('raced', { ...look, rank: 0, texts: { en: { ...texts.en, name } } })),
    )
    expect(new Set(made.map(({ version }) => version))).toEqual(new Set([1, 2, 3, 4]))
    expect((await sql(`select 1 from access_levels where key = 'raced' and status = 'published'`)).length).toBe(1)
  })
})

describe('a statement that forgot its where', () => {
  test('reads levels and changes none, unless it is the platform’s', async () => {
    const transact = await transactions(database.pool)
    const scope = { reach: 'some', account: north.id, caller: '', accounts: [north.id] } as const
    const changed = (statement: string) => transact(scope, (tx) => tx.query(`${statement} returning key`))
    expect((await transact(scope, (tx) => tx.query('select key from access_levels'))).length).toBeGreaterThan(5)
    expect(await changed(`update access_levels set capabilities = '{products.purchase}'`)).toEqual([])
    expect(await changed('delete from access_levels')).toEqual([])
    const copy = `insert into access_levels select 'mine', version, family, rank, capabilities, texts,
      requires_payment_method, selectable, status, published_at from access_levels limit 1`
    await expect(changed(copy)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a server that starts', () => {
  test('gives a database the levels it lacks, and leaves those it has alone', async () => {
    await publish('manage', { ...(await published('manage@1')), selectable: false })
    await sql(`delete from access_levels where key = 'support_only'`)
    const start = () =>
      createServer({ database: database.pool, masterKey: Buffer.alloc(32, 5).toString('base64'), jobs: false })
    const servers = [start(), start()]
    await Promise.all(servers.map((server) => server.start()))
    await Promise.all(servers.map((server) => server.close()))
    expect(await admin.accessLevels.get('support_only@1')).toMatchObject({ status: 'published' })
    expect(await admin.accessLevels.get('manage@1')).toMatchObject({ status: 'retired' })
    expect(await admin.accessLevels.get('manage@2')).toMatchObject({ status: 'published', selectable: false })
    expect(failures).toEqual([])
  })
})
