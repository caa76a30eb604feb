import type { accessGrants } from '@clientele/contract'
import type { Handlers } from '../handler.ts'
import { acceptVersion, declineVersion, endByCaller, extendByClient, letRunOut, lowerGrant } from './change-grant.ts'
import { listGrants } from './list-grants.ts'
import { toGrants } from './grant-view.ts'
import { requireOwnGrant } from './own-grant.ts'
import { receiptHandlers } from './receipt.handlers.ts'

export const accessGrantHandlers: Handlers<typeof accessGrants> = {
  ...receiptHandlers,
  list: listGrants,

  async get(call, tx) {
    const row = await requireOwnGrant(tx, call, call.params.id)
    const [grant] = await toGrants(tx, call, [row], true)
    return grant as NonNullable<typeof grant>
  },

  end: endByCaller,
  lower: lowerGrant,
  extend: extendByClient,
  letRunOut,
  acceptVersion,
  declineVersion,
}
