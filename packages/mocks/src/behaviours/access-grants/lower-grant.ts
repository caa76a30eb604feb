import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { newestOf } from '../access-levels/levels.ts'
import { startPropagation } from '../access/start-propagation.ts'
import { recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { keepGrant } from './keep-grant.ts'
import { aboutGrant, pairOf } from './step-grant.ts'

/** Less, at once. What the lower level has more than the grant, it does not bring. */
export function lowerGrant(call: Surroundings, grant: AccessGrant, key: string): AccessGrant {
  const level = newestOf(call, key)
  const present = recordOf(call, 'accessLevels', grant.level)
  const isLower = level?.family === grant.family && level.rank < present.rank
  const detail = `It is no level of the family ${grant.family} that ranks below ${present.id}.`
  refuseFields(isLower ? [] : [{ pointer: '/level', code: 'level_not_lower', detail }])
  const capabilities = grant.capabilities.filter((capability) => level?.capabilities.includes(capability))
  call.store.agreed.delete(grant.id)
  return repin(call, 'access_grant.level_lowered', grant, { level: level?.id ?? grant.level, capabilities })
}

/** Pins a grant to another level or version, with the capabilities it has until what is on its way was seen. */
export function repin(
  call: Surroundings,
  type: 'access_grant.level_lowered' | 'access_grant.level_version_accepted',
  { ...before }: AccessGrant,
  to: Pick<AccessGrant, 'level' | 'capabilities'>,
): AccessGrant {
  const after = keepGrant(call, { ...before, ...to, offeredVersion: null })
  const agreed = call.store.agreed.get(before.id) ?? after.capabilities
  recordEvent(call, {
    type,
    ...aboutGrant(after),
    changes: {
      level: { from: before.level, to: after.level },
      capabilities: { from: before.capabilities, to: agreed },
    },
  })
  startPropagation(call, pairOf(after), { target: 'grant', targetId: after.id, wanted: true })
  return after
}
