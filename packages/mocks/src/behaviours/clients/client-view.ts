import { clients, type ActionState, type Client, type ClientAction } from '@clientele/contract'
import { clientActions } from '@clientele/contract/schemas'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actionsFor, heldRight, noTransition, refused } from '../actions.ts'
import { stateOf as stateOfAccess } from '../access/pairs.ts'
import { isLinked } from '../accounts/client-behind.ts'
import { stateOf } from '../subscriptions/new-subscription.ts'
import { pendingOf } from '../access-requests/pending.ts'
import { fold } from '../text.ts'

/** What the client itself must not see (R96). */
const internal = ['description', 'otherDescriptions', 'tags', 'externalIds', 'metadata'] as const

/** A client as this caller sees it: whether its name is shared (R52), and what they may do with it. */
export function clientView(client: Client, call: Surroundings): Client {
  const { store } = call
  const name = fold(client.name)
  const shared = store.records('clients').some((one) => one.id !== client.id && fold(one.name) === name)
  const seen: Client = {
    ...client,
    ...withAccount(client, call),
    accessState: accessStateOf(client, call),
    nameIsShared: client.nameIsShared || shared,
    actions: actionsFor(client, call, clientActions, (action) => actionOn(client, call, action)),
  }
  if (store.me.account.kind === 'client') for (const field of internal) delete seen[field]
  return seen
}

/** Of a record that was joined with an account: what is true of the account, as far as it is the owner's to know (R32). */
function withAccount({ id, owner }: Client, call: Surroundings): Partial<Client> {
  const { store } = call
  const account = store.find('clients', store.aliases.get(id) ?? '')
  if (!account || !isLinked(call, account, owner.id)) return account ? { binding: 'bound' } : {}
  const { orderableSkus, paymentMethodOnFile } = account
  const all = store.records('subscriptions').filter((one) => one.clientId === account.id)
  const ours = all.filter(({ soldBy }) => soldBy === null || soldBy.id === owner.id)
  return { binding: 'bound', orderableSkus, paymentMethodOnFile, subscriptionState: stateOf(ours) }
}

/** A reseller sees its own access, others that of the owner: as a test gave it, until something has become of it. */
function accessStateOf({ id, owner, accessState }: Client, call: Surroundings): Client['accessState'] {
  const { store } = call
  const { kind, id: own } = store.me.account
  const clientId = store.aliases.get(id) ?? id
  const resellerId = kind === 'reseller' && store.isNamed ? own : owner.id
  const access = store.records('access').find((one) => one.clientId === clientId && one.reseller.id === resellerId)
  return access && store.settled.has(access) ? stateOfAccess(call, access) : accessState
}

/** Whether the caller may do this with a client now, and if not, why. */
export function actionOn(client: Client, call: Surroundings, action: ClientAction): ActionState {
  const isRequest = action === 'requestAccess'
  const held = heldRight(call, isRequest ? 'access_requests.create' : (clients[action].right ?? 'self.read'))
  if (!held.allowed) return held
  if (client.status === 'pending_deletion' || client.status === 'closed') return noTransition(client.status, [])
  const asked = call.store.aliases.get(client.id) ?? client.id
  const pending = isRequest ? pendingOf(call, asked) : undefined
  if (pending) return refused('access_request_pending', { requestId: pending.id, level: pending.level })
  if (action === 'setVerification' && client.verification === 'domain_verified') {
    return noTransition(client.verification, [])
  }
  return { allowed: true }
}
