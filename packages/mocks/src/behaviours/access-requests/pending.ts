import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** The request that a client has to answer, of the caller's account or of this reseller. */
export function pendingOf({ store }: Surroundings, clientId: string, resellerId?: string): AccessRequest | undefined {
  const { kind, id } = store.me.account
  const asker = resellerId ?? (kind === 'reseller' ? id : undefined)
  return store
    .records('accessRequests')
    .find(
      ({ client, reseller, status }) =>
        status === 'pending' && client.id === clientId && (asker === undefined || reseller.id === asker),
    )
}
