import type { AccessRequest, LinkedRequest } from '@clientele/contract'
import { fillInMessage } from '@clientele/contract/forms'
import type { Surroundings } from '../../answers/mock-call.ts'
import { linkInvalid } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { later } from '../later.ts'
import { recordOf } from '../change.ts'
import { namedIn } from '../subscriptions/named-in.ts'

/**
 * The request that a link is for. In mocks a link is the id of what it opens; any other word opens the newest request that
 * was sent, so that a page can be looked at without knowing one.
 */
export function requestOfLink({ store, link = '' }: Surroundings): AccessRequest {
  const requests = store.records('accessRequests')
  const request = link.startsWith('arq_')
    ? requests.find(({ id }) => id === link)
    : requests.findLast(({ status }) => status !== 'draft')
  // replaced or taken back, as one that was guessed
  if (!request || ['draft', 'canceled', 'superseded'].includes(request.status)) throw linkInvalid()
  return request
}

/** The same, where it can be answered, by somebody who may. */
export function requestToAnswer(call: Surroundings): AccessRequest {
  const request = requestOfLink(call)
  requireStatus(request, ['pending'])
  const { mayAnswer: reason, accounts } = viewerOf(call, request)
  if (reason === 'yes') return request
  throw new Refusal('recipient_mismatch', 'Not by this person. The request stays as it is.', { reason, accounts })
}

/** Whoever answers by a link learns that it is over, and how. */
export function requireStatus({ status, expiresAt }: AccessRequest, wanted: readonly AccessRequest['status'][]): void {
  if (wanted.includes(status)) return
  if (status === 'expired') {
    throw new Refusal('access_request_expired', 'The time to answer is over.', { expiredAt: expiresAt })
  }
  throw new Refusal('access_request_not_pending', `The request is ${status}.`, { state: status })
}

/** What an answer leaves in a request. */
export function decided(call: Surroundings, status: 'accepted' | 'declined'): Partial<AccessRequest> {
  const { caller, account } = call.store.me
  const { recipientEmail, client } = requestOfLink(call)
  return {
    status,
    decidedAt: call.now.toISOString(),
    decidedBy: call.isSignedIn
      ? { type: 'widget_session', id: caller.id, display: caller.name, accountId: account.id }
      : { type: 'link_holder', id: 'link', display: recipientEmail, accountId: client.id },
    copyableLink: null,
  }
}

/** A request as its link shows it. */
export function toLinked(call: Surroundings, request: AccessRequest): LinkedRequest {
  const { store, now } = call
  const client = recordOf(call, 'clients', request.client.id)
  const level = recordOf(call, 'accessLevels', request.level)
  const reseller = store.find('resellers', request.reseller.id)
  const texts = level.texts[request.languageCode] ?? level.texts['en']
  return {
    id: request.id,
    status: request.status,
    reseller: { name: request.reseller.name, supportEmail: reseller?.supportEmail ?? null },
    client: { name: client.name, binding: client.binding },
    level,
    scope: request.scope,
    subscriptions: namedIn(call, [request.scope]),
    message: fillInMessage(request.message, {
      client_first_name: client.person?.firstName ?? client.admin?.firstName ?? client.name,
      reseller_name: request.reseller.name,
      level_name: texts?.name ?? level.key,
      expiry_date: request.expiresAt?.slice(0, 10) ?? '',
    }),
    languageCode: request.languageCode,
    duration: request.duration,
    autoExtend: request.autoExtend,
    endsAt: request.duration === null ? null : later(now, request.duration),
    expiresAt: request.expiresAt,
    decidedAt: request.decidedAt,
    decidedBy: request.decidedBy?.display ?? null,
    renewalAskedAt: request.renewalAskedAt,
    paymentMethodOnFile: client.paymentMethodOnFile,
    viewer: viewerOf(call, request),
  }
}

/** A client without an account of its own answers by the link; for one that has, its administrator signs in (R30). */
function viewerOf(call: Surroundings, request: AccessRequest): LinkedRequest['viewer'] {
  const { role } = call.store.me
  const { binding } = recordOf(call, 'clients', request.client.id)
  if (!call.isSignedIn) {
    return { signedIn: false, mayAnswer: binding === 'placeholder' ? 'yes' : 'sign_in', accounts: [] }
  }
  const isAdministrator = role === 'client_admin'
  return {
    signedIn: true,
    mayAnswer: isAdministrator ? 'yes' : 'not_administrator',
    accounts: isAdministrator ? [request.client] : [],
  }
}
