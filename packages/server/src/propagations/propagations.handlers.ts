import type { Propagation, propagations as rows } from '@clientele/contract'
import { and, gt, inArray } from 'drizzle-orm'
import { ofClient } from '../accounts/client-ids.ts'
import { readGrant, type GrantRow } from '../access-grants/grants.store.ts'
import { inOrder } from '../access-levels/levels.rules.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accessGrants, propagations } from '../database/access.schema.ts'
import type { Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { isItsGrant, wantedCapabilities, type PropagationRow } from './propagations.store.ts'
import { recheck } from './recheck.ts'
import { settle } from './settle.ts'

export const propagationHandlers: Handlers<typeof rows> = {
  async list({ query }, tx) {
    const { limit, cursor, clientId, state } = query
    const [after = ''] = readCursor(cursor, 'propagations', 1) ?? []
    const found = await tx.db
      .select({ row: propagations, grant: accessGrants })
      .from(propagations)
      .leftJoin(accessGrants, isItsGrant)
      .where(
        and(
          gt(propagations.id, after),
          await ofClient(tx, propagations.clientId, clientId),
          state && inArray(propagations.state, state),
        ),
      )
      .orderBy(propagations.id)
      .limit(limit + 1)
    const { shown, nextCursor } = cutPage(found, { limit, order: 'propagations', keysOf: ({ row }) => [row.id] })
    return {
      data: shown.map(({ row, grant }) => toPropagation(row, grant)),
      nextCursor,
    }
  },

  async observed(call, tx) {
    const { outcome, detail } = call.input
    const row = await tx.asSystem(() => settle(tx, call, call.params.id, outcome, detail ?? null))
    if (!row) throw notFound()
    const grant = row.target === 'grant' ? await readGrant(tx, row.targetId) : undefined
    return toPropagation(row, grant ?? null)
  },

  recheck,
}

function toPropagation(row: PropagationRow, grant: GrantRow | null): Propagation {
  const { id, clientId, resellerId, target, targetId, wanted, state, attempts, detail } = row
  return {
    id,
    clientId,
    resellerId,
    target,
    targetId,
    wanted,
    capabilities: wanted ? inOrder(wantedCapabilities(grant)) : [],
    scope: grant?.scope ?? null,
    state,
    overdue: row.overdueAt !== null && state === 'pending',
    attempts,
    expectedBy: row.expectedBy.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    detail,
    createdAt: row.createdAt.toISOString(),
  }
}
