import type { Subscription } from '@clientele/contract'
import { seesSubscription } from './subscriptions/sees-subscription.ts'
import type { Surroundings } from '../answers/mock-call.ts'
import { notFound } from '../answers/read-request.ts'
import type { RecordOf } from '../store.ts'
import { recordOf } from './change.ts'

/** Resources whose records are between a client and its reseller. */
type Shared = 'accessGrants' | 'accessRequests' | 'clients' | 'orders' | 'subscriptions' | 'suggestions'
const shared: readonly string[] = [
  'accessGrants',
  'accessRequests',
  'clients',
  'orders',
  'subscriptions',
  'suggestions',
] satisfies Shared[]

/** A record that the call names, if it is the caller's; one of others is not there. */
export function ownRecord<R extends Shared>(call: Surroundings, resource: R, id: string): RecordOf<R> {
  const record = recordOf(call, resource, id)
  if (!isOwn(call, resource, Object(record) as object)) throw notFound()
  return record
}

/**
 * Whether a record is the caller's. Only of those who are named by their token: a test that says no more than a role
 * gives what that role is to see.
 */
export function isOwn(call: Surroundings, resource: string, record: object): boolean {
  const { store } = call
  const { kind, id } = store.me.account
  if (!store.isNamed || kind === 'platform' || !shared.includes(resource)) return true
  if (resource === 'subscriptions') return seesSubscription(call, record as Subscription)
  const facts: { id?: string; clientId?: string; client?: Ref; reseller?: Ref | null; owner?: Ref } = record
  if (kind === 'client') return (facts.clientId ?? facts.client?.id ?? facts.id) === id
  // what a client ordered by itself is its own business
  return (facts.reseller ?? facts.owner)?.id === id
}

interface Ref {
  id: string
}
