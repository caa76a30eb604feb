import type { AccessGrant, AccessLevel } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { newestOf } from '../access-levels/levels.ts'
import { recordEvent } from '../events/record-event.ts'
import { keepGrant } from './keep-grant.ts'
import { repin } from './lower-grant.ts'
import { issueReceipt } from './receipts.ts'
import { aboutGrant } from './step-grant.ts'

/** The client agrees to what a newer version adds: it has that once it was seen to be in effect. */
export function acceptOffer(call: Surroundings, grant: AccessGrant, asked: string): AccessGrant {
  const { level, adds } = requireOffered(call, grant, asked)
  call.store.agreed.set(grant.id, [...grant.capabilities, ...adds])
  const { capabilities } = grant
  return issueReceipt(call, repin(call, 'access_grant.level_version_accepted', grant, { level, capabilities }), level)
}

/** Things stay as they are, and that is on record: nobody has to say it twice. */
export function declineOffer(call: Surroundings, grant: AccessGrant, asked: string): AccessGrant {
  const offered = requireOffered(call, grant, asked)
  if (offered.declinedAt !== null) return grant
  const declinedAt = call.now.toISOString()
  const after = keepGrant(call, { ...grant, offeredVersion: { ...offered, declinedAt } })
  recordEvent(call, {
    type: 'access_grant.level_version_declined',
    ...aboutGrant(after),
    changes: { offeredVersion: { from: offered.level, to: null } },
  })
  return after
}

/** What a version of its level would add to a grant; `null` where that is nothing (N5). */
export function offerOf(
  { store }: Surroundings,
  { id, capabilities }: AccessGrant,
  { id: level, capabilities: newest }: AccessLevel,
): AccessGrant['offeredVersion'] {
  const agreed = store.agreed.get(id) ?? capabilities
  const adds = newest.filter((capability) => !agreed.includes(capability))
  return adds.length > 0 ? { level, adds, declinedAt: null } : null
}

/** The version that was on the page, and no other. */
function requireOffered(call: Surroundings, { level, offeredVersion }: AccessGrant, asked: string) {
  if (offeredVersion?.level === asked) return offeredVersion
  const [key = ''] = asked.split('@')
  const newest = newestOf(call, key)
  if (newest && level.startsWith(`${key}@`)) {
    const detail = `The newest version is ${newest.id}. Look at what that one adds.`
    throw new Refusal('level_version_retired', detail, { level: newest.id })
  }
  const detail = 'It is no newer version of the level that was granted.'
  refuseFields([{ pointer: '/level', code: 'invalid_choice', detail }])
  throw new Error('Clientele mocks: a version that is not offered was not refused.')
}
