import type { Propagation, propagations as rows } from '@clientele/contract'
import { and, eq, gt, inArray } from 'drizzle-orm'
import { readCursor, cutPage } from '../cursor.ts'
import { propagations } from '../database/access.schema.ts'
import type { Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import type { PropagationRow } from './propagations.store.ts'
import { settle } from './settle.ts'

export const propagationHandlers: Handlers<typeof rows> = {
  async list({ query }, tx) {
    const { limit, cursor, clientId, state } = query
    const [after = ''] = readCursor(cursor, 'propagations', 1) ?? []
    const found = await tx.db
      .select()
      .from(propagations)
      .where(
        and(
          gt(propagations.id, after),
          clientId === undefined ? undefined : eq(propagations.clientId, clientId),
          state && inArray(propagations.state, state),
        ),
      )
      .orderBy(propagations.id)
      .limit(limit + 1)
    const { shown, nextCursor } = cutPage(found, { limit, order: 'propagations', keysOf: ({ id }) => [id] })
    return {
      data: shown.map(toPropagation),
      nextCursor,
    }
  },

  async observed(call, tx) {
    const { outcome, detail } = call.input
    const row = await tx.asSystem(() => settle(tx, call, call.params.id, outcome, detail ?? null))
    if (!row) throw notFound()
    return toPropagation(row)
  },
}

function toPropagation(row: PropagationRow): Propagation {
  const { id, clientId, resellerId, target, targetId, wanted, state, attempts, detail } = row
  return {
    id,
    clientId,
    resellerId,
    target,
    targetId,
    wanted,
    state,
    overdue: row.overdueAt !== null && state === 'pending',
    attempts,
    expectedBy: row.expectedBy.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    detail,
    createdAt: row.createdAt.toISOString(),
  }
}
