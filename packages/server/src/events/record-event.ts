import { isDeepStrictEqual } from 'node:util'
import type { Actor, Event } from '@clientele/contract'
import type { Caller } from '../auth/caller.ts'
import { events } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { newId } from '../new-id.ts'

/** What happened, and whose business it is. */
export interface Happening {
  type: Event['type']
  subject: Event['subject']
  /** The reseller whose business it is: the owner of the client, or who else has to do with it; or the account itself. */
  ownerId: string
  /** The client that may see it. Left out for what is internal (R96). */
  clientId?: string
  /** A reseller beside that one, who did it under a grant. */
  resellerId?: string
  /** The grant under which it was done. */
  grantId?: string
  changes: Event['changes']
}

/** Writes an event in the transaction of the change: neither is ever there without the other (R210). */
export async function recordEvent(tx: Tx, by: By, happening: Happening): Promise<void> {
  await recordEvents(tx, by, [happening])
}

// well below the number of values a statement may have
const together = 1000

/** Writes the events of one act that changed many things. */
export async function recordEvents(tx: Tx, by: By, happenings: readonly Happening[]): Promise<void> {
  const rows = happenings.map((happening) => rowOf(by, happening))
  for (let from = 0; from < rows.length; from += together) {
    await tx.db.insert(events).values(rows.slice(from, from + together))
  }
}

function rowOf(by: By, happening: Happening): typeof events.$inferInsert {
  return {
    id: newId('evt', by.now),
    type: happening.type,
    occurredAt: by.now,
    ownerId: happening.ownerId,
    clientId: happening.clientId ?? null,
    subjectType: happening.subject.type,
    subjectId: happening.subject.id,
    subjectDisplay: happening.subject.display ?? null,
    resellerId: happening.resellerId ?? null,
    grantId: happening.grantId ?? null,
    actor: 'caller' in by ? actorOf(by.caller) : by.actor,
    changes: happening.changes,
    requestId: by.requestId,
  }
}

/** Who does it and when: a caller, or the server itself when the time has come. */
export type By = { now: Date } & ({ caller: Caller; requestId: string } | { actor: Actor; requestId: string | null })

/** The server itself: the clock, a job, what a vendor reported. */
export function bySystem(now: Date): By {
  return { now, requestId: null, actor: { type: 'system', id: 'system', display: null, accountId: null } }
}

export function actorOf(caller: Caller): Actor {
  return { type: caller.kind, id: caller.id, display: caller.name, accountId: caller.account.id }
}

/** The fields of `after` that differ from `before`, with both values. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): Event['changes'] {
  // not as text: jsonb gives keys back in an order of its own
  const changed = fields.filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null))
  return Object.fromEntries(changed.map((field) => [field, { from: before[field] ?? null, to: after[field] ?? null }]))
}
