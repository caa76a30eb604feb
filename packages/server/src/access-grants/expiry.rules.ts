import { shifted } from '../duration.ts'

/** What of a grant says when something about its end is due. */
export interface Lasting {
  endsAt: Date | null
  /** The notices that were sent or came too late to be sent, as offsets before the end. */
  noticesSent: readonly string[]
}

/** The notices whose time had passed already when the end was set: a grant of a week needs no word a month before. */
export function skippedNotices(endsAt: Date | null, offsets: readonly string[], now: Date): string[] {
  return dueNotices({ endsAt, noticesSent: [] }, offsets, now)
}

/** The notices that are due and were not sent. After a time of standing still there may be several: they are one mail. */
export function dueNotices({ endsAt, noticesSent }: Lasting, offsets: readonly string[], now: Date): string[] {
  if (endsAt === null) return []
  return ahead(offsets).filter((offset) => !noticesSent.includes(offset) && shifted(endsAt, offset, -1) <= now)
}

/** When to look at it next: the next notice, or the end. */
export function nextDue({ endsAt, noticesSent }: Lasting, offsets: readonly string[]): Date | null {
  if (endsAt === null) return null
  const notices = ahead(offsets).filter((offset) => !noticesSent.includes(offset))
  return [endsAt, ...notices.map((offset) => shifted(endsAt, offset, -1))].reduce((a, b) => (b < a ? b : a))
}

/** Whether it ends within the first of the notices. */
export function isExpiring(endsAt: Date | null, offsets: readonly string[], now: Date): boolean {
  return endsAt !== null && endsAt > now && ahead(offsets).some((offset) => shifted(endsAt, offset, -1) <= now)
}

/**
 * The end that a grant has after putting it off as often as it takes to lie in the future: no further than the platform
 * allows by now.
 */
export function putOff(endsAt: Date, by: string, max: string | null, now: Date): Date {
  let end = endsAt
  while (end <= now) end = shifted(end, by)
  const latest = max === null ? end : shifted(now, max)
  return latest < end ? latest : end
}

/** The mail at the end itself is always sent. */
function ahead(offsets: readonly string[]): string[] {
  return offsets.filter((offset) => offset !== 'PT0S')
}
