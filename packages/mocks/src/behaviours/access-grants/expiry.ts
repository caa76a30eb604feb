import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'

type Lasting = Pick<AccessGrant, 'id' | 'endsAt'>

/** Whether a grant ends within the first of the notices, and does not go on by itself. */
export function isExpiring(
  call: Surroundings,
  { endsAt, autoExtend }: Pick<AccessGrant, 'endsAt' | 'autoExtend'>,
): boolean {
  const now = call.now.toISOString()
  if (endsAt === null || autoExtend !== null || endsAt <= now) return false
  return notices(call, endsAt).some(({ at }) => at <= now)
}

/** The notices that are due and were not sent. */
export function noticesDue(call: Surroundings, grant: Lasting): string[] {
  const now = call.now.toISOString()
  return noticesAhead(call, grant).flatMap(({ offset, at }) => (at <= now ? [offset] : []))
}

/** When something about its end is due next: a notice, or the end. */
export function nextDue(call: Surroundings, grant: Lasting): string | null {
  if (grant.endsAt === null) return null
  return [grant.endsAt, ...noticesAhead(call, grant).map(({ at }) => at)].toSorted()[0] ?? null
}

/** A new end was set: notices whose time has passed already are not sent. */
export function skipNotices(call: Surroundings, grant: Lasting): void {
  call.store.timed.add(grant)
  call.store.noticesSent.delete(grant.id)
  call.store.noticesSent.set(grant.id, noticesDue(call, grant))
}

/** An end that is put off as often as it takes to lie ahead, no further than the platform allows by now. */
export function putOff(call: Surroundings, endsAt: string, by: string): string {
  const { maxDuration } = call.store.single('settings').access
  let end = endsAt
  while (end <= call.now.toISOString()) end = later(new Date(end), by)
  const latest = maxDuration === null ? end : later(call.now, maxDuration)
  return latest < end ? latest : end
}

function noticesAhead(call: Surroundings, { id, endsAt }: Lasting) {
  const sent = call.store.noticesSent.get(id) ?? []
  return endsAt === null ? [] : notices(call, endsAt).filter(({ offset }) => !sent.includes(offset))
}

/** What is sent at the end itself is sent in any case. */
function notices({ store }: Surroundings, endsAt: string): { offset: string; at: string }[] {
  const offsets = store.single('settings').access.expiryNotices.filter((offset) => offset !== 'PT0S')
  return offsets.map((offset) => ({ offset, at: later(new Date(endsAt), offset, -1) }))
}
