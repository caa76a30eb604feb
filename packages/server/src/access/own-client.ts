import { requireOwnRecord } from '../accounts/client-ids.ts'
import type { Tx } from '../database/transaction.ts'
import type { Call } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { readAccessClient, resellersOf, type AccessClient } from './pair.ts'

/** A client whose access the caller may see, with the resellers it may see it of. */
export interface SeenClient {
  client: AccessClient
  resellers: ReadonlyMap<string, 'owner' | 'secondary'>
}

/** The platform sees all, a client its own resellers, a reseller itself alone. What is none of these is not there. */
export async function requireSeenClient(tx: Tx, { caller, reach }: Call, clientId: string): Promise<SeenClient> {
  const { id, kind } = caller.account
  if (kind === 'client' && id !== clientId) throw notFound()
  const client = await readAccessClient(tx, clientId)
  if (!client) throw notFound()
  await requireOwnRecord(tx, caller, clientId, client.id)
  const all = await resellersOf(tx, client)
  if (kind === 'client' || reach === 'all') return { client, resellers: all }
  const link = all.get(id)
  if (!link) throw notFound()
  return { client, resellers: new Map([[id, link]]) }
}

/** The same for one reseller. */
export async function requireSeenPair(
  tx: Tx,
  call: Call,
  { id, resellerId }: { id: string; resellerId: string },
): Promise<SeenClient> {
  const { client, resellers } = await requireSeenClient(tx, call, id)
  const link = resellers.get(resellerId)
  if (!link) throw notFound()
  return { client, resellers: new Map([[resellerId, link]]) }
}
