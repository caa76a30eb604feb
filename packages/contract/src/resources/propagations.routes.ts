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
  /**
   * Reports what became of one. Reported twice, or too late, it changes nothing more. What takes access away, or adds to
   * access that is there, stays pending and overdue where it was refused: it is tried again, and can be reported again.
   */
  observed: route<typeof schema.observed>({
    method: 'POST',
    path: '/propagations/{id}/observed',
    right: 'propagations.report',
    errors: ['validation_failed'],
  }),
  /**
   * Looks again, at once, into what is on its way between a reseller and a client: for whoever waits for it. What was
   * tried within the last minute is left alone.
   */
  recheck: route<typeof schema.recheck>({
    method: 'POST',
    path: '/clients/{id}/access/{resellerId}/recheck',
    right: 'access.read',
    bodyless: true,
  }),
}
