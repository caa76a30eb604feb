import { eq } from 'drizzle-orm'
import { externalIds } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'

/** The names of a client in other systems. */
export async function externalIdsOf(tx: Tx, clientId: string): Promise<{ system: string; id: string }[]> {
  return tx.query(
    'select system, external_id as id from external_ids where client_id = $1 order by system, external_id',
    [clientId],
  )
}

/** Gives the client these names in other systems; the first that another client of the owner carries comes back. */
export async function writeExternalIds(
  tx: Tx,
  client: { id: string; parentId: string },
  ids: readonly { system: string; id: string }[],
): Promise<{ system: string; id: string; clientId: string } | undefined> {
  await tx.db.delete(externalIds).where(eq(externalIds.clientId, client.id))
  if (ids.length === 0) return undefined
  const rows = ids.map(({ system, id }) => ({ ownerId: client.parentId, system, externalId: id, clientId: client.id }))
  await tx.db.insert(externalIds).values(rows).onConflictDoNothing()
  return clientWithExternalId(tx, client.parentId, ids, client.id)
}

/** Another client of the owner that carries one of these names. */
export async function clientWithExternalId(
  tx: Tx,
  ownerId: string,
  ids: readonly { system: string; id: string }[],
  exceptId: string | undefined,
): Promise<{ system: string; id: string; clientId: string } | undefined> {
  if (ids.length === 0) return undefined
  const [taken] = await tx.query<{ system: string; id: string; clientId: string }>(
    `select system, external_id as id, client_id as "clientId" from external_ids
      where owner_id = $1 and (system, external_id) in (select * from unnest($2::text[], $3::text[])) and client_id <> $4 limit 1`,
    [ownerId, ids.map(({ system }) => system), ids.map(({ id }) => id), exceptId ?? ''],
  )
  return taken
}
