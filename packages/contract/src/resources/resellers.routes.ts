import { route } from '../route.ts'
import type * as schema from './resellers.schema.ts'

/** The caller's own reseller account and those below it. */
export const resellers = {
  /** Lists resellers, oldest first. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/resellers',
    right: 'resellers.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Reads one reseller. */
  get: route<typeof schema.get>({ method: 'GET', path: '/resellers/{id}', right: 'resellers.read' }),
  /** Adds a reseller below the platform, or a sub-reseller below a reseller as far as the depth of the tree allows. */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/resellers',
    status: 201,
    right: 'resellers.create',
    errors: ['validation_failed', 'identifier_taken', 'tree_depth_exceeded'],
  }),
}
