import type { PublishLevel } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { levelCatalogue } from './catalogue.ts'

const { admin, support, north, south, key, clock, send, sql } = await openTestPlatform()

const texts = { en: { name: 'Look', summary: 'The reseller looks.', can: ['It sees.'], cannot: [] } }
/** A level in a family of its own ranks: what others publish does not matter to it. */
const support_ = (rank: number, more: Partial<PublishLevel> = {}): PublishLevel => ({
  family: 'support',
  rank,
  capabilities: [],
  texts,
  ...more,
})

describe('the levels of access', () => {
  test('R5 R13: are there from the start, two of them to choose from and neither chosen', async () => {
    const levels = await north.sales.accessLevels.list().toArray({ limit: 100 })
    expect(levels.map(({ id }) => id)).toEqual(levelCatalogue.map(({ key }) => `${key}@1`))
    expect(levels.filter(({ selectable }) => selectable).map(({ id }) => id)).toEqual([
      'manage@1',
      'manage_and_purchase@1',
    ])
  })

  test('R6 R7 R8 R10: say what they contain, and which need a payment method', async () => {
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
    const first = await admin.accessLevels.publish('look', support_(100))
    expect(first).toMatchObject({ id: 'look@1', selectable: true, requiresPaymentMethod: false, status: 'published' })
    expect(first.publishedAt).toBe(clock.now().toISOString())
    const renamed = { en: { ...texts.en, name: 'Look closely' } }
    const second = await admin.accessLevels.publish('look', support_(100, { texts: renamed, selectable: false }))
    expect(second).toMatchObject({ id: 'look@2', selectable: false, texts: renamed })
    expect(await north.owner.accessLevels.get('look@1')).toEqual({ ...first, status: 'retired' })
    const newest = (await north.owner.accessLevels.list({ family: 'support' })).data
    expect(newest.map(({ id }) => id)).toEqual(['support_only@1', 'look@2'])
    const all = (await north.owner.accessLevels.list({ family: 'support', include: ['retired'] })).data
    expect(all.map(({ id }) => id)).toEqual(['support_only@1', 'look@1', 'look@2'])
    // what is not said stays as it was
    const third = await admin.accessLevels.publish('look', support_(101, { texts: renamed }))
    expect(third).toMatchObject({ id: 'look@3', selectable: false })
  })
})
