import { expect, test } from 'vitest'
import type { DueWork, Working } from './due-work.ts'
import { inTurn } from './in-turn.ts'

const nothing = {} as Working

test('a run begins when the one before is over, and tells of its own alone', async () => {
  const begun: string[] = []
  const first = Promise.withResolvers<number>()
  const results = [first.promise, Promise.resolve(0)]
  const work: DueWork = inTurn({
    name: 'mails',
    run() {
      begun.push('run')
      return results.shift() ?? Promise.resolve(0)
    },
  })
  const runs = [work.run(nothing), work.run(nothing)]
  await Promise.resolve()
  expect(begun).toEqual(['run'])
  first.reject(new Error('The vendor is down.'))
  await expect(runs[0]).rejects.toThrow('The vendor is down.')
  expect(await runs[1]).toBe(0)
  expect(begun).toEqual(['run', 'run'])
})
