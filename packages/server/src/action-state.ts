import type { ActionState, ErrorCode } from '@clientele/contract'
import { Refusal } from './refusal.ts'

/** What may not be done, with the code and data that the call itself is refused with. */
export function refused(code: ErrorCode, data: Record<string, unknown>): ActionState {
  return { allowed: false, code, data }
}

/** Refuses what an action state does not allow: handlers say no by the very answer that `actions` gives. */
export function requireAllowed({ allowed, code, data }: ActionState, detail: string): void {
  if (allowed) return
  throw new Refusal((code ?? 'permission_denied') as ErrorCode, detail, { data: data as never })
}
