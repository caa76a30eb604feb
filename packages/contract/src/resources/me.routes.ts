import { route } from '../route.ts'
import type * as schema from './me.schema.ts'

/** The caller. */
export const me = {
  /** Says who is calling and what they may do. */
  get: route<typeof schema.get>({ method: 'GET', path: '/me', right: 'self.read' }),
}
