import type { AccessScope, NamedSubscription } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import type { Family } from '../product-families/catalogue.ts'
import { skuName } from '../subscriptions/subscription-view.ts'
import { directSubscriptions } from './client-access.store.ts'

/**
 * The subscriptions that scopes name, as a person knows them. What the client has no more is left out: there is nothing
 * to agree to. Wants system scope.
 */
export async function namedSubscriptions(
  tx: Tx,
  { families }: { families: readonly Family[] },
  clientId: string,
  scopes: readonly AccessScope[],
): Promise<NamedSubscription[]> {
  const named = scopes.flatMap((scope) => ('ids' in scope ? scope.ids : []))
  if (named.length === 0) return []
  const all = await directSubscriptions(tx, clientId)
  return all.filter(({ id }) => named.includes(id)).map(({ id, sku }) => ({ id, name: skuName(families, sku) }))
}
