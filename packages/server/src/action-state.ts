import type { ActionState, ErrorCode } from '@clientele/contract'
import { Refusal } from './refusal.ts'
import { withRemedy } from './remedy.ts'

/** What may not be done, with the code and data that the call itself is refused with. */
export function refused(code: ErrorCode, data: Record<string, unknown>): ActionState {
  return { allowed: false, code, data }
}

/** Refuses what an action state does not allow: handlers say no by the very answer that `actions` gives. */
export function requireAllowed({ allowed, code, data }: ActionState, detail: string): void {
  if (allowed) return
  const why = (code ?? 'permission_denied') as ErrorCode
  throw new Refusal(why, withRemedy(detail, why, data), { data: data as never })
}
