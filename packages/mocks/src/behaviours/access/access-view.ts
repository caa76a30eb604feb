import {
  access as rows,
  accessGrants,
  type AccessGrant,
  type ActionState,
  type ClientAccess,
  type ClientAccessList,
} from '@clientele/contract'
import { accessActions, accessGrantActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { grantView, shownGrant } from '../access-grants/grant-view.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { actionsFor, heldRight, refused } from '../actions.ts'
import { pairsOf } from './pairs.ts'
import { typicalPropagation } from './typical-propagation.ts'

/** The access of one reseller as this caller sees it. */
export function accessView(access: ClientAccess, call: Surroundings): ClientAccess {
  const { kind } = call.store.me.account
  return {
    ...shownTo(access, call, kind === 'reseller'),
    grants: shownGrants(access).map((grant) => grantView(grant, call)),
    actions: actionsFor(access, call, accessActions, (action) => actionOn(access, call, action)),
  }
}

/** All resellers of a client; a reseller sees its own access alone. */
export function accessList(call: Surroundings, clientId: string): ClientAccessList {
  const { id, kind } = call.store.me.account
  const all = pairsOf(call, clientId)
  const own = kind === 'reseller' ? all.filter(({ reseller }) => reseller.id === id) : []
  const resellers = own.length > 0 ? own : all
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
export function linkedAccess(access: ClientAccess, call: Surroundings): ClientAccess {
  const none = (right: string | undefined): ActionState => ({
    allowed: false,
    code: 'permission_denied',
    data: { right },
  })
  const onGrants = accessGrantActions.map((action) => [action, none(accessGrants[action].right)] as const)
  const actions = Object.fromEntries(onGrants) as NonNullable<AccessGrant['actions']>
  return {
    ...shownTo(access, call, true),
    grants: shownGrants(access).map((grant) => ({ ...shownGrant(grant, call), actions })),
    actions: {
      save: none(rows.save.right),
      agree: none(rows.agree.right),
      request: none('access_requests.create'),
    },
  }
}

/** Who is not the client learns of what it bought elsewhere only what it has ticked: also by a link, for mails are passed on. */
function shownTo(access: ClientAccess, call: Surroundings, isOther: boolean): ClientAccess {
  const direct = access.direct.filter(({ wanted, observed }) => !isOther || wanted || observed)
  const typical = typicalPropagation(call) ?? access.propagation.typical
  return { ...access, direct, propagation: { ...access.propagation, typical } }
}

/** Those that live, and the last one that ended. */
function shownGrants({ grants }: ClientAccess): AccessGrant[] {
  const last = grants.findLast((grant) => !isLiving(grant))
  return grants.filter((grant) => isLiving(grant) || grant === last)
}

function actionOn(access: ClientAccess, call: Surroundings, action: (typeof accessActions)[number]): ActionState {
  if (action !== 'request') return heldRight(call, rows[action].right)
  const held = heldRight(call, 'access_requests.create')
  const id = access.pendingRequestId
  if (!held.allowed || id === null) return held
  const level = call.store.find('accessRequests', id)?.level ?? ''
  return refused('access_request_pending', { requestId: id, level })
}
