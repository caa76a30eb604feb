import type { Behaviour } from '../answers/mock-call.ts'
import type { Endpoint } from '../contract-table.ts'
import type { Store } from '../store.ts'
import { clientBehaviours } from './clients/client-behaviours.ts'
import { listRecords } from './list-records.ts'
import { resellerBehaviours } from './resellers/create-reseller.ts'
import { getSingle, updateSingle } from './singles.ts'
import { actOnRecord, createRecord, getRecord, removeRecord, updateRecord } from './write-records.ts'

/** Rows whose answer follows rules of their own. All others are answered by the kind of row they are. */
const special: Readonly<Record<string, Readonly<Record<string, Behaviour>>>> = {
  clients: clientBehaviours,
  resellers: resellerBehaviours,
}

/** How a row is answered: by its own rules, else by its method and address, else by its example. */
export function behaviourOf(endpoint: Endpoint, store: Store): Behaviour {
  return special[endpoint.resource]?.[endpoint.name] ?? byAddress(endpoint, store) ?? byExample
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
    if (row.method === 'GET') return getSingle
    if (store.single(resource) !== undefined) return updateSingle
    return row.method === 'POST' && hasId(example.output) ? createRecord : undefined
  }
  if (isOne && action === undefined) return onOne[row.method]
  const isAboutIt = hasId(example.output) && hasId(example.params) && example.output.id === example.params.id
  return isOne && row.method !== 'GET' && isAboutIt ? actOnRecord : undefined
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value
}
