import type { ResourceName } from '@clientele/contract'
import type { Surroundings } from '../answers/mock-call.ts'
import type { RecordOf } from '../store.ts'
import { propagationView } from './access/propagation-view.ts'
import { grantView } from './access-grants/grant-view.ts'
import { requestView } from './access-requests/request-view.ts'
import { clientView } from './clients/client-view.ts'
import { subscriptionView } from './subscriptions/subscription-view.ts'
import { suggestionView } from './suggestions/suggestion-view.ts'

type View<R extends string> = (record: RecordOf<R>, call: Surroundings) => object

const views: { readonly [R in ResourceName]?: View<R> } = {
  accessGrants: grantView,
  accessRequests: requestView,
  clients: clientView,
  propagations: propagationView,
  subscriptions: subscriptionView,
  suggestions: suggestionView,
}

/** A record as this caller sees it now. */
export function viewOf<T extends object>(record: T, call: Surroundings): T {
  // what is kept of a resource is what its view is for
  const view = (views as Readonly<Record<string, (record: T, call: Surroundings) => T>>)[call.endpoint.resource]
  return view?.(record, call) ?? record
}
