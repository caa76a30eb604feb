import type { ClientAccess, ManagedAccess, ReplacedLinks } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { receiptOf } from '../access-grants/receipts.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { endGrant, pairOf } from '../access-grants/step-grant.ts'
import { mailboxOf } from '../actor-of.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { grantOfLink, takeBackLinks } from '../links.ts'
import { namedIn } from '../subscriptions/named-in.ts'
import { linkedAccess } from './access-view.ts'
import { pairAccess, settleState } from './pairs.ts'
import { pauseAccess, resumeAccess } from './pause.ts'
import { aboutPolicy } from './policies.ts'

type ByLink = 'managed' | 'pauseManaged' | 'resumeManaged' | 'endManaged' | 'replaceManagedLink' | 'managedReceipt'

/** What the holder of the link in a confirmation can do without an account: see, pause, end, replace the link. */
export const managedBehaviours: Pick<Behaviours<'access'>, ByLink> = {
  managed: (call) => show(call, accessOfLink(call)),

  pauseManaged(call) {
    const access = accessOfLink(call)
    pauseAccess(call, access)
    return show(call, access)
  },

  resumeManaged(call) {
    const access = accessOfLink(call)
    requireManagedIdentity(call, access)
    resumeAccess(call, access)
    return show(call, access)
  },

  endManaged(call) {
    const access = accessOfLink(call)
    const living = access.grants.filter(isLiving)
    if (living.length === 0) {
      throw new Refusal('invalid_state_transition', 'It is over already.', { state: 'ended', allowed: [] })
    }
    for (const grant of living) endGrant(call, grant, 'client_ended')
    settleState(call, { clientId: access.clientId, resellerId: access.reseller.id })
    return show(call, access)
  },

  replaceManagedLink(call) {
    const { client, requestId } = grantOfLink(call)
    const decidedBy = requestId === null ? undefined : call.store.find('accessRequests', requestId)?.decidedBy
    // whoever answered with a key has no mailbox
    const isKnown = decidedBy?.type !== 'api_key'
    return replaceAll(call, accessOfLink(call), isKnown ? mailboxOf(call, client.id, requestId) : null)
  },

  managedReceipt(call) {
    const { clientId, reseller } = accessOfLink(call)
    const grant = recordOf(call, 'accessGrants', call.params.id)
    // a link is for one reseller alone
    if (grant.client.id !== clientId || grant.reseller.id !== reseller.id) throw notFound()
    return receiptOf(call, grant)
  },
}

/** Makes all links of an access dead. Mocks mail nothing: the new one is the id of the grant with a number, as `agr_….2`. */
export function replaceAll(call: Surroundings, access: ClientAccess, mailbox: string | null): ReplacedLinks {
  const isTouched = access.etag !== '"0"'
  if (isTouched) recordEvent(call, { type: 'access_policy.links_replaced', ...aboutPolicy(call, access), changes: {} })
  takeBackLinks(call, access)
  const { manageUrl } = call.store.single('settings').links
  return { sentTo: manageUrl === null ? null : mailbox }
}

function accessOfLink(call: Surroundings): ClientAccess {
  return pairAccess(call, pairOf(grantOfLink(call)))
}

/** R166: what opens access to an organisation again is for its own people, what stops it for whoever has the link. */
function requireManagedIdentity(call: Surroundings, { clientId }: ClientAccess): void {
  const { clientAdminIdentity } = call.store.single('settings').access
  const { form } = recordOf(call, 'clients', clientId)
  if (call.isSignedIn || clientAdminIdentity === 'any' || form !== 'organization') return
  const detail = 'An administrator of the organisation has to be signed in beside the link.'
  throw new Refusal('actor_not_managed_identity', detail, { identityKind: 'unknown' })
}

function show(call: Surroundings, access: ClientAccess): ManagedAccess {
  const { name } = recordOf(call, 'clients', access.clientId)
  const seen = linkedAccess(access, call)
  const ids = [...new Set(seen.grants.map(({ level }) => level))]
  const levels = ids.flatMap((id) => call.store.find('accessLevels', id) ?? [])
  const scopes = seen.grants.map(({ scope }) => scope)
  return { client: { name }, access: seen, levels, subscriptions: namedIn(call, access.clientId, scopes) }
}
