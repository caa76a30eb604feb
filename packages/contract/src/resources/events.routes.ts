import { route } from '../route.ts'
import type * as schema from './events.schema.ts'

/** What happened, in the order in which it became visible. */
export const events = {
  /** Lists events, oldest first. An event that was committed late comes later: a reader by cursor misses none. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/events',
    right: 'events.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
}
