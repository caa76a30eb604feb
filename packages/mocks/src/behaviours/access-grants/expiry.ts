import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'

/** Whether a grant ends within the first of the notices, and does not go on by itself. */
export function isExpiring(
  { store, now }: Surroundings,
  { endsAt, autoExtend }: Pick<AccessGrant, 'endsAt' | 'autoExtend'>,
): boolean {
  if (endsAt === null || autoExtend !== null || endsAt <= now.toISOString()) return false
  const ahead = store.single('settings').access.expiryNotices.filter((offset) => offset !== 'PT0S')
  return ahead.some((offset) => later(new Date(endsAt), offset, -1) <= now.toISOString())
}
