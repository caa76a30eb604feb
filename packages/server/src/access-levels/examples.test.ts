import { examples } from '@clientele/contract/examples'
import { expect, test } from 'vitest'
import { levelCatalogue } from './catalogue.ts'

test('the levels in the examples are the delivered ones, word for word', () => {
  const shown = [...examples.accessLevels.list.output.data, examples.accessLevels.publish.output]
  for (const { key, family, rank, capabilities, texts } of shown) {
    const delivered = levelCatalogue.find((level) => level.key === key)
    expect({ key, family, rank, capabilities, texts }).toEqual({
      key,
      family: delivered?.family,
      rank: delivered?.rank,
      capabilities: delivered?.capabilities,
      texts: delivered?.texts,
    })
  }
})
