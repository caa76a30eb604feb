import type { ReceiptKey } from '@clientele/contract'
import type { MasterKey } from '../auth/master-key.ts'
import type { Clock } from '../clock.ts'
import type { Transact } from '../database/transaction.ts'
import { publishedReceiptKeys } from './receipt-keys.ts'
import { revokeReceiptKey, rotateReceiptKey } from './replace-receipt-key.ts'

/** Looks after the keys that consent receipts are signed with. Each gives the keys as they are published then. */
export interface ReceiptKeyCare {
  /** All there ever were, the oldest first; the last one signs. */
  readonly list: () => Promise<ReceiptKey[]>
  /**
   * Makes a new key, which signs from then on, on every server of the database. The old ones stay published, and what they
   * signed stays good.
   */
  readonly rotate: () => Promise<ReceiptKey[]>
  /**
   * Says that a key was stolen, for ever; the one in use is replaced. What was signed with it since then is refused, and
   * what was signed before counts where something vouches for it, as the server does for the receipts in its database.
   * `since` is now, unless an earlier time is given; a later one than was said before changes nothing.
   */
  readonly revoke: (kid: string, options?: { since?: Date }) => Promise<ReceiptKey[]>
}

export function createReceiptKeyCare(
  start: () => Promise<{ transact: Transact; masterKey: MasterKey }>,
  clock: Clock,
): ReceiptKeyCare {
  const change = async (act: (...by: Parameters<typeof rotateReceiptKey>) => Promise<void>) => {
    const { transact, masterKey } = await start()
    return transact({ reach: 'system' }, async (tx) => {
      await act(tx, { masterKey, now: clock.now() })
      return publishedReceiptKeys(tx)
    })
  }
  return {
    list: () => change(async () => {}),
    rotate: () => change(rotateReceiptKey),
    revoke: (kid, { since } = {}) => change((tx, by) => revokeReceiptKey(tx, by, { kid, ...(since && { since }) })),
  }
}
