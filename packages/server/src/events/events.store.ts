import type { Event } from '@clientele/contract'
import type { Scope } from '../database/transaction.ts'
import type { SqlValues } from '../sql-values.ts'

/** An event as it is stored, with its place in the feed. */
export interface EventRow {
  [column: string]: unknown
  id: string
  transaction: string
  position: string
  type: Event['type']
  occurred_at: Date
  subject_type: Event['subject']['type']
  subject_id: string
  subject_display: string | null
  actor: Event['actor']
  changes: Event['changes']
  request_id: string | null
  client_id: string | null
  grant_id: string | null
}

/** The events `e` that a scope may read: what row-level security enforces, said again for the index. */
export function isVisible(scope: Scope, values: SqlValues): string {
  if (scope.reach !== 'some') return 'true'
  const own = values.add(scope.account)
  const below = values.add(scope.accounts)
  return `(e.owner_id = any(${below}) or e.reseller_id = any(${below}) or e.owner_id = ${own} or e.client_id = ${own})`
}

export function toEvent(row: EventRow): Event {
  return {
    id: row.id,
    type: row.type,
    occurredAt: row.occurred_at.toISOString(),
    actor: row.actor,
    subject: {
      type: row.subject_type,
      id: row.subject_id,
      ...(row.subject_display === null ? {} : { display: row.subject_display }),
    },
    clientId: row.client_id,
    grantId: row.grant_id,
    changes: row.changes,
    cause: { requestId: row.request_id },
  }
}

/** A number that a bigint can hold. */
export function isPlace(part: string): boolean {
  return /^\d{1,19}$/.test(part) && BigInt(part) < 2n ** 63n
}
