import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextAttempt, patience, pauseOf } from './retry.rules.ts'

const start = new Date('2026-03-01T09:00:00Z')
const at = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe('after a failure', () => {
  test.each([
    [1, 5 * second],
    [2, 30 * second],
    [3, 2 * minute],
    [4, 10 * minute],
    [5, 30 * minute],
    [6, hour],
    [7, 2 * hour],
    [8, 4 * hour],
    [9, 4 * hour],
    [20, 4 * hour],
  ])('number %i the next attempt is %i ms later, a fifth more or less', (failures, delay) => {
    const next = (random: number) => nextAttempt({ failures, failingSince: start, now: start, pause: 0 }, random)
    expect(next(0.5)).toEqual(at(delay))
    expect(next(0)).toEqual(at(delay * 0.8))
    expect(next(1)).toEqual(at(delay * 1.2))
  })

  test('the receiver’s own wish counts where it is longer', () => {
    const next = (pause: number) => nextAttempt({ failures: 2, failingSince: start, now: start, pause }, 0.5)
    expect(next(minute)).toEqual(at(minute))
    expect(next(second)).toEqual(at(30 * second))
  })

  test('the last attempt is three days after the first, and nothing comes after it', () => {
    const next = (now: Date) => nextAttempt({ failures: 30, failingSince: start, now, pause: 0 }, 0.5)
    expect(next(at(patience - minute))).toEqual(at(patience))
    expect(next(at(patience))).toBeUndefined()
  })

  test('attempts always come to an end, and no two are closer than four seconds, but for the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200_000)), { minLength: 60 }),
        (runs) => {
          let now = start
          let failures = 0
          for (const [random, late] of runs) {
            failures++
            const next = nextAttempt({ failures, failingSince: start, now, pause: 0 }, random)
            if (!next) return
            const isLast = next.getTime() === at(patience).getTime()
            expect(next.getTime() - now.getTime()).toBeGreaterThanOrEqual(isLast ? 1 : 4 * second)
            now = new Date(next.getTime() + late)
          }
          expect.unreachable('it would go on for ever')
        },
      ),
    )
  })
})

test.each([
  [undefined, 0],
  ['120', 2 * minute],
  ['0', 0],
  ['999999', 24 * hour],
  [at(90 * second).toUTCString(), 90 * second],
  [at(-90 * second).toUTCString(), 0],
  ['soon', 0],
  ['-5', 0],
  ['', 0],
])('Retry-After: %s is a pause of %i ms', (header, pause) => {
  expect(pauseOf(header, start)).toBe(pause)
})
