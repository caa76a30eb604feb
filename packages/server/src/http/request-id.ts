import type { Clock } from '../clock.ts'
import { newId } from '../new-id.ts'

/** The caller's own, where it is one that can go into a log; else a new one. */
export function requestIdOf(headers: Headers, clock: Clock): string {
  const given = headers.get('x-request-id')
  return given !== null && /^[\w.:-]{1,100}$/.test(given) ? given : newId('req', clock.now())
}
