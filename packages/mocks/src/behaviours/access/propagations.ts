import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { pairNamed } from './pair-named.ts'
import { pairAccess } from './pairs.ts'
import { propagationView } from './propagation-view.ts'
import { seePropagation } from './see-propagation.ts'

/** Rows of `propagations` with rules of their own: what was wanted is in effect once that is reported. */
export const propagationBehaviours: Behaviours<'propagations'> = {
  observed(call) {
    const propagation = recordOf(call, 'propagations', call.params.id)
    if (propagation.state !== 'pending') return propagationView(propagation, call)
    const { outcome, detail = null } = call.input
    seePropagation(call, propagation, outcome, detail)
    return propagationView(propagation, call)
  },

  recheck(call) {
    const { clientId, resellerId } = pairNamed(call)
    pairAccess(call, { clientId, resellerId })
    const onTheirWay = call.store
      .records('propagations')
      .filter((one) => one.clientId === clientId && one.resellerId === resellerId && one.state === 'pending')
    return { asked: onTheirWay.length }
  },
}
