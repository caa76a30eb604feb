import type { access } from '@clientele/contract'
import type { CallTo } from '../../answers/mock-call.ts'
import { noteUse } from '../access-grants/note-use.ts'
import { aboutGrant } from '../access-grants/step-grant.ts'
import { actorOf } from '../actor-of.ts'
import { recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'

/** The client reads who did what under which grant (N8). */
export function recordUse(call: CallTo<typeof access.use>, grantId: string): void {
  const { capability, subscriptionId, summary, person } = call.input
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
