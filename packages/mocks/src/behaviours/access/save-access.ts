import type { access, ClientAccess, DirectSubscription, FieldError } from '@clientele/contract'
import { nextEtag, requireVersion, type CallTo } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { accessView } from './access-view.ts'
import { pairAccess, settleState } from './pairs.ts'
import { startPropagation } from './propagations.ts'
import { moveSwitch, onItsWay } from './switch.ts'

type Save = CallTo<typeof access.save>

/** The client's decision about one reseller, saved as a whole (R170). */
export function saveAccess(call: Save): ClientAccess {
  const pair = { clientId: call.params.id, resellerId: call.params.resellerId }
  const saved = pairAccess(call, pair)
  const { allow, direct, resellerHasAgreed } = call.input
  requireVersion(call, saved.etag)
  requireUnlocked(saved, allow)
  requireTicks(call, saved)
  if (resellerHasAgreed && saved.agreement.state === 'none') {
    saved.agreement = { state: 'attested_by_client', at: call.now.toISOString() }
    saved.etag = nextEtag(saved.etag)
  }
  moveSwitch(call, pair, { wanted: allow })
  const { keepDirectSelection } = call.store.single('settings').access
  const ticked = allow || keepDirectSelection ? direct : []
  if (ticked) tick(call, saved, ticked)
  settleState(call, pair)
  return accessView(saved, call)
}

function requireUnlocked({ lockedByContract: clause, allow }: ClientAccess, isOn: boolean): void {
  if (clause === null || !allow.wanted || isOn) return
  throw new Refusal('locked_by_contract', `The contract keeps this access on: ${clause}.`, { clause })
}

/** R171, R173: what is newly ticked was bought elsewhere, under a switch that is on, and the reseller has agreed. */
function requireTicks({ input }: Save, { direct, agreement, reseller }: ClientAccess): void {
  const added = (input.direct ?? []).flatMap((id, index) => {
    const known = direct.find(({ subscription }) => subscription.id === id)
    return known?.wanted ? [] : [{ index, isKnown: known !== undefined }]
  })
  if (added.length === 0) return
  const foreign = added.flatMap(({ index, isKnown }): FieldError[] => {
    const detail = 'It is no subscription that the client has and bought elsewhere.'
    return isKnown ? [] : [{ pointer: `/direct/${index}`, code: 'subscription_not_direct', detail }]
  })
  const detail = 'Direct subscriptions can be ticked only while the switch is on.'
  refuseFields(input.allow ? foreign : [...foreign, { pointer: '/direct', code: 'direct_access_needs_switch', detail }])
  if (input.resellerHasAgreed || agreement.state !== 'none') return
  const data = { resellerId: reseller.id }
  throw new Refusal('reseller_agreement_missing', 'The reseller has not agreed to look after them.', data)
}

/** What is ticked or not any more sets out to the vendor. */
function tick(call: Save, saved: ClientAccess, ids: readonly string[]): void {
  const pair = { clientId: saved.clientId, resellerId: saved.reseller.id }
  const before = JSON.stringify(saved.direct)
  saved.direct = saved.direct.map((one): DirectSubscription => {
    const wanted = ids.includes(one.subscription.id)
    if (wanted === one.wanted) return one
    startPropagation(call, pair, { target: 'tick', targetId: one.subscription.id, wanted })
    return { ...one, ...onItsWay(call, one, wanted) }
  })
  if (before !== JSON.stringify(saved.direct)) saved.etag = nextEtag(saved.etag)
}
