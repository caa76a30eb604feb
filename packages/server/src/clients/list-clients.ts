import type { clients } from '@clientele/contract'
import { ownersIn } from '../auth/caller.ts'
import { writeCursor } from '../cursor.ts'
import type { Tx } from '../database/transaction.ts'
import type { Answer } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { toClient } from './client-view.ts'
import { pageStatement, type ListQuery, type ListScope } from './clients.query.ts'
import { readClients } from './clients.store.ts'
import { resellerOf } from './read-client.ts'
import { findPage, rarestFirst, type RankedWords } from './find-page.ts'

/** Totals are counted up to here; above, they are a lower bound. */
const countedTo = 10_000

export const listClients: Answer<(typeof clients)['list']> = async (call, tx) => {
  const { query, caller, reach } = call
  if (caller.account.kind === 'client') refuseInternalFilter(query)
  const owners = ownersIn(caller, reach)
  const scope = reach === 'self' ? { owners: undefined, only: caller.account.id } : { owners, only: undefined }
  const words = await rarestFirst(tx, query, owners)
  const { order, found } = await findPage(tx, query, words, scope, query.limit + 1)
  const shown = found.slice(0, query.limit)
  const clients = await readClients(
    tx,
    shown.map(({ id }) => id),
    owners,
    resellerOf(caller),
  )
  const withActions = query.include?.includes('actions') ?? false
  return {
    data: clients.map((client) => toClient(client, call, withActions)),
    nextCursor: found.length > query.limit ? writeCursor(order, shown.at(-1)?.keys ?? []) : null,
    ...(query.include?.includes('total') ? { total: await total(tx, query, words, scope) } : {}),
  }
}

/** What a client does not see of itself, it cannot find out by asking either (R96). */
function refuseInternalFilter({ tags }: ListQuery): void {
  if (!tags) return
  throw new Refusal('filter_invalid', 'The list was not read: a client cannot filter by tags.', {
    errors: [{ pointer: '?tags', code: 'unknown_field', detail: 'Tags are internal.' }],
  })
}

async function total(tx: Tx, query: ListQuery, { words }: RankedWords, scope: ListScope) {
  const all = pageStatement({ ...query, cursor: undefined }, words, scope, countedTo + 1)
  const [row] = await tx.query<{ count: string }>(`select count(*) as count from (${all.text}) counted`, all.values)
  const count = Number(row?.count ?? 0)
  return count > countedTo ? { count: countedTo, accuracy: 'at_least' as const } : { count, accuracy: 'exact' as const }
}
