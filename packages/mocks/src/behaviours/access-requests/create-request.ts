import type { AccessRequest, accessRequests } from '@clientele/contract'
import type { CallTo, Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { requireReseller, settleState } from '../access/pairs.ts'
import { resellerMeant } from '../access/reseller-meant.ts'
import { requireAllowed } from '../actions.ts'
import { change, fresh, recordOf } from '../change.ts'
import { clientBehind } from '../accounts/client-behind.ts'
import { checkRequest, draftSupersedes, invalidChoice } from './check-request.ts'
import { mailed } from './mailed.ts'
import { mayAsk } from './may-ask.ts'
import { recordRequest, statusChange } from './record-request.ts'
import { notPossible, requestView } from './request-view.ts'

type Create = CallTo<typeof accessRequests.create>

/** Asks a client, or keeps a draft. Refused in the order of the server: reach, fields, then whether it can be asked now. */
export function createRequest(call: Create): AccessRequest {
  const { input, store } = call
  const client = recordOf(call, 'clients', clientBehind(call, input.clientId))
  const reseller = requireReseller(call, client, resellerMeant(call, input.resellerId))
  const { level, ...checked } = checkRequest(call, client)
  refuseFields(input.send === false && input.supersede !== undefined ? [draftSupersedes] : [])
  const draft: AccessRequest = {
    id: store.newId('arq'),
    client: { id: client.id, name: client.name },
    reseller,
    level: level.id,
    ...checked,
    recipientEmail: input.recipientEmail,
    message: input.message,
    status: 'draft',
    delivery: null,
    attempt: 0,
    attemptsLeft: 0,
    sentAt: null,
    expiresAt: null,
    remindedAt: [],
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    renewalAskedAt: null,
    supersedesId: null,
    grantId: null,
    copyableLink: null,
    ...fresh(call),
  }
  const request = input.send === false ? draft : { ...draft, ...asked(call, draft) }
  store.timed.add(request)
  store.records('accessRequests').push(request)
  const { supersedesId } = request
  recordRequest(call, 'access_request.created', request, {
    ...statusChange(null, request.status),
    level: { from: null, to: level.id },
    ...(supersedesId === null ? {} : { supersedesId: { from: null, to: supersedesId } }),
  })
  settleState(call, { clientId: client.id, resellerId: reseller.id })
  return requestView(request, call)
}

/** One request at a time (R34): another level takes the place of the one that is pending, if the caller says so. */
function asked(call: Create, draft: AccessRequest): Partial<AccessRequest> {
  const superseded = requestToSupersede(call, draft)
  const isOther = superseded?.level !== draft.level
  requireAllowed(mayAsk(call, draft, isOther ? superseded : undefined), `Asking client ${draft.client.id}`)
  if (!superseded) return mailed(call, draft)
  change(call, superseded, { status: 'superseded', copyableLink: null })
  recordRequest(call, 'access_request.superseded', superseded, statusChange('pending', 'superseded'))
  return { ...mailed(call, draft), supersedesId: superseded.id }
}

function requestToSupersede(call: Create, { client, reseller }: AccessRequest): AccessRequest | undefined {
  const id = call.input.supersede
  if (id === undefined) return undefined
  const named = requestsOf(call, client.id, reseller.id).find((request) => request.id === id)
  refuseFields(named ? [] : [invalidChoice('/supersede', 'The client has no such request.')])
  if (named && named.status !== 'pending') requireAllowed(notPossible(named), `The place of request ${id}`)
  return named
}

function requestsOf({ store }: Surroundings, clientId: string, resellerId: string): AccessRequest[] {
  const all = store.records('accessRequests')
  return all.filter(({ client, reseller }) => client.id === clientId && reseller.id === resellerId)
}
