import type { Surroundings } from '../../answers/mock-call.ts'
import { become } from '../suggestions/become.ts'

/** Suggestions end at the time that was set for them. */
export function suggestionsOver(call: Surroundings): number {
  const now = call.now.toISOString()
  const due = call.store.records('suggestions').filter((one) => {
    const isOpen = one.status === 'sent' || one.status === 'viewed'
    return isOpen && call.store.timed.has(one) && one.expiresAt !== null && one.expiresAt <= now
  })
  for (const one of due.toSorted((a, b) => ((a.expiresAt ?? '') < (b.expiresAt ?? '') ? -1 : 1))) {
    become(call, one, { status: 'expired' })
  }
  return due.length
}
