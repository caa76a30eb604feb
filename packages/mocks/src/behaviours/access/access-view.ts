import {
  access as rows,
  accessGrants,
  type ActionState,
  type ClientAccess,
  type ClientAccessList,
} from '@clientele/contract'
import { accessActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { grantView } from '../access-grants/grant-view.ts'
import { actionsFor, heldRight, refused } from '../actions.ts'
import { pairsOf } from './pairs.ts'

/** The access of one reseller as this caller sees it. */
export function accessView(access: ClientAccess, call: Surroundings): ClientAccess {
  return {
    ...access,
    grants: access.grants.map((grant) => grantView(grant, call)),
    actions: actionsFor(access, call, accessActions, (action) => actionOn(access, call, action)),
  }
}

/** All resellers of a client. */
export function accessList(call: Surroundings, clientId: string): ClientAccessList {
  const resellers = pairsOf(call, clientId)
  const on = resellers.filter(({ allow }) => allow.wanted)
  const since = on.flatMap(({ pausedAt }) => pausedAt ?? []).toSorted()
  const state = heldRight(call, rows.pause.right)
  return {
    clientId,
    pausedAt: on.length > 0 && since.length === on.length ? (since[0] ?? null) : null,
    resellers: resellers.map((access) => accessView(access, call)),
    actions: { pause: state, resume: state },
  }
}

/** The same by the link of the confirmation, which has rows of its own and opens no others. */
export function linkedAccess(access: ClientAccess): ClientAccess {
  const none = (right: string | undefined): ActionState => ({
    allowed: false,
    code: 'permission_denied',
    data: { right },
  })
  const grantActions = {
    end: none(accessGrants.end.right),
    lower: none(accessGrants.lower.right),
    extend: none(accessGrants.extend.right),
    acceptVersion: none(accessGrants.acceptVersion.right),
  }
  return {
    ...access,
    grants: access.grants.map((grant) => ({ ...grant, actions: grantActions })),
    actions: {
      save: none(rows.save.right),
      agree: none(rows.agree.right),
      request: none('access_requests.create'),
    },
  }
}

function actionOn(access: ClientAccess, call: Surroundings, action: (typeof accessActions)[number]): ActionState {
  if (action !== 'request') return heldRight(call, rows[action].right)
  const held = heldRight(call, 'access_requests.create')
  const id = access.pendingRequestId
  if (!held.allowed || id === null) return held
  const level = call.store.find('accessRequests', id)?.level ?? ''
  return refused('access_request_pending', { requestId: id, level })
}
