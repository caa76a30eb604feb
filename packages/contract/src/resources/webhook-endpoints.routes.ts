import { route } from '../route.ts'
import type * as schema from './webhook-endpoints.schema.ts'

/**
 * Where hosts are told of events, signed by Standard Webhooks. An answer of 2xx within 10 seconds is a yes, 410 stops the
 * endpoint, anything else is tried again for up to three days; redirects are not followed.
 */
export const webhookEndpoints = {
  /** Lists the endpoints of the caller's account. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/webhook-endpoints',
    right: 'webhooks.manage',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /**
   * Adds an endpoint. It is told of what happens from now on and its account may read, itself excepted; its secret is shown
   * this once.
   */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/webhook-endpoints',
    status: 201,
    right: 'webhooks.manage',
    secret: true,
    errors: ['validation_failed', 'quota_exceeded'],
  }),
  /** Reads one endpoint. */
  get: route<typeof schema.get>({ method: 'GET', path: '/webhook-endpoints/{id}', right: 'webhooks.manage' }),
  /**
   * Changes an endpoint, stops it, or starts it again. One that is stopped misses what happens meanwhile (`events.list` has
   * it); what was on its way before waits, and is sent when it is started again.
   */
  update: route<typeof schema.update>({
    method: 'PATCH',
    path: '/webhook-endpoints/{id}',
    right: 'webhooks.manage',
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /** Gives an endpoint a new secret; for a while both sign, so that no delivery is lost. */
  rotateSecret: route<typeof schema.rotateSecret>({
    method: 'POST',
    path: '/webhook-endpoints/{id}/rotate-secret',
    right: 'webhooks.manage',
    secret: true,
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /** Removes an endpoint and forgets what was still on its way to it. */
  remove: route<typeof schema.remove>({
    method: 'DELETE',
    path: '/webhook-endpoints/{id}',
    right: 'webhooks.manage',
    bodyless: true,
    errors: ['etag_mismatch'],
  }),
  /** Lists what was sent to an endpoint, newest first. What ended more than 30 days ago is forgotten. */
  deliveries: route<typeof schema.deliveries>({
    method: 'GET',
    path: '/webhook-endpoints/{id}/deliveries',
    right: 'webhooks.manage',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Sends a delivery once more, also one that arrived, with the same id: for 30 days after it ended. Not while it is being sent, nor to one that is stopped. */
  replay: route<typeof schema.replay>({
    method: 'POST',
    path: '/webhook-deliveries/{id}/replay',
    right: 'webhooks.manage',
    bodyless: true,
    errors: ['invalid_state_transition'],
  }),
}
