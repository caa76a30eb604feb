import type { ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'
import { aboutPolicy, raiseVersion, touchPolicy } from './policies.ts'

/** A contract keeps the switch on from now on, or does so no more. It neither turns the switch nor forbids a pause. */
export function lockAccess(call: Surroundings, access: ClientAccess, clause: string | null): void {
  touchPolicy(call, access)
  const { lockedByContract: before } = access
  if (before === clause) return
  access.lockedByContract = clause
  raiseVersion(call, access)
  recordEvent(call, {
    type: 'access_policy.lock_changed',
    ...aboutPolicy(call, access),
    changes: { lockedByContract: { from: before, to: clause } },
  })
}
