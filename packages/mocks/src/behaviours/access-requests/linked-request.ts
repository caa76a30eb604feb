import type { AccessRequest, AccountRef, LinkedRequest } from '@clientele/contract'
import { fillInMessage } from '@clientele/contract/forms'
import type { Surroundings } from '../../answers/mock-call.ts'
import { Refusal } from '../../refusal.ts'
import { actorOf } from '../actor-of.ts'
import { recordOf } from '../change.ts'
import { later } from '../later.ts'
import { provesMailbox, requestOfLink } from '../links.ts'
import { namedIn } from '../subscriptions/named-in.ts'

/** The request that a link is for, where it can be answered, by somebody who may. */
export function requestToAnswer(call: Surroundings): AccessRequest {
  const request = requestOfLink(call)
  requireStatus(request, ['pending'])
  return request
}

/** The account that is answered for, or a refusal that says what is missing (R30, R32). */
export function chosenAccount(call: Surroundings, request: AccessRequest, accountId?: string): AccountRef {
  const { mayAnswer, signedIn, accounts } = viewerOf(call, request)
  if (mayAnswer !== 'yes') throw mismatch(mayAnswer, accounts)
  if (!signedIn) {
    if (accountId === undefined || accountId === request.client.id) return request.client
    throw mismatch('sign_in', [])
  }
  const found = accounts.find(({ id }) => accountId === undefined || id === accountId)
  if (found) return found
  throw mismatch('not_administrator', accounts)
}

/** Refuses whoever may not answer a request. */
export function requireMayAnswer(call: Surroundings, request: AccessRequest): void {
  const { mayAnswer, accounts } = viewerOf(call, request)
  if (mayAnswer !== 'yes') throw mismatch(mayAnswer, accounts)
}

function mismatch(
  reason: 'sign_in' | 'not_administrator' | 'choose_account',
  accounts: LinkedRequest['viewer']['accounts'],
): Refusal {
  const detail = 'Not by this person. The request stays as it is.'
  return new Refusal('recipient_mismatch', detail, { reason, accounts })
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
  return { status, decidedAt: call.now.toISOString(), decidedBy: actorOf(call), copyableLink: null }
}

/** A request as its link shows it. */
export function toLinked(call: Surroundings, request: AccessRequest): LinkedRequest {
  const { store, now } = call
  const client = recordOf(call, 'clients', request.client.id)
  const level = recordOf(call, 'accessLevels', request.level)
  const reseller = store.find('resellers', request.reseller.id)
  const texts = level.texts[request.languageCode] ?? level.texts['en']
  const viewer = viewerOf(call, request)
  // a link that was passed on says nothing about what the client has
  const mayAnswer = viewer.mayAnswer === 'yes'
  return {
    id: request.id,
    status: request.status,
    reseller: { name: request.reseller.name, supportEmail: reseller?.supportEmail ?? null },
    client: { name: client.name, binding: client.binding },
    level,
    scope: request.scope,
    subscriptions: namedIn(call, client.id, [request.scope]),
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
    paymentMethodOnFile: mayAnswer ? client.paymentMethodOnFile : null,
    viewer,
  }
}

/**
 * Who holds the link. A client without an account of its own is answered for by whoever reads the mailbox, or is signed in
 * for the account that is meant (R32); for one that has an account, its administrator signs in (R30).
 */
function viewerOf(call: Surroundings, { client }: AccessRequest): LinkedRequest['viewer'] {
  const { role, account } = call.store.me
  const { binding, status } = recordOf(call, 'clients', client.id)
  const isPlaceholder = binding === 'placeholder' && !call.store.aliases.has(client.id)
  if (!call.isSignedIn) {
    return { signedIn: false, mayAnswer: isPlaceholder && provesMailbox(call) ? 'yes' : 'sign_in', accounts: [] }
  }
  const isActive = (call.store.find('clients', account.id)?.status ?? status) === 'active'
  const administers = role === 'client_admin' && isActive && !call.store.aliases.has(account.id)
  const isTheirs = administers && (isPlaceholder || account.id === client.id)
  return {
    signedIn: true,
    mayAnswer: isTheirs ? 'yes' : 'not_administrator',
    accounts: isTheirs ? [{ id: account.id, name: account.id === client.id ? client.name : account.name }] : [],
  }
}
