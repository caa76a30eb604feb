import type { Caller } from '../auth/caller.ts'
import { Refusal } from '../refusal.ts'

/** Seconds. */
const maxAge = 900

/** Wants the viewer to have signed in a short while ago. A backend's key stands for itself. */
export function requireRecentSignIn({ kind, authenticatedAt }: Caller, now: Date): void {
  if (kind === 'api_key') return
  if (authenticatedAt && now.getTime() - authenticatedAt.getTime() <= maxAge * 1000) return
  throw new Refusal(
    'step_up_required',
    `This wants a sign-in of the last ${maxAge / 60} minutes. Let the person sign in again.`,
    {
      data: { maxAge },
    },
  )
}
