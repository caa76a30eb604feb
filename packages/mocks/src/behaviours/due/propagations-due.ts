import type { Surroundings } from '../../answers/mock-call.ts'
import { seePropagation } from '../access/see-propagation.ts'

/** Changes that take longer to be seen than they may. */
export function propagationsDue(call: Surroundings): number {
  const now = call.now.toISOString()
  const late = call.store
    .records('propagations')
    .filter((one) => one.state === 'pending' && !one.overdue && one.expectedBy <= now && call.store.timed.has(one))
  for (const one of late.toSorted((a, b) => (a.expectedBy < b.expectedBy ? -1 : 1))) {
    seePropagation(call, one, 'late', null)
  }
  return late.length
}
