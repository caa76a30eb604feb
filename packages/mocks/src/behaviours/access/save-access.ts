import { pairNamed } from './pair-named.ts'
import type { access, ClientAccess, FieldError } from '@clientele/contract'
import { requireVersion, type CallTo } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { grantAccess } from '../access-grants/grant-access.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { issueReceipt } from '../access-grants/receipts.ts'
import { endGrant } from '../access-grants/step-grant.ts'
import { accessView } from './access-view.ts'
import { agree } from './agree.ts'
import { pairAccess, settleState } from './pairs.ts'
import { moveSwitch } from './switch.ts'
import { moveTicks, tickedIn } from './ticks.ts'

type Save = CallTo<typeof access.save>

/** The client's decision about one reseller, saved as a whole (R170). */
export function saveAccess(call: Save): ClientAccess {
  const pair = pairNamed(call)
  const saved = pairAccess(call, pair)
  const { allow, direct, resellerHasAgreed } = call.input
  requireVersion(call, saved.etag)
  requireUnlocked(saved, allow)
  requireTicks(call, saved)
  if (resellerHasAgreed) agree(call, saved, 'attested_by_client')
  moveSwitch(call, pair, allow ? 'on' : 'off')
  const { keepDirectSelection } = call.store.single('settings').access
  const ticked = allow || keepDirectSelection ? direct : []
  if (ticked) moveTicks(call, saved, ticked)
  followTicks(call, saved)
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

/** R172: the first tick makes a grant for ticks to count under, where there is none; the last that is taken out ends it. */
function followTicks(call: Save, saved: ClientAccess): void {
  const pair = { clientId: saved.clientId, resellerId: saved.reseller.id }
  const living = saved.grants.filter(isLiving)
  const scope = { kind: 'sold_plus_ticked' } as const
  if (tickedIn(saved).length === 0) {
    for (const grant of living.filter(({ source }) => source === 'direct_tick')) endGrant(call, grant, 'client_ended')
    return
  }
  const level = call.input.direct?.length ? consoleLevel(call) : undefined
  if (!level || living.some((grant) => grant.scope.kind === scope.kind || grant.family === level.family)) return
  issueReceipt(call, grantAccess(call, pair, { level, scope, source: 'direct_tick' }), level.id)
}

/** The level of the console that everybody begins with. */
function consoleLevel({ store }: Save) {
  const levels = store.records('accessLevels').filter((one) => one.family === 'console' && one.status === 'published')
  return levels.toSorted((a, b) => a.rank - b.rank)[0]
}
