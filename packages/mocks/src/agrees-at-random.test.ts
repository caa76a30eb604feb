import { describe, expect, test } from 'vitest'
import { differences } from './testing/random/compare.ts'
import { openWorlds } from './testing/walks/worlds.ts'

/** More of them by hand, as in `RANDOM_SEEDS=1,40,300`: from, to, and how many steps. */
const [first = 1, last = 3, count = 80] = (process.env['RANDOM_SEEDS'] ?? '').split(',').filter(Boolean).map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, place) => first + place)

describe('mock and server agree, whatever is done with the access of clients', () => {
  test.each(seeds)('seed %i', { timeout: 240_000 }, async (seed) => {
    const worlds = await openWorlds()
    try {
      expect(await differences(worlds, seed, count)).toEqual([])
    } finally {
      await worlds.close()
    }
  })
})
