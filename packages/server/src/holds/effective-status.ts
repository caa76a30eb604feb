/** What a hold can close on its own. */
export const holdScopes = ['panel', 'web', 'mail_in', 'mail_out', 'ftp', 'api', 'purchase'] as const
export type HoldScope = (typeof holdScopes)[number]

/** Something that keeps a reseller, a client or a subscription from working: it is placed and lifted, and changes no status. */
export interface Hold {
  /** The id of what it was placed on. */
  target: string
  /** `tree`: also on everything below. */
  reach: 'self' | 'tree'
  startsAt: Date
  /** `null`: until it is lifted. */
  endsAt: Date | null
  liftedAt: Date | null
  scopes: 'all' | readonly HoldScope[]
}

/** A reseller, a client or a subscription, and who stands above it, in any order. */
export interface Placed {
  id: string
  above: readonly string[]
}

/** What the holds make of it. */
export interface EffectiveStatus {
  status: 'active' | 'suspended'
  /** What is closed while the rest goes on; nothing of it is said of what is suspended. */
  restricted: HoldScope[]
}

/**
 * Effective status (model 5.5): suspended while a hold is in force that closes everything, on it or, with the reach
 * `tree`, above it; restricted by those that close a part. It is computed from the holds each time, so that lifting one
 * gives back exactly what was there before.
 */
export function effectiveStatus(of: Placed, holds: readonly Hold[], now: Date): EffectiveStatus {
  const scopes = holds.filter((hold) => isInForce(hold, now) && weighsOn(hold, of)).map((hold) => hold.scopes)
  if (scopes.includes('all')) return { status: 'suspended', restricted: [] }
  return { status: 'active', restricted: holdScopes.filter((scope) => scopes.some((closed) => closed.includes(scope))) }
}

function isInForce({ startsAt, endsAt, liftedAt }: Hold, now: Date): boolean {
  return liftedAt === null && startsAt <= now && (endsAt === null || now < endsAt)
}

function weighsOn({ target, reach }: Hold, { id, above }: Placed): boolean {
  return target === id || (reach === 'tree' && above.includes(target))
}
