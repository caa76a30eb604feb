import { route } from '../route.ts'
import type * as schema from './suggestions.schema.ts'

/** What resellers suggest to their clients. */
export const suggestions = {
  /** Lists suggestions: a reseller's own, or those that a client was sent. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/suggestions',
    right: 'suggestions.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /**
   * Suggests products to a client. Wants no access: nothing is bought before the client does so itself. The client is told
   * by mail, one address as often in 30 days as it may be asked for access (`access.requestMaxAttempts`).
   */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/suggestions',
    status: 201,
    right: 'suggestions.create',
    errors: ['validation_failed', 'invalid_state_transition', 'sku_not_orderable'],
  }),
  /** Reads one suggestion. Read by the client, it counts as viewed. */
  get: route<typeof schema.get>({ method: 'GET', path: '/suggestions/{id}', right: 'suggestions.read' }),
  /** Sends a draft. */
  send: route<typeof schema.send>({
    method: 'POST',
    path: '/suggestions/{id}/send',
    right: 'suggestions.create',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch', 'sku_not_orderable'],
  }),
  /** Takes a suggestion back. */
  withdraw: route<typeof schema.withdraw>({
    method: 'POST',
    path: '/suggestions/{id}/withdraw',
    right: 'suggestions.create',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch'],
  }),
  /** The client buys all, some or none of it. What it buys, the reseller can manage afterwards (R9). */
  answer: route<typeof schema.answer>({
    method: 'POST',
    path: '/suggestions/{id}/answer',
    right: 'suggestions.answer',
    errors: [
      'validation_failed',
      'invalid_state_transition',
      'etag_mismatch',
      'payment_method_missing',
      'sku_not_orderable',
    ],
  }),
}
