import type { ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { settleState } from './pairs.ts'
import { moveSwitch } from './switch.ts'

/** What is off needs no pause, and would not come back by itself. */
export function pauseAccess(call: Surroundings, access: ClientAccess): void {
  if (access.allow.wanted) move(call, access, 'pause')
}

export function resumeAccess(call: Surroundings, access: ClientAccess): void {
  move(call, access, 'resume')
}

function move(call: Surroundings, { clientId, reseller }: ClientAccess, how: 'pause' | 'resume'): void {
  const pair = { clientId, resellerId: reseller.id }
  moveSwitch(call, pair, how)
  settleState(call, pair)
}
