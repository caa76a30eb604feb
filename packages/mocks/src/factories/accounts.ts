import { examples } from '@clientele/contract/examples'
import type { Client, Reseller } from '@clientele/contract'

/** The reseller that everything belongs to where nothing else is said: the caller's, in the examples as here. */
export const ownAccount = { id: examples.me.get.output.account.id, name: examples.me.get.output.account.name }

/** An account by id and name, or a whole reseller or client. */
export type AccountLike = { id: string; name: string } | Reseller | Client

/** The reference to an account. */
export function refTo(account: AccountLike): { id: string; name: string } {
  return { id: account.id, name: 'displayName' in account ? account.displayName : account.name }
}
