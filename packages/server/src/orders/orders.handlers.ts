import type { Order, orders } from '@clientele/contract'
import { and, eq, gt, inArray } from 'drizzle-orm'
import { noteUse } from '../access-grants/note-use.ts'
import { requireAccess } from '../access/require-access.ts'
import { salespeople } from '../access/staff-roles.ts'
import { accountNames } from '../accounts/account-names.ts'
import { ofClient } from '../accounts/client-ids.ts'
import { ownersIn, type Caller } from '../auth/caller.ts'
import { reachedClient } from '../clients/reached-client.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { orders as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { Call, Handlers } from '../handler.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'
import { placeOrder, type OrderRow, type Purchase } from './place-order.ts'

export const orderHandlers: Handlers<typeof orders> = {
  async list({ query, caller, reach }, tx) {
    const [after] = readCursor(query.cursor, 'orders', 1) ?? ['']
    const resellers = ownersIn(caller, reach)
    const own = caller.account.kind === 'client' ? eq(table.clientId, caller.account.id) : undefined
    const rows = await tx.db
      .select()
      .from(table)
      .where(
        and(
          gt(table.id, after ?? ''),
          own ?? (resellers && inArray(table.resellerId, [...resellers])),
          await ofClient(tx, table.clientId, query.clientId),
        ),
      )
      .orderBy(table.id)
      .limit(query.limit + 1)
    const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'orders', keysOf: ({ id }) => [id] })
    return {
      data: await toOrders(tx, shown),
      nextCursor,
    }
  },

  async get({ params }, tx) {
    const [row] = await tx.db.select().from(table).where(eq(table.id, params.id))
    if (!row) throw notFound()
    return toOrder(tx, row)
  },

  async create(call, tx) {
    const { input, caller, reach } = call
    const client = await reachedClient(tx, caller, reach, input.clientId)
    const items = input.items.map(({ sku, quantity }) => ({ sku, quantity: quantity ?? 1 }))
    const sells = input.chargeTo === 'reseller'
    refuseInvalid(
      sells && caller.account.kind !== 'reseller'
        ? [{ pointer: '/chargeTo', code: 'invalid_choice', detail: 'Only a reseller sells and bills by itself.' }]
        : [],
    )
    const none = { client, items, soldById: null, resellerId: null, grantId: null, suggestionId: null }
    return toOrder(tx, await placeOrder(call, tx, await purchaseBy(call, tx, none, sells)))
  },
}

/** A reseller sells on its own account, or buys on the client's with its consent (R6); others buy as they are. */
async function purchaseBy(call: Call, tx: Tx, purchase: Purchase, sells: boolean): Promise<Purchase> {
  const { caller } = call
  if (caller.account.kind !== 'reseller') return purchase
  const resellerId = caller.account.id
  if (sells) {
    requireSeller(caller)
    return { ...purchase, resellerId, soldById: resellerId }
  }
  const grantId = await requireAccess(tx, call, { clientId: purchase.client.id, capability: 'products.purchase' })
  await noteUse(tx, call, grantId)
  return { ...purchase, resellerId, grantId }
}

function requireSeller({ role }: Caller): void {
  if (salespeople.includes(role)) return
  throw new Refusal('role_required', `The role ${role} does not sell. Ask a colleague who does.`, {
    data: { roles: [...salespeople] },
  })
}

async function toOrder(tx: Tx, row: OrderRow): Promise<Order> {
  const [order] = await toOrders(tx, [row])
  return order as Order
}

async function toOrders(tx: Tx, rows: readonly OrderRow[]): Promise<Order[]> {
  const names = await accountNames(
    tx,
    rows.map(({ resellerId }) => resellerId),
  )
  return rows.map((row) => ({
    id: row.id,
    clientId: row.clientId,
    reseller: row.resellerId === null ? null : { id: row.resellerId, name: names.get(row.resellerId) ?? '' },
    placedBy: row.placedBy,
    grantId: row.grantId,
    suggestionId: row.suggestionId,
    items: row.items,
    chargedTo: row.chargedTo,
    createdAt: row.createdAt.toISOString(),
  }))
}
