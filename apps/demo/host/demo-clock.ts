import type { Clock } from '@clientele/server'
import type { Vault } from './vault.ts'

/** How far the clock can be moved at a time, in milliseconds. */
export const steps = { hour: 3_600_000, day: 86_400_000, month: 30 * 86_400_000 } as const

export type ClockStep = keyof typeof steps

/** The clock of the demo: it runs as all clocks do, and can be moved forward, so that nobody has to wait for a day. */
export interface DemoClock extends Clock {
  /** How far ahead it is, in milliseconds. */
  readonly ahead: number
  move(step: ClockStep): Promise<void>
}

/** How far ahead it is lies in the vault: after a restart nothing may have happened in the future. */
export function demoClock(vault: Vault): DemoClock {
  return {
    get ahead() {
      return vault.content.clockAhead
    },
    now: () => new Date(Date.now() + vault.content.clockAhead),
    async move(step) {
      vault.content.clockAhead += steps[step]
      await vault.save()
    },
  }
}
