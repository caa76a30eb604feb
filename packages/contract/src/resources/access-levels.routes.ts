import { route } from '../route.ts'
import type * as schema from './access-levels.schema.ts'

/** What a reseller can be allowed to do: levels by rank, with texts that carry a version. */
export const accessLevels = {
  /** Lists the newest version of each level, the lowest rank of each family first. `selectable` are those to ask for. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/access-levels',
    right: 'self.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Reads one version of a level, also a retired one: grants stay pinned to what the client saw. */
  get: route<typeof schema.get>({ method: 'GET', path: '/access-levels/{id}', right: 'self.read' }),
  /**
   * Publishes a new version of a level, or nothing where it says what the newest one says. What it adds reaches old
   * grants only once their clients agree to the difference; what it takes away is gone from them at once.
   */
  publish: route<typeof schema.publish>({
    method: 'PUT',
    path: '/access-levels/{key}',
    right: 'access_levels.publish',
    stepUp: true,
    errors: ['validation_failed', 'step_up_required'],
  }),
}
