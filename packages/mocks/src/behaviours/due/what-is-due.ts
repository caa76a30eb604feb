import type { Surroundings } from '../../answers/mock-call.ts'
import { grantsDue } from './grants-due.ts'
import { mailsDue } from './mails-due.ts'
import { propagationsDue } from './propagations-due.ts'
import { remindersDue, requestsOver } from './requests-due.ts'
import { suggestionsOver } from './suggestions-due.ts'

/** In the order of the server. Each says how many it did; those may make others due. */
const kinds = [mailsDue, requestsOver, remindersDue, propagationsDue, grantsDue, suggestionsOver] as const

/** Does what has fallen due since the last call, as the server's jobs do. */
export function doWhatIsDue(call: Surroundings): void {
  const by = { ...call, byClock: true } as const
  let done: number
  do {
    done = kinds.reduce((count, kind) => count + kind(by), 0)
  } while (done > 0)
}
