import { route } from '../route.ts'
import type * as schema from './orders.schema.ts'
import { withoutAccess } from './subscriptions.routes.ts'

/** What is bought for clients. */
export const orders = {
  /** Lists orders: a client's, or those that a reseller placed. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/orders',
    right: 'orders.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Buys products for a client: the client itself, or its reseller under a grant that allows to purchase. */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/orders',
    status: 201,
    right: 'orders.create',
    errors: ['validation_failed', 'invalid_state_transition', 'sku_not_orderable', ...withoutAccess],
  }),
  /** Reads one order. */
  get: route<typeof schema.get>({ method: 'GET', path: '/orders/{id}', right: 'orders.read' }),
}
