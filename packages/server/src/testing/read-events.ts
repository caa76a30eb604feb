import type { Event } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { vi } from 'vitest'

/**
 * The events a caller sees, once at least `count` are there. The feed waits for what began earlier in its database:
 * another caller's change, or PostgreSQL's own upkeep.
 */
export async function readEvents(
  caller: Clientele,
  query: NonNullable<Parameters<Clientele['events']['list']>[0]>,
  count: number,
): Promise<Event[]> {
  return vi.waitFor(
    async () => {
      const events = await caller.events.list({ limit: 200, ...query }).toArray({ limit: 1000 })
      if (events.length < count) throw new Error(`${events.length} of ${count} events are there.`)
      return events
    },
    { timeout: 15_000, interval: 10 },
  )
}
