import { route } from '../route.ts'
import type * as schema from './access-grants.schema.ts'

/** What clients have allowed their resellers, until either side ends it. */
export const accessGrants = {
  /** Lists grants: a reseller's own, or those that a client has given. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/access-grants',
    right: 'access.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Reads one grant. */
  get: route<typeof schema.get>({ method: 'GET', path: '/access-grants/{id}', right: 'access.read' }),
  /** Ends a grant at once: the client takes it back, or the reseller gives it back. It cannot be revived. */
  end: route<typeof schema.end>({
    method: 'POST',
    path: '/access-grants/{id}/end',
    right: 'access_grants.end',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch'],
  }),
  /** Lowers a grant to a lesser level, at once and without asking the other side. To raise it, ask again (R33). */
  lower: route<typeof schema.lower>({
    method: 'POST',
    path: '/access-grants/{id}/lower',
    right: 'access_grants.lower',
    errors: ['validation_failed', 'invalid_state_transition', 'etag_mismatch'],
  }),
  /** The client lets a grant last longer, counted from now, and gets a receipt of it. */
  extend: route<typeof schema.extend>({
    method: 'POST',
    path: '/access-grants/{id}/extend',
    right: 'access.change',
    errors: ['validation_failed', 'invalid_state_transition', 'actor_not_managed_identity', 'etag_mismatch'],
  }),
  /** Either side takes back that the grant is put off by itself: it ends at its end. */
  letRunOut: route<typeof schema.letRunOut>({
    method: 'POST',
    path: '/access-grants/{id}/let-run-out',
    right: 'access_grants.end',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch'],
  }),
  /** The client agrees to what a newer version of the level adds, and gets a receipt of it. */
  acceptVersion: route<typeof schema.acceptVersion>({
    method: 'POST',
    path: '/access-grants/{id}/accept-version',
    right: 'access.change',
    errors: [
      'validation_failed',
      'invalid_state_transition',
      'level_version_retired',
      'actor_not_managed_identity',
      'etag_mismatch',
    ],
  }),
  /** The client leaves things as they are: the newer version stays on offer, and nobody is reminded of it. */
  declineVersion: route<typeof schema.declineVersion>({
    method: 'POST',
    path: '/access-grants/{id}/decline-version',
    right: 'access.change',
    errors: [
      'validation_failed',
      'invalid_state_transition',
      'level_version_retired',
      'actor_not_managed_identity',
      'etag_mismatch',
    ],
  }),
  /** Reads the newest signed receipt of a grant, for both parties. One that came by a preset has none. */
  receipt: route<typeof schema.receipt>({ method: 'GET', path: '/access-grants/{id}/receipt', right: 'access.read' }),
  /** The public keys that receipts are and were signed with, for anybody. Look again at times: one may have been stolen. */
  receiptKeys: route<typeof schema.receiptKeys>({ method: 'GET', path: '/receipt-keys', public: true }),
}
