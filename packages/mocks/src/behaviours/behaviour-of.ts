import type { Output, ResourceName, Resources, Row } from '@clientele/contract'
import type { Behaviour, CallTo } from '../answers/mock-call.ts'
import type { Endpoint } from '../contract-table.ts'
import { idIn, type Store } from '../store.ts'
import { accessGrantBehaviours } from './access-grants/grant-behaviours.ts'
import { accessLevelBehaviours } from './access-levels/level-behaviours.ts'
import { accessRequestBehaviours } from './access-requests/request-behaviours.ts'
import { accessBehaviours } from './access/access-behaviours.ts'
import { clientBehaviours } from './clients/client-behaviours.ts'
import { eventBehaviours } from './events/event-behaviours.ts'
import { listRecords } from './list-records.ts'
import { orderBehaviours } from './orders/order-behaviours.ts'
import { propagationBehaviours } from './access/propagations.ts'
import { resellerBehaviours } from './resellers/create-reseller.ts'
import { settingsBehaviours } from './settings-behaviours.ts'
import { getSingle, updateSingle } from './singles.ts'
import { subscriptionBehaviours } from './subscriptions/subscription-behaviours.ts'
import { suggestionBehaviours } from './suggestions/suggestion-behaviours.ts'
import { webhookBehaviours } from './webhook-endpoints/webhook-behaviours.ts'
import { actOnRecord, createRecord, getRecord, removeRecord, updateRecord } from './write-records.ts'

/** Rules of their own for some rows of a resource, with the types of these rows. */
export type Behaviours<R extends ResourceName> = {
  readonly [K in keyof Resources[R]]?: Resources[R][K] extends infer O extends Row
    ? (call: CallTo<O>) => Output<O>
    : never
}

/** Rows whose answer follows rules of their own. All others are answered by the kind of row they are. */
const special: { readonly [R in ResourceName]?: Behaviours<R> } = {
  access: accessBehaviours,
  accessGrants: accessGrantBehaviours,
  accessLevels: accessLevelBehaviours,
  accessRequests: accessRequestBehaviours,
  clients: clientBehaviours,
  events: eventBehaviours,
  orders: orderBehaviours,
  propagations: propagationBehaviours,
  resellers: resellerBehaviours,
  settings: settingsBehaviours,
  subscriptions: subscriptionBehaviours,
  suggestions: suggestionBehaviours,
  webhookEndpoints: webhookBehaviours,
}

/** How a row is answered: by its own rules, else by its method and address, else by its example. */
export function behaviourOf(endpoint: Endpoint, store: Store): Behaviour {
  // the request was parsed by the schemas of this very row
  const own = (special as Readonly<Record<string, Readonly<Record<string, Behaviour>>>>)[endpoint.resource]
  return own?.[endpoint.name] ?? byAddress(endpoint, store) ?? byExample
}

const byExample: Behaviour = ({ endpoint }) => structuredClone(endpoint.example.output)

const onOne: Readonly<Record<string, Behaviour>> = {
  GET: getRecord,
  PATCH: updateRecord,
  PUT: updateRecord,
  DELETE: removeRecord,
}

function byAddress({ resource, row, example }: Endpoint, store: Store): Behaviour | undefined {
  const [, , id, action] = row.path.split('/')
  const isOne = id === '{id}'
  if (id === undefined) {
    if (row.paged) return listRecords
    const isSingle = store.single(resource) !== undefined
    if (row.method === 'GET') return isSingle ? getSingle : undefined
    if (isSingle) return updateSingle
    return row.method === 'POST' && idIn(example.output) !== undefined ? createRecord : undefined
  }
  if (isOne && action === undefined) return onOne[row.method]
  const isAboutIt = idIn(example.output) !== undefined && idIn(example.output) === idIn(example.params)
  return isOne && row.method !== 'GET' && isAboutIt ? actOnRecord : undefined
}
