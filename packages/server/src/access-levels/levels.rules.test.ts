import { capabilities, type Capability, type PublishLevel } from '@clientele/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelErrors, needsPaymentMethod, versionOffer } from './levels.rules.ts'

const texts = { en: { name: 'N', summary: 'S', can: ['One.', 'Two.'], cannot: ['Three.'] } }
const manage = {
  key: 'manage',
  version: 2,
  family: 'products',
  rank: 10,
  capabilities: ['products.view', 'products.manage'],
}
const purchase = {
  ...manage,
  key: 'purchase',
  version: 1,
  rank: 20,
  capabilities: [...manage.capabilities, 'products.purchase'],
}

function wrong(key: string, input: Partial<PublishLevel>): string[] {
  const whole = { family: 'products', rank: 15, capabilities: ['products.view', 'products.manage'], texts, ...input }
  return levelErrors(key, whole as PublishLevel, [manage, purchase]).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('a version of a level', () => {
  test('R12: contains what lower ranks of its family contain, and what is missing is named', () => {
    expect(wrong('between', {})).toEqual([])
    const given = { family: 'products', rank: 15, capabilities: ['products.view'], texts } as PublishLevel
    expect(levelErrors('between', given, [manage, purchase])).toEqual([
      {
        pointer: '/capabilities',
        code: 'invalid_choice',
        detail:
          'manage@2 ranks lower and contains products.manage, which is missing here. Add it, or publish manage without it first.',
        data: { level: 'manage@2', missing: ['products.manage'] },
      },
    ])
  })

  test('R12: contains nothing that a higher rank lacks', () => {
    const more: Capability[] = ['products.view', 'products.manage', 'domains.manage']
    expect(wrong('between', { capabilities: more })).toEqual(['/capabilities invalid_choice'])
    expect(wrong('manage', { rank: 10, capabilities: more })).toEqual(['/capabilities invalid_choice'])
    expect(wrong('top', { rank: 30, capabilities: [...more, 'products.purchase'] })).toEqual([])
  })

  test('has a rank of its own, and takes its own again', () => {
    expect(wrong('other', { rank: 10 })).toEqual(['/rank invalid_choice'])
    expect(wrong('manage', { rank: 10 })).toEqual([])
  })

  test('is looked at within its family alone, and stays in it', () => {
    expect(wrong('console', { family: 'console', rank: 10, capabilities: ['console.users'] })).toEqual([])
    expect(wrong('manage', { family: 'console', rank: 10 })).toEqual(['/family invalid_choice'])
  })

  test('R7: that buys or renews needs a payment method, whatever is said', () => {
    for (const one of ['products.purchase', 'subscriptions.renew'] as const) {
      const bought = { rank: 30, capabilities: [...purchase.capabilities, one] as Capability[] }
      expect(wrong('top', { ...bought, requiresPaymentMethod: false })).toEqual([
        '/requiresPaymentMethod invalid_choice',
      ])
      expect(wrong('top', { ...bought, requiresPaymentMethod: true })).toEqual([])
      expect(needsPaymentMethod([one])).toBe(true)
    }
    expect(wrong('between', { requiresPaymentMethod: false })).toEqual([])
    expect(needsPaymentMethod(manage.capabilities)).toBe(false)
  })

  test('R212: says in every language as much as in English', () => {
    const de = { ...texts.en, can: ['Eins.'], cannot: ['Drei.', 'Vier.'] }
    expect(wrong('between', { texts: { ...texts, de } })).toEqual([
      '/texts/de/can too_short',
      '/texts/de/cannot too_many',
    ])
    expect(
      wrong('between', { texts: { ...texts, de: { ...de, can: ['Eins.', 'Zwei.'], cannot: ['Drei.'] } } }),
    ).toEqual([])
  })
})

describe('N5: what a newer version offers a grant', () => {
  const grant = { levelVersion: 1, capabilities: ['products.view'], agreedCapabilities: null }

  test('is what it adds, and nothing where it adds nothing or is no newer', () => {
    expect(versionOffer(grant, manage)).toEqual({ level: 'manage@2', adds: ['products.manage'] })
    expect(versionOffer({ ...grant, capabilities: manage.capabilities }, manage)).toBeNull()
    expect(versionOffer({ ...grant, levelVersion: 2 }, manage)).toBeNull()
    expect(versionOffer(grant, undefined)).toBeNull()
  })

  test('is not what the client agreed to already, though it is on its way', () => {
    expect(versionOffer({ ...grant, agreedCapabilities: manage.capabilities }, manage)).toBeNull()
  })

  test('R33: never is what the grant has, and with it is all that the version contains', () => {
    const some = fc.subarray([...capabilities])
    fc.assert(
      fc.property(some, some, (held, contained) => {
        const newest = { key: 'any', version: 2, capabilities: contained }
        const adds = versionOffer({ levelVersion: 1, capabilities: held, agreedCapabilities: null }, newest)?.adds ?? []
        expect(adds.filter((one) => held.includes(one))).toEqual([])
        expect([...held, ...adds]).toEqual(expect.arrayContaining(contained))
      }),
    )
  })
})
