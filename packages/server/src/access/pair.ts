import { accountBehind } from '../accounts/client-ids.ts'
import type { Tx } from '../database/transaction.ts'

/** A client and a reseller, as everything about access is told of them. */
export interface Pair {
  clientId: string
  resellerId: string
}

/** A client, as far as its access goes. */
export interface AccessClient {
  id: string
  ownerId: string
  name: string
  form: 'quick' | 'organization' | null
}

/** Makes changes of one pair's access wait for each other, until the transaction ends. Take it before any row of theirs. */
export async function lockPair(tx: Tx, { clientId, resellerId }: Pair): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [`${clientId} ${resellerId}`], 'lock-pair')
}

/**
 * The same where a placeholder may be named, which may become another name of an account while it is waited for (R32):
 * gives the pair as it is then, with the account, and locked. So is the pair with the account that it is about to be joined
 * with, where the caller knows it. All in the order of their ids, so that answers that cross do not wait for each other.
 */
export async function lockPairOf(tx: Tx, { clientId, resellerId }: Pair, joinedWith?: string): Promise<Pair> {
  const accountOf = async () => (await readAccessClient(tx, clientId))?.id ?? clientId
  const ids = new Set([clientId, await accountOf(), joinedWith ?? clientId])
  for (const id of [...ids].toSorted()) await lockPair(tx, { clientId: id, resellerId })
  const pair = { clientId: await accountOf(), resellerId }
  if (!ids.has(pair.clientId)) await lockPair(tx, pair)
  return pair
}

/**
 * Lets no change of the pair's access come between what is read of it now and the end of the transaction: whoever is told
 * that it is off finds nothing done under it afterwards. Any number of them go on at the same time.
 */
export async function holdPair(tx: Tx, { clientId, resellerId }: Pair): Promise<void> {
  const key = `${clientId} ${resellerId}`
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 9))', [key], 'hold-pair')
}

/** The same as {@link lockPair} for work by the clock, which does not wait: whoever holds the pair may be doing the same. */
export async function tryPair(tx: Tx, { clientId, resellerId }: Pair): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 9)) as taken',
    [`${clientId} ${resellerId}`],
  )
  return row?.taken ?? false
}

/**
 * Reads a client by its id, or by that of the placeholder it had before it came with an account of its own (R32). With
 * the eyes of the server: whoever asks has to prove that the client is theirs to ask about.
 */
export async function readAccessClient(tx: Tx, id: string): Promise<AccessClient | undefined> {
  const [row] = await tx.asSystem(() =>
    tx.query<{ id: string; parent_id: string; name: string; form: AccessClient['form'] }>(
      `select id, parent_id, name, form from accounts where id = ${accountBehind}`,
      [id],
      'access-client',
    ),
  )
  return row && { id: row.id, ownerId: row.parent_id, name: row.name, form: row.form }
}

/** The resellers that a client has: its owner, and those that were let in beside. */
export async function resellersOf(tx: Tx, client: AccessClient): Promise<Map<string, 'owner' | 'secondary'>> {
  const rows = await tx.asSystem(() =>
    tx.query<{ id: string; link: 'owner' | 'secondary' }>(
      `select id, 'owner' as link from accounts where id = $2 and kind = 'reseller'
       union all select reseller_id, 'secondary' from links where client_id = $1 and status = 'active' and reseller_id <> $2`,
      [client.id, client.ownerId],
      'resellers-of-client',
    ),
  )
  return new Map(rows.map(({ id, link }) => [id, link]))
}
