import type { Propagating, Propagation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { later } from '../later.ts'
import { pairAccess, settleState, type Pair } from './pairs.ts'

type Target = Pick<Propagation, 'target' | 'targetId' | 'wanted'>

/** Rows of `propagations` with rules of their own: what was wanted is in effect once that is reported. */
export const propagationBehaviours: Behaviours<'propagations'> = {
  observed(call) {
    const propagation = recordOf(call, 'propagations', call.params.id)
    if (propagation.state !== 'pending') return propagation
    const { outcome, detail = null } = call.input
    const state = outcome === 'in_effect' ? 'in_sync' : 'failed'
    Object.assign(propagation, { state, detail, settledAt: call.now.toISOString() })
    // one of the examples may be about a client that is not there
    const isKnown = call.store.find('clients', propagation.clientId) !== undefined
    if (state === 'in_sync' && isKnown) settle(call, propagation)
    return propagation
  },
}

/** A change sets out to the vendor, in the place of one about the same that is under way. */
export function startPropagation(call: Surroundings, { clientId, resellerId }: Pair, target: Target): Propagation {
  const { store, now } = call
  const all = store.records('propagations')
  for (const before of all) {
    const isSame = before.clientId === clientId && before.targetId === target.targetId && before.state === 'pending'
    if (isSame) Object.assign(before, { state: 'superseded', settledAt: now.toISOString() })
  }
  const propagation: Propagation = {
    id: store.newId('ppg'),
    clientId,
    resellerId,
    ...target,
    state: 'pending',
    overdue: false,
    attempts: 0,
    expectedBy: later(now, store.single('settings').access.propagationMax),
    settledAt: null,
    detail: null,
    createdAt: now.toISOString(),
  }
  all.push(propagation)
  return propagation
}

/** The change was seen to be in effect. What waits for the switch waits on. */
function settle(call: Surroundings, { target, targetId, wanted, ...pair }: Propagation): void {
  const access = pairAccess(call, pair)
  if (target === 'switch') access.allow = seen(access.allow, wanted)
  if (target === 'tick') {
    access.direct = access.direct.map((one) =>
      one.subscription.id === targetId ? { ...one, ...seen(one, wanted) } : one,
    )
  }
  const isOpen = access.allow.wanted && access.allow.observed && access.pausedAt === null
  for (const grant of access.grants) {
    if (target === 'grant' && grant.id !== targetId) continue
    if (grant.status === 'ending' && target === 'grant') keepGrant(call, { ...grant, status: 'ended' })
    const isWaiting = grant.status === 'paused' || (grant.status === 'activating' && isDone(call, grant.id))
    if (isOpen && isWaiting) {
      const activatedAt = grant.activatedAt ?? call.now.toISOString()
      keepGrant(call, { ...grant, status: 'active', activatedAt })
    }
  }
  settleState(call, pair)
}

function seen(before: Propagating, observed: boolean): Propagating {
  const { wanted, changedAt } = before
  return { wanted, observed, propagation: 'in_sync', changedAt, effectiveBy: null }
}

function isDone({ store }: Surroundings, targetId: string): boolean {
  return !store.records('propagations').some((one) => one.targetId === targetId && one.state === 'pending')
}
