import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'

/** Sets when a request is reminded of next: after a time, and before it is over. */
export function nextReminder(
  { store }: Surroundings,
  { id, sentAt, expiresAt }: Pick<AccessRequest, 'id' | 'sentAt' | 'expiresAt'>,
  after: Date,
): void {
  const { requestReminders } = store.single('settings').access
  const moments = sentAt === null ? [] : requestReminders.map((offset) => later(new Date(sentAt), offset))
  const ahead = moments.filter((moment) => moment > after.toISOString() && moment < (expiresAt ?? ''))
  const [next] = ahead.toSorted()
  if (next === undefined) store.reminders.delete(id)
  else store.reminders.set(id, next)
}
