import type { AccessRequest, accessRequests } from '@clientele/contract'
import type { CallTo, Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { requireReseller, settleState } from '../access/pairs.ts'
import { requireAllowed } from '../actions.ts'
import { change, fresh, recordOf } from '../change.ts'
import { later } from '../later.ts'
import { copiedLink } from '../links.ts'
import { checkRequest, invalidChoice } from './check-request.ts'
import { pendingOf } from './pending.ts'
import { recordRequest, statusChange } from './record-request.ts'
import { notPossible, requestView } from './request-view.ts'

type Create = CallTo<typeof accessRequests.create>

/** Asks a client, or keeps a draft. Refused in the order of the server: reach, fields, then what is on its way already. */
export function createRequest(call: Create): AccessRequest {
  const { input, store } = call
  const client = recordOf(call, 'clients', input.clientId)
  const reseller = requireReseller(call, client, input.resellerId)
  const { level, ...checked } = checkRequest(call)
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
    attemptsLeft: attemptsLeft(call, client.id, reseller.id),
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

/** What is new about a request that has just been mailed, for the first time or again. In mocks its links hold its id. */
export function mailed(call: Surroundings, request: AccessRequest): Partial<AccessRequest> {
  const { access, links } = settingsOf(call)
  if (links.requestUrl === null) {
    throw new Refusal('setting_missing', 'There is no page for the link.', { setting: 'links.requestUrl' })
  }
  const sentAt = call.now.toISOString()
  const left = Math.max(0, attemptsLeft(call, request.client.id, request.reseller.id) - 1)
  for (const other of requestsOf(call, request.client.id, request.reseller.id)) other.attemptsLeft = left
  return {
    status: 'pending',
    delivery: { state: 'queued', at: sentAt, detail: null },
    attempt: request.attempt + 1,
    attemptsLeft: left,
    sentAt,
    expiresAt: later(call.now, access.requestTtl),
    remindedAt: [],
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    renewalAskedAt: null,
    copyableLink: `${links.requestUrl}#${copiedLink(request)}`,
  }
}

/** One request at a time (R34): another level takes the place of the one that is pending, if the caller says so. */
function asked(call: Create, draft: AccessRequest): Partial<AccessRequest> {
  const superseded = requestToSupersede(call, draft)
  const pending = pendingOf(call, draft.client.id, draft.reseller.id)
  if (pending && (pending !== superseded || pending.level === draft.level)) {
    const data = { requestId: pending.id, level: pending.level }
    throw new Refusal('access_request_pending', `Request ${pending.id} is pending already.`, data)
  }
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

/** Counted for the pair: a new request does not go around them. */
function attemptsLeft(call: Surroundings, clientId: string, resellerId: string): number {
  const last = requestsOf(call, clientId, resellerId).at(-1)
  return last?.attemptsLeft ?? settingsOf(call).access.requestMaxAttempts
}

function requestsOf({ store }: Surroundings, clientId: string, resellerId: string): AccessRequest[] {
  const all = store.records('accessRequests')
  return all.filter(({ client, reseller }) => client.id === clientId && reseller.id === resellerId)
}

function settingsOf({ store }: Surroundings) {
  return store.single('settings')
}
