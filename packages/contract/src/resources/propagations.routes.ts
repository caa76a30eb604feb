import { route } from '../route.ts'
import type * as schema from './propagations.schema.ts'

/** Changes on their way to the vendor: for a host that carries them out itself and says when they are in effect. */
export const propagations = {
  /** Lists them, oldest first. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/propagations',
    right: 'propagations.report',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Reports what became of one. Reported twice, or too late, it changes nothing more. */
  observed: route<typeof schema.observed>({
    method: 'POST',
    path: '/propagations/{id}/observed',
    right: 'propagations.report',
    errors: ['validation_failed'],
  }),
}
