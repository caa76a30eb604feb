import { route } from '../route.ts'
import type * as schema from './api-keys.schema.ts'

/** Secret keys for backends and scripts. */
export const apiKeys = {
  /** Lists the keys of the caller's account, without their secrets; the platform sees all. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/api-keys',
    right: 'api_keys.manage',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Makes a key. Its secret is in this answer and nowhere else. */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/api-keys',
    status: 201,
    right: 'api_keys.manage',
    secret: true,
    stepUp: true,
    errors: ['validation_failed', 'role_required', 'step_up_required'],
  }),
  /** Ends a key and every session made with it, at once. Revoking a revoked key changes nothing. */
  revoke: route<typeof schema.revoke>({
    method: 'POST',
    path: '/api-keys/{id}/revoke',
    bodyless: true,
    right: 'api_keys.manage',
    stepUp: true,
    errors: ['step_up_required'],
  }),
}
