import { nextEtag, requireVersion, type Behaviour, type MockCall, type Surroundings } from '../answers/mock-call.ts'
import { notFound } from '../answers/read-request.ts'
import type { Endpoint } from '../contract-table.ts'
import { prefixOf } from '../ids.ts'
import { idIn, type RecordOf, type Stored } from '../store.ts'
import { blank } from './blank.ts'
import { fresh, recordOf } from './change.ts'
import { isOwn } from './own-record.ts'
import { viewOf } from './views.ts'

/** Reads one record. */
export const getRecord: Behaviour = (call) => {
  const record = storedIn(call)
  if (!isOwn(call, call.endpoint.resource, record)) throw notFound()
  return viewOf(record, call)
}

/** Adds a record: what was sent, and for the rest what a new one has. */
export const createRecord: Behaviour = (call) => keepRecord(call, newRecord(call, call.endpoint.resource))

/** Changes what was sent, and leaves the rest. */
export const updateRecord: Behaviour = (call) => changeRecord(call, call.endpoint.resource, () => call.input)

/** Takes a record away. */
export const removeRecord: Behaviour = (call) => {
  const record = storedIn(call)
  requireVersion(call, record['etag'])
  const records = call.store.records(call.endpoint.resource)
  records.splice(records.indexOf(record), 1)
  return call.endpoint.row.status === 204 ? undefined : record
}

/** Does with the record of the address what the example shows: what was sent is set, the rest is as the example ends. */
export const actOnRecord: Behaviour = (call) =>
  changeRecord(call, call.endpoint.resource, (record) => {
    const sent = Object.keys(call.input).filter((key) => key in record)
    return sent.length > 0 ? call.input : exampleChanges(call, record)
  })

/** A call about the thing that its address names. */
type Addressed = Surroundings & { params: { id?: string } }

function storedIn(call: Addressed): Stored {
  return recordOf(call, call.endpoint.resource, call.params.id ?? '')
}

/** A record made from the input, with an id and a first version. What of it the example fills in, the example decides. */
export function newRecord<R extends string>(call: Surroundings & { input: object }, resource: R): RecordOf<R> & object {
  const { endpoint, input, store } = call
  const { output } = endpoint.example
  const id = idIn(output)
  if (id === undefined) throw new Error(`The example of a new one of ${resource} has no id.`)
  const facts = {
    accountId: store.me.account.id,
    parentId: store.me.account.id,
    ...input,
    // shown this once
    ...(endpoint.row.secret ? { secret: valueOf(output, 'secret') } : {}),
    id: store.newId(prefixOf(id)),
    ...fresh(call),
  }
  return blank(endpoint.schemas.output, facts, output) as RecordOf<R> & object
}

/** Keeps a new record, and answers with it. A secret is in the answer and nowhere else. */
export function keepRecord<T extends object>(call: Surroundings, record: T): T {
  const { store, endpoint } = call
  const stored = { ...record }
  Reflect.deleteProperty(stored, 'secret')
  store.records(endpoint.resource).push(Object(stored))
  return endpoint.row.secret ? record : viewOf(record, call)
}

/** Applies a change to the record of the address; one that changes nothing leaves the version as it is. */
export function changeRecord<R extends string>(
  call: Addressed,
  resource: R,
  changesOf: (record: RecordOf<R>) => object,
): RecordOf<R> & object {
  const record: RecordOf<R> & object = Object(recordOf(call, resource, call.params.id ?? ''))
  const before: Stored = { ...record }
  requireVersion(call, before['etag'])
  const changed = Object.entries(changesOf(record)).filter(
    ([key, value]) => key in before && value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key]),
  )
  if (changed.length === 0) return viewOf(record, call)
  const shape = shapeOf(call.endpoint)
  Object.assign(record, Object.fromEntries(changed.map(([key, value]) => [key, blank(shape[key], value, undefined)])))
  if ('updatedAt' in before) Object.assign(record, { updatedAt: call.now.toISOString() })
  if ('etag' in before) Object.assign(record, { etag: nextEtag(before['etag']) })
  return viewOf(record, call)
}

const versions = new Set(['updatedAt', 'etag', 'lastUsedAt'])
const time = /^\d{4}-\d\d-\d\dT/

/** What the row changes in its example. A time that is set is now, and stays where it was set before. */
function exampleChanges({ endpoint, now }: MockCall, record: Stored): Record<string, unknown> {
  const { before = {}, example } = endpoint
  const changed = Object.entries(Object(example.output)).filter(
    ([key, value]) => !versions.has(key) && JSON.stringify(value) !== JSON.stringify(before[key]),
  )
  return Object.fromEntries(
    changed.map(([key, value]) => {
      const isTime = typeof value === 'string' && time.test(value)
      return [key, isTime ? (record[key] ?? now.toISOString()) : value]
    }),
  )
}

function valueOf(thing: unknown, key: string): unknown {
  return (Object(thing) as Stored)[key]
}

function shapeOf({ schemas }: Endpoint): Record<string, unknown> {
  return 'shape' in schemas.output ? (schemas.output.shape as Record<string, unknown>) : {}
}
