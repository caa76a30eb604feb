import type { Happening } from '../events/record-event.ts'
import type { Pair } from './pair.ts'

/**
 * Whose business the events of a pair are: the client's and this reseller's. What a client has with one reseller is no
 * business of another, and of its owner neither (R201).
 */
export function aboutPair({ clientId, resellerId }: Pair): Pick<Happening, 'ownerId' | 'clientId'> {
  return { ownerId: resellerId, clientId }
}
