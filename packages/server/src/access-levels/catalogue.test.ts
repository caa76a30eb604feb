import { capabilities, neverDelegable } from '@clientele/contract'
import { schemasOf } from '@clientele/contract/schemas'
import { describe, expect, test } from 'vitest'
import { levelCatalogue } from './catalogue.ts'
import { deliveredLanguages } from './delivered-level.ts'
import { levelErrors } from './levels.rules.ts'

const published = levelCatalogue.map((level) => ({ ...level, version: 1 }))
const level = (key: string) => levelCatalogue.find((one) => one.key === key)

describe('a delivered level', () => {
  test.each(published)('R12 R212: $key could be published as it is', ({ key, family, rank, capabilities, texts }) => {
    const input = { family, rank, capabilities: [...capabilities], texts }
    expect(schemasOf('accessLevels', 'publish').input?.safeParse(input).error).toBeUndefined()
    expect(levelErrors(key, input, published)).toEqual([])
  })

  test('R11 R70: contains nothing that is never delegated, and nothing that has no name', () => {
    for (const { capabilities: contained } of levelCatalogue) {
      expect(contained.filter((capability) => (neverDelegable as readonly string[]).includes(capability))).toEqual([])
      expect(capabilities).toEqual(expect.arrayContaining([...contained]))
    }
  })

  test('R5 R13: can be asked for at two levels of products, and none is the default', () => {
    const offered = levelCatalogue.filter(({ selectable }) => selectable)
    expect(offered.map(({ key }) => key)).toEqual(['manage', 'manage_and_purchase'])
    expect(offered.flatMap(Object.keys)).not.toContain('default')
  })

  test('R6 R8 R12: to purchase is all of to manage and buying, which to manage has not', () => {
    const [lower = [], higher = []] = [level('manage')?.capabilities, level('manage_and_purchase')?.capabilities]
    expect(higher.filter((capability) => !lower.includes(capability))).toEqual([
      'products.purchase',
      'subscriptions.renew',
    ])
    expect(lower).toContain('products.suggest')
  })

  test('R163: of the console is a defined list', () => {
    expect(level('console_standard')?.capabilities).toEqual([
      'console.users',
      'console.groups',
      'console.devices',
      'licenses.assign',
      'support.cases.create',
      'support.cases.read',
    ])
  })
})

describe('R212: what people read of a level', () => {
  const sentences = levelCatalogue.flatMap(({ texts }) =>
    (['can', 'cannot'] as const).flatMap((list) =>
      texts.en[list].map((_, at) => deliveredLanguages.map((language) => texts[language][list][at])),
    ),
  )

  test('is there in every language', () => {
    for (const { texts } of levelCatalogue) expect(Object.keys(texts)).toEqual([...deliveredLanguages])
  })

  test.each(deliveredLanguages.map((language, at) => ({ language, at })))(
    'is in $language one sentence for one: what is the same in English is the same, what differs differs',
    ({ at }) => {
      const pairs = new Map(sentences.map((sentence) => [sentence[0], sentence[at]]))
      for (const sentence of sentences) expect(sentence[at]).toBe(pairs.get(sentence[0]))
      expect(new Set(pairs.values()).size).toBe(pairs.size)
    },
  )

  test.each(deliveredLanguages)('R12: of a higher level is in %s all that the lower one can', (language) => {
    for (const lower of levelCatalogue) {
      for (const higher of levelCatalogue.filter(({ family, rank }) => family === lower.family && rank > lower.rank)) {
        expect(higher.texts[language].can).toEqual(expect.arrayContaining(lower.texts[language].can))
      }
    }
  })
})
