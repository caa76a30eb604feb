import { route } from '../route.ts'
import type * as schema from './settings.schema.ts'

/** The platform's settings: what a valid client is, how access is asked for, where links in mails lead, who is told. */
export const settings = {
  /** Reads the settings. Everybody may: forms follow them. */
  get: route<typeof schema.get>({ method: 'GET', path: '/settings', right: 'settings.read' }),
  /** Changes settings. Clients that are there already stay as they are. */
  update: route<typeof schema.update>({
    method: 'PATCH',
    path: '/settings',
    right: 'settings.update',
    stepUp: true,
    errors: ['validation_failed', 'etag_mismatch', 'step_up_required'],
  }),
}
