import type { Event } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { actorOf } from '../actor-of.ts'

/** What happened, and whose business it is. */
export interface Happening {
  type: Event['type']
  subject: Event['subject']
  /** The client that may see it. Left out for what is the reseller's alone. */
  clientId?: string | undefined
  /** The reseller whose business it is. */
  resellerId?: string | undefined
  /** The grant under which it was done. */
  grantId?: string | undefined
  /** @default whoever calls */
  actor?: Event['actor']
  changes: Event['changes']
}

/** Keeps what happened, for the feed and for what was done at a client. */
export function recordEvent(call: Surroundings, { clientId, resellerId, grantId, ...happening }: Happening): void {
  const { store, now, requestId, byClock } = call
  const id = store.newId('evt')
  if (resellerId !== undefined) store.eventOwners.set(id, resellerId)
  store.records('events').push({
    id,
    occurredAt: now.toISOString(),
    actor: actorOf(call),
    clientId: clientId ?? null,
    grantId: grantId ?? null,
    ...happening,
    cause: { requestId: byClock ? null : requestId },
  })
}

/** The fields of `after` that differ from `before`, with both values. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Event['changes'] {
  const changed = fields.filter((field) => inOrder(before[field]) !== inOrder(after[field]))
  return Object.fromEntries(changed.map((field) => [field, { from: before[field] ?? null, to: after[field] ?? null }]))
}

/** As text, whatever the order of its fields. */
function inOrder(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return JSON.stringify(value ?? null, sorted)
}
