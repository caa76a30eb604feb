import type { Propagation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'
import type { Pair } from './pairs.ts'

type Target = Pick<Propagation, 'target' | 'targetId' | 'wanted'>

/** A change sets out to the vendor, in the place of one about the same that is under way. */
export function startPropagation({ store, now }: Surroundings, pair: Pair, target: Target): void {
  const all = store.records('propagations')
  for (const before of all) {
    if (before.state === 'pending' && isAbout(before, pair, target)) {
      Object.assign(before, { state: 'superseded', settledAt: now.toISOString() })
    }
  }
  const propagation: Propagation = {
    id: store.newId('ppg'),
    ...pair,
    ...target,
    capabilities: [],
    scope: null,
    state: 'pending',
    overdue: false,
    attempts: 0,
    expectedBy: later(now, store.single('settings').access.propagationMax),
    settledAt: null,
    detail: null,
    createdAt: now.toISOString(),
  }
  store.timed.add(propagation)
  all.push(propagation)
}

function isAbout(one: Propagation, { clientId, resellerId }: Pair, { target, targetId }: Target): boolean {
  const isOfPair = one.clientId === clientId && one.resellerId === resellerId
  return isOfPair && one.target === target && one.targetId === targetId
}
