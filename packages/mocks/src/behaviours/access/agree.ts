import type { ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'
import { aboutPolicy, raiseVersion, touchPolicy } from './policies.ts'

/** That the reseller looks after what it did not sell: said by itself, or by the client in its place (R171). */
export function agree(
  call: Surroundings,
  access: ClientAccess,
  state: 'attested_by_client' | 'confirmed_by_reseller',
): void {
  touchPolicy(call, access)
  const { state: before } = access.agreement
  if (before === state || before === 'confirmed_by_reseller') return
  access.agreement = { state, at: call.now.toISOString() }
  raiseVersion(call, access)
  recordEvent(call, {
    type: 'access_policy.agreement_changed',
    ...aboutPolicy(call, access),
    changes: { agreement: { from: before, to: state } },
  })
}
