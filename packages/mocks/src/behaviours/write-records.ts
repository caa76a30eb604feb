import { notFound } from '../answers/read-request.ts'
import { nextEtag, requireVersion, type Behaviour, type MockCall } from '../answers/mock-call.ts'
import type { Endpoint } from '../contract-table.ts'
import { prefixOf } from '../ids.ts'
import type { Stored } from '../store.ts'
import { blank } from './blank.ts'
import { viewOf } from './views.ts'

/** Reads one record. */
export const getRecord: Behaviour = (call) => viewOf(storedIn(call), call)

/** Adds a record: what was sent, and for the rest what a new one has. */
export const createRecord: Behaviour = (call) => keepRecord(call, newRecord(call))

/** Changes what was sent, and leaves the rest. */
export const updateRecord: Behaviour = (call) => changeRecord(call, () => call.input)

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
  changeRecord(call, (record) => {
    const sent = Object.keys(call.input).filter((key) => key in record)
    return sent.length > 0 ? call.input : exampleChanges(call, record)
  })

/** The record that the address names. */
export function storedIn({ store, endpoint, params }: MockCall): Stored {
  const record = store.find(endpoint.resource, params['id'] ?? '')
  if (!record) throw notFound()
  return record
}

/** A record made from the input, with an id and a first version. */
export function newRecord(call: MockCall): Stored {
  const { endpoint, input, store, now } = call
  const example = endpoint.example.output as Stored
  const time = now.toISOString()
  const facts = {
    accountId: store.me.account.id,
    parentId: store.me.account.id,
    ...input,
    id: store.newId(prefixOf(example.id)),
    createdAt: time,
    updatedAt: time,
    etag: '"1"',
  }
  return blank(endpoint.schemas.output, facts, example) as Stored
}

/** Keeps a new record, and answers with it. A secret is in the answer and nowhere else. */
export function keepRecord(call: MockCall, record: Stored): Stored {
  const { store, endpoint } = call
  const { secret: _secret, ...stored } = record
  store.records(endpoint.resource).push(stored)
  return endpoint.row.secret ? record : viewOf(record, call)
}

/** Applies a change to the record of the address; one that changes nothing leaves the version as it is. */
export function changeRecord(call: MockCall, changesOf: (record: Stored) => Record<string, unknown>): Stored {
  const record = storedIn(call)
  requireVersion(call, record['etag'])
  const changed = Object.entries(changesOf(record)).filter(
    ([key, value]) => key in record && value !== undefined && JSON.stringify(value) !== JSON.stringify(record[key]),
  )
  if (changed.length === 0) return viewOf(record, call)
  const shape = shapeOf(call.endpoint)
  for (const [key, value] of changed) record[key] = blank(shape[key], value, undefined)
  if ('updatedAt' in record) record['updatedAt'] = call.now.toISOString()
  if ('etag' in record) record['etag'] = nextEtag(record['etag'])
  return viewOf(record, call)
}

const versions = new Set(['updatedAt', 'etag', 'lastUsedAt'])
const time = /^\d{4}-\d\d-\d\dT/

/** What the row changes in its example. A time that is set is now, and stays where it was set before. */
function exampleChanges({ endpoint, now }: MockCall, record: Stored): Record<string, unknown> {
  const { before = {}, example } = endpoint
  const changed = Object.entries(example.output as Stored).filter(
    ([key, value]) => !versions.has(key) && JSON.stringify(value) !== JSON.stringify(before[key]),
  )
  return Object.fromEntries(
    changed.map(([key, value]) => {
      const isTime = typeof value === 'string' && time.test(value)
      return [key, isTime ? (record[key] ?? now.toISOString()) : value]
    }),
  )
}

function shapeOf({ schemas }: Endpoint): Record<string, unknown> {
  return 'shape' in schemas.output ? (schemas.output.shape as Record<string, unknown>) : {}
}
