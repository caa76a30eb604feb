import { refuseFields } from '../../answers/read-request.ts'
import { noteUse } from '../access-grants/note-use.ts'
import { explain } from '../access/explain.ts'
import { requireAllowed } from '../actions.ts'
import { reachedClient } from '../accounts/client-behind.ts'
import { salespeople, wants } from '../access/steps.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { placeOrder } from './place-order.ts'

/** Rows of `orders` with rules of their own: a reseller sells on its own account, or buys on the client's under a grant. */
export const orderBehaviours: Behaviours<'orders'> = {
  create(call) {
    const { items, clientId, chargeTo: chargedTo = 'client' } = call.input
    const { account } = call.store.me
    const client = reachedClient(call, clientId)
    const isReseller = account.kind === 'reseller'
    const detail = 'Only a reseller sells and bills by itself.'
    refuseFields(chargedTo === 'client' || isReseller ? [] : [{ pointer: '/chargeTo', code: 'invalid_choice', detail }])
    const reseller = isReseller ? { id: account.id, name: account.name } : null
    const order = { client, items, reseller, chargedTo, grantId: null, suggestionId: null }
    const { role } = call.store.me
    if (!isReseller) return placeOrder(call, order)
    if (chargedTo === 'reseller') {
      requireAllowed(wants(salespeople, role)?.state ?? { allowed: true }, `Selling to client ${clientId}`)
      return placeOrder(call, order)
    }
    const may = explain(call, { clientId: client.id, resellerId: account.id, capability: 'products.purchase', role })
    requireAllowed(may, `Buying for client ${clientId}`)
    noteUse(call, may.grantId)
    return placeOrder(call, { ...order, grantId: may.grantId })
  },
}
