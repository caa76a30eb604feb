import type { Happening } from '../events/record-event.ts'
import type { Pair } from './pair.ts'

/** Whose business the events of a pair are: the client's, its owner's, and the reseller's that is neither. */
export function aboutPair({
  clientId,
  ownerId,
  resellerId,
}: Pair): Pick<Happening, 'ownerId' | 'clientId' | 'resellerId'> {
  return { ownerId, clientId, ...(resellerId === ownerId ? {} : { resellerId }) }
}
