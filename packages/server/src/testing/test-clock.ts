import type { Clock } from '../clock.ts'

export const minute = 60_000
export const day = 86_400_000

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  move(milliseconds: number): void
}

export function createTestClock(start = '2026-03-01T09:00:00.000Z'): TestClock {
  let now = Date.parse(start)
  return {
    now: () => new Date(now),
    move: (milliseconds) => {
      now += milliseconds
    },
  }
}
