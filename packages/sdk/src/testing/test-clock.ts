import type { Clock } from '../clock.ts'

interface Timer {
  readonly ms: number
  readonly at: number
  readonly run: () => void
}

/** A clock that stands still until it is moved. Chance is always one half. */
export interface TestClock extends Clock {
  /** Lets time pass: what is due happens. */
  advance(ms: number): void
  /** Resolves as soon as something waits for exactly `ms`. */
  started(ms: number): Promise<void>
  /** Both: waits until something waits for exactly `ms`, then lets that time pass. */
  elapse(ms: number): Promise<void>
  /** How many timers are running. */
  readonly running: number
}

export function createTestClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let now = start
  const timers = new Set<Timer>()
  const watchers = new Set<() => void>()

  function started(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (![...timers].some((timer) => timer.ms === ms)) return
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      look()
    })
  }

  function advance(ms: number): void {
    now += ms
    for (const timer of timers) {
      if (timer.at > now) continue
      timers.delete(timer)
      timer.run()
    }
  }

  return {
    advance,
    started,
    now: () => now,
    random: () => 0.5,
    after(ms, run) {
      const timer = { ms, at: now + ms, run }
      timers.add(timer)
      for (const look of watchers) look()
      return () => timers.delete(timer)
    },
    async elapse(ms) {
      await started(ms)
      advance(ms)
    },
    get running() {
      return timers.size
    },
  }
}
