import type { AccessRequest, Client, Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { Refusal } from '../../refusal.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { endGrant } from '../access-grants/step-grant.ts'
import { letIn, pairAccess, settleState } from '../access/pairs.ts'
import { moveSwitch } from '../access/switch.ts'
import { change, recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { takeBackLinks } from '../links.ts'
import { noteAll } from '../subscriptions/new-subscription.ts'

/**
 * Joins the client that was asked with the account that answers (R32): it becomes bound, or another name of the account
 * that the client had already, which lets the reseller in beside its owner.
 */
export function bindClient(call: Surroundings, accepted: AccessRequest, accountId: string): Client {
  const account = recordOf(call, 'clients', accountId)
  if (account.binding === 'placeholder') {
    change(call, account, { binding: 'bound' })
    recordBound(call, account, { binding: { from: 'placeholder', to: 'bound' } })
  }
  if (accountId !== accepted.client.id) setAlias(call, accepted, account)
  return account
}

function setAlias(call: Surroundings, accepted: AccessRequest, account: Client): void {
  const placeholder = recordOf(call, 'clients', accepted.client.id)
  // whose it is was decided already, by another answer
  if (placeholder.binding !== 'placeholder' || call.store.aliases.has(placeholder.id)) {
    throw new Refusal('recipient_mismatch', 'Whose it is was decided already.', {
      reason: 'not_administrator',
      accounts: [],
    })
  }
  call.store.aliases.set(placeholder.id, account.id)
  change(call, placeholder, {})
  recordBound(call, placeholder, { aliasOf: { from: null, to: account.id } })
  moveCommerce(call, placeholder.id, account)
  moveAsked(call, accepted, account)
  letIn(call, account, accepted.reseller)
}

/** What was sold and suggested to the placeholder is the account's. */
function moveCommerce(call: Surroundings, from: string, { id, name }: Client): void {
  const { store } = call
  for (const one of store.records('subscriptions').filter(({ clientId }) => clientId === from)) {
    change(call, one, { clientId: id })
  }
  for (const one of store.records('suggestions').filter(({ client }) => client.id === from)) {
    change(call, one, { client: { id, name } })
  }
  for (const one of store.records('orders').filter(({ clientId }) => clientId === from)) one.clientId = id
  noteAll(call, id)
}

/**
 * What the reseller asked of the placeholder before, it asked of the account; its other links are dead; what it was granted
 * without being asked (R202) is over.
 */
function moveAsked(call: Surroundings, accepted: AccessRequest, { id, name }: Client): void {
  const { store } = call
  const pair = { clientId: accepted.client.id, resellerId: accepted.reseller.id }
  const ofPair = store
    .records('accessRequests')
    .filter(({ client, reseller }) => client.id === pair.clientId && reseller.id === pair.resellerId)
  for (const one of ofPair.filter((request) => request !== accepted)) {
    change(call, one, { client: { id, name } })
    store.deadLinks.add(one.id)
  }
  for (const one of store.askings) {
    if (one.clientId === pair.clientId && one.resellerId === pair.resellerId) one.clientId = id
  }
  const access = pairAccess(call, pair)
  takeBackLinks(call, access)
  for (const grant of access.grants.filter(isLiving)) endGrant(call, grant, 'replaced')
  moveSwitch(call, pair, 'off')
  settleState(call, pair)
}

function recordBound(call: Surroundings, { id, owner }: Client, changes: Event['changes']): void {
  const subject = { type: 'client', id } as const
  recordEvent(call, { type: 'client.bound', subject, clientId: id, resellerId: owner.id, changes })
}
