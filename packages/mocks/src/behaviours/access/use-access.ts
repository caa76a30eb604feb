import type { AccessUse } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { noteUse } from '../access-grants/note-use.ts'
import { aboutGrant } from '../access-grants/step-grant.ts'
import { actorOf } from '../actor-of.ts'
import { recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'

/** The client reads who did what under which grant (N8). */
export function recordUse(
  call: Surroundings,
  grantId: string,
  { capability, subscriptionId, summary, person }: AccessUse,
): void {
  const grant = recordOf(call, 'accessGrants', grantId)
  noteUse(call, grantId)
  const told = Object.entries({ capability, subscriptionId, summary }).filter(([, to]) => to !== undefined)
  recordEvent(call, {
    type: 'access_grant.used',
    ...aboutGrant(grant),
    grantId,
    actor: { ...actorOf(call), ...(person === undefined ? {} : { display: person }) },
    changes: Object.fromEntries(told.map(([name, to]) => [name, { from: null, to }])),
  })
}
