import { nextEtag, type Surroundings } from '../answers/mock-call.ts'
import { notFound } from '../answers/read-request.ts'
import type { RecordOf } from '../store.ts'

/** A record of a resource, or the refusal of what is not there. */
export function recordOf<R extends string>({ store }: Surroundings, resource: R, id: string): RecordOf<R> {
  const record = store.find(resource, id)
  if (record === undefined) throw notFound()
  return record
}

/** Changes a thing that is kept: a new version, dated now. */
export function change<T extends object>({ store, now }: Surroundings, record: T, changes: Partial<T>): T {
  Object.assign(record, changes)
  if ('updatedAt' in record) Object.assign(record, { updatedAt: now.toISOString() })
  if ('etag' in record) Object.assign(record, { etag: nextEtag(record.etag) })
  store.changed.add(record)
  return record
}

/** What a new record is dated with. */
export function fresh({ now }: Surroundings): { createdAt: string; updatedAt: string; etag: string } {
  const time = now.toISOString()
  return { createdAt: time, updatedAt: time, etag: '"1"' }
}
