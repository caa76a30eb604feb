import { route } from '../route.ts'
import type * as schema from './sessions.schema.ts'

/** Tokens with which a host's pages call the API for the person in front of them. */
export const sessions = {
  /** Makes a widget session. Called by the host's backend with its API key, never by a browser. */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/sessions',
    status: 201,
    right: 'sessions.create',
    // a token is made anew each time, and nothing is stored: sending it twice does no harm
    reads: true,
    secret: true,
    errors: ['validation_failed', 'role_required'],
  }),
}
