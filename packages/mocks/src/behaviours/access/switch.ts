import type { ClientAccess, Propagating } from '@clientele/contract'
import { nextEtag, type Surroundings } from '../../answers/mock-call.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { isLiving } from '../access-grants/grant-view.ts'
import { later } from '../later.ts'
import { pairAccess, type Pair } from './pairs.ts'
import { startPropagation } from './propagations.ts'

/** Turns the client's switch, or pauses it: off counts at once, on when it was seen to be in effect (SM4). */
export function moveSwitch(
  call: Surroundings,
  pair: Pair,
  to: { wanted?: boolean; pausedAt?: string | null },
): ClientAccess {
  const access = pairAccess(call, pair)
  const { wanted = access.allow.wanted, pausedAt = access.pausedAt } = to
  const [before, aim] = [aimOf(access), wanted && pausedAt === null]
  if (wanted === access.allow.wanted && pausedAt === access.pausedAt) return access
  access.pausedAt = pausedAt
  access.changedBy = actorOf(call, pair.clientId)
  access.allow = { ...(aim === before ? access.allow : onItsWay(call, access.allow, aim)), wanted }
  access.etag = nextEtag(access.etag)
  call.store.changed.add(access)
  if (aim === before) return access
  startPropagation(call, pair, { target: 'switch', targetId: `${pair.clientId} ${pair.resellerId}`, wanted: aim })
  for (const grant of access.grants) {
    if (!aim && isLiving(grant) && grant.status === 'active') keepGrant(call, { ...grant, status: 'paused' })
  }
  return access
}

/** A value that is wanted now and was not seen yet. On its way to “on” it is off, whatever was seen before. */
export function onItsWay(call: Surroundings, before: Propagating, wanted: boolean): Propagating {
  const { propagationMax } = call.store.single('settings').access
  return {
    wanted,
    observed: !wanted && before.observed,
    propagation: 'pending',
    changedAt: call.now.toISOString(),
    effectiveBy: later(call.now, propagationMax),
  }
}

function aimOf({ allow, pausedAt }: ClientAccess): boolean {
  return allow.wanted && pausedAt === null
}

function actorOf({ store, link, isSignedIn }: Surroundings, clientId: string): ClientAccess['changedBy'] {
  const { caller, account } = store.me
  if (link !== undefined && !isSignedIn) return { type: 'link_holder', id: 'link', display: null, accountId: clientId }
  return { type: caller.kind, id: caller.id, display: caller.name, accountId: account.id }
}
