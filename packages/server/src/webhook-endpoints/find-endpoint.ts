import type { webhookEndpoints as rows } from '@clientele/contract'
import { and, eq, type SQL } from 'drizzle-orm'
import { webhookEndpoints } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { requireVersion, type Call } from '../handler.ts'
import { notFound } from '../refusal.ts'
import type { EndpointRow } from './webhook-endpoints.store.ts'

/** The endpoints a call reaches: all, or those of the own account. */
export function among({ caller, reach }: Pick<Call, 'caller' | 'reach'>): SQL | undefined {
  return reach === 'all' ? undefined : eq(webhookEndpoints.accountId, caller.account.id)
}

/** The endpoint a call names; 404 where it is somebody else's. */
export async function findEndpoint(call: Call<(typeof rows)['get' | 'deliveries']>, tx: Tx): Promise<EndpointRow> {
  const [row] = await tx.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, call.params.id), among(call)))
  if (!row) throw notFound()
  return row
}

/** The same to change it: locked, and of the version the caller saw. */
export async function endpointToChange(
  call: Call<(typeof rows)['update' | 'rotateSecret' | 'remove']>,
  tx: Tx,
): Promise<EndpointRow> {
  const [row] = await tx.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, call.params.id), among(call)))
    .for('update')
  if (!row) throw notFound()
  requireVersion(call, row.version)
  return row
}
