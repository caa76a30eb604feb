import type { Client } from '@clientele/contract'

/** Whether something is allowed already, be it paused or not in effect yet. */
export function hasAccess({ accessState }: Pick<Client, 'accessState'>): boolean {
  return accessState !== 'none' && accessState !== 'ended' && accessState !== 'declined'
}
