import { inArray } from 'drizzle-orm'
import { livingStatuses } from '../access-grants/grants.rules.ts'
import type { GrantRow } from '../access-grants/grants.store.ts'
import { accessGrants } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'

/** A subscription that a client has, and who sold it. */
export interface DirectRow {
  id: string
  sku: string
  soldById: string | null
}

/** What a client has now, whoever sold it. */
export async function directSubscriptions(tx: Tx, clientId: string): Promise<DirectRow[]> {
  const rows = await tx.query<{ id: string; sku: string; sold_by_id: string | null }>(
    `select id, sku, sold_by_id from subscriptions
      where client_id = $1 and status not in ('canceled', 'expired', 'transferred_out') order by id`,
    [clientId],
  )
  return rows.map(({ id, sku, sold_by_id: soldById }) => ({ id, sku, soldById }))
}

/** For each reseller the grants that live, and the one that ended last. */
export async function grantsToShow(tx: Tx, clientId: string, resellerIds: readonly string[]): Promise<GrantRow[]> {
  const shown = await tx.query<{ id: string }>(
    `select g.id from unnest($2::text[]) r(id), lateral (
        (select id from access_grants where client_id = $1 and reseller_id = r.id and status = any($3))
        union all
        (select id from access_grants where client_id = $1 and reseller_id = r.id and status <> all($3)
          order by id desc limit 1)) g`,
    [clientId, resellerIds, livingStatuses],
  )
  if (shown.length === 0) return []
  const ids = shown.map(({ id }) => id)
  return tx.db.select().from(accessGrants).where(inArray(accessGrants.id, ids)).orderBy(accessGrants.id)
}

export interface PendingRequest {
  id: string
  resellerId: string
  /** As in `manage@1`. */
  level: string
}

export async function pendingRequests(
  tx: Tx,
  clientId: string,
  resellerIds: readonly string[],
): Promise<PendingRequest[]> {
  const rows = await tx.query<{ id: string; reseller_id: string; level: string }>(
    `select id, reseller_id, level_key || '@' || level_version as level from access_requests
      where client_id = $1 and reseller_id = any($2) and status = 'pending'`,
    [clientId, resellerIds],
  )
  return rows.map(({ id, reseller_id: resellerId, level }) => ({ id, resellerId, level }))
}
