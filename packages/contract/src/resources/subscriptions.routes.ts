import { route } from '../route.ts'
import type * as schema from './subscriptions.schema.ts'

/** Codes of a reseller that reaches for a subscription it did not sell: the steps of model 5.5. */
export const withoutAccess = [
  'link_missing',
  'access_switch_off',
  'access_paused',
  'propagation_pending',
  'access_not_granted',
  'grant_ended',
  'capability_not_in_level',
  'capability_never_delegable',
  'subscription_not_in_scope',
  'payment_method_missing',
  'role_required',
] as const

/** What clients have. Those that a reseller sold are its own business; the others want a grant (R200). */
export const subscriptions = {
  /** Lists subscriptions: a client's, or those of all clients that the caller reaches. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/subscriptions',
    right: 'subscriptions.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Reads one subscription. */
  get: route<typeof schema.get>({
    method: 'GET',
    path: '/subscriptions/{id}',
    right: 'subscriptions.read',
  }),
  /** Records a subscription that is there already, as the platform knows. Nothing is bought. */
  record: route<typeof schema.record>({
    method: 'POST',
    path: '/subscriptions',
    status: 201,
    right: 'subscriptions.record',
    errors: ['validation_failed'],
  }),
  /** Changes the number of seats. */
  setSeats: route<typeof schema.setSeats>({
    method: 'PUT',
    path: '/subscriptions/{id}/seats',
    right: 'subscriptions.manage',
    errors: ['validation_failed', 'invalid_state_transition', 'etag_mismatch', ...withoutAccess],
  }),
  /** Cancels a subscription at once. */
  cancel: route<typeof schema.cancel>({
    method: 'POST',
    path: '/subscriptions/{id}/cancel',
    right: 'subscriptions.manage',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch', ...withoutAccess],
  }),
}
