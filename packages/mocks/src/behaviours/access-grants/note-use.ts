import type { Surroundings } from '../../answers/mock-call.ts'
import { recordEvent } from '../events/record-event.ts'
import { noteGrant } from './keep-grant.ts'
import { aboutGrant } from './step-grant.ts'

const hour = 3_600_000

/** Notes that something was done under a grant: once an hour at most, and the first time with an event (N8). */
export function noteUse(call: Surroundings, grantId: string | null | undefined): void {
  const grant = grantId ? call.store.find('accessGrants', grantId) : undefined
  if (!grant) return
  const { lastUsedAt } = grant
  if (lastUsedAt !== null && call.now.getTime() - Date.parse(lastUsedAt) < hour) return
  const now = call.now.toISOString()
  noteGrant(call, grant, { lastUsedAt: now })
  if (lastUsedAt !== null) return
  const changes = { lastUsedAt: { from: null, to: now } }
  recordEvent(call, { type: 'access_grant.used_first_time', ...aboutGrant(grant), grantId: grant.id, changes })
}
