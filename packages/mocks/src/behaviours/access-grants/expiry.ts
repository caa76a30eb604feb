import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'

/** Whether something that ends then ends within the first of the notices. */
export function isExpiring({ store, now }: Surroundings, endsAt: string | null): boolean {
  if (endsAt === null || endsAt <= now.toISOString()) return false
  const ahead = store.single('settings').access.expiryNotices.filter((offset) => offset !== 'PT0S')
  return ahead.some((offset) => later(new Date(endsAt), offset, -1) <= now.toISOString())
}
