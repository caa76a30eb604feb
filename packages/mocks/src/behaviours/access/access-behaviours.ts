import type { AccessQuestion, ClientAccess, Event, ManagedAccess } from '@clientele/contract'
import { nextEtag, requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { linkInvalid } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { ended } from '../access-grants/grant-behaviours.ts'
import { isLiving } from '../access-grants/grant-view.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { namedIn } from '../subscriptions/named-in.ts'
import { accessList, accessView, linkedAccess } from './access-view.ts'
import { explain } from './explain.ts'
import { pairAccess, pairsOf, settleState, type Pair } from './pairs.ts'
import { startPropagation } from './propagations.ts'
import { saveAccess } from './save-access.ts'
import { moveSwitch } from './switch.ts'

type Example = { data: Event[] }

/** Rows of `access`: the client's switch, what stops it, and whether somebody may. */
export const accessBehaviours: Behaviours<'access'> = {
  list: (call) => accessList(call, call.params.id),

  get: (call) => accessView(pairAccess(call, pairOf(call)), call),

  save: saveAccess,

  agree(call) {
    const access = pairAccess(call, pairOf(call))
    requireVersion(call, access.etag)
    const state = call.store.me.account.kind === 'client' ? 'attested_by_client' : 'confirmed_by_reseller'
    if (access.agreement.state !== state && access.agreement.state !== 'confirmed_by_reseller') {
      access.agreement = { state, at: call.now.toISOString() }
      access.etag = nextEtag(access.etag)
    }
    return accessView(access, call)
  },

  pause(call) {
    for (const access of pairsOf(call, call.params.id)) pause(call, access)
    return accessList(call, call.params.id)
  },

  resume(call) {
    for (const access of pairsOf(call, call.params.id)) resume(call, access)
    return accessList(call, call.params.id)
  },

  activity(call) {
    const { id } = recordOf(call, 'clients', call.params.id)
    const { resellerId, ...query } = call.query
    const of = (events: readonly Event[]) =>
      events.filter(
        ({ clientId, actor }) => clientId === id && (resellerId === undefined || actor.accountId === resellerId),
      )
    const given = of(call.store.records('events')).toReversed()
    return pageOf({ ...call, query }, given.length > 0 ? given : of((call.endpoint.example.output as Example).data))
  },

  check(call) {
    const { steps: _steps, removableBy: _removableBy, ...answer } = explain(call, asked(call))
    return answer
  },

  explain: (call) => explain(call, asked(call)),

  managed: (call) => managed(call, accessOfLink(call)),

  pauseManaged(call) {
    const access = accessOfLink(call)
    pause(call, access)
    return managed(call, access)
  },

  resumeManaged(call) {
    const access = accessOfLink(call)
    resume(call, access)
    return managed(call, access)
  },

  endManaged(call) {
    const access = accessOfLink(call)
    const pair = { clientId: access.clientId, resellerId: access.reseller.id }
    const living = access.grants.filter(isLiving)
    if (living.length === 0) {
      throw new Refusal('invalid_state_transition', 'It is over already.', { state: 'ended', allowed: [] })
    }
    for (const grant of living) {
      keepGrant(call, { ...grant, ...ended(call, 'client_ended') })
      startPropagation(call, pair, { target: 'grant', targetId: grant.id, wanted: false })
    }
    settleState(call, pair)
    return managed(call, access)
  },
}

function pairOf({ params }: { params: { id: string; resellerId: string } }): Pair {
  return { clientId: params.id, resellerId: params.resellerId }
}

/** What is off needs no pause, and would not come back by itself. */
function pause(call: Surroundings, access: ClientAccess): void {
  if (!access.allow.wanted || access.pausedAt !== null) return
  const pair = { clientId: access.clientId, resellerId: access.reseller.id }
  moveSwitch(call, pair, { pausedAt: call.now.toISOString() })
  settleState(call, pair)
}

function resume(call: Surroundings, access: ClientAccess): void {
  const pair = { clientId: access.clientId, resellerId: access.reseller.id }
  moveSwitch(call, pair, { pausedAt: null })
  settleState(call, pair)
}

/** In mocks a link is the id of the grant that it was mailed with; any other word opens the newest. */
function accessOfLink(call: Surroundings): ClientAccess {
  const { store, link = '' } = call
  const grants = store.records('accessGrants')
  const grant = link.startsWith('agr_') ? grants.find(({ id }) => id === link) : grants.at(-1)
  const isKnown = grant && store.find('clients', grant.client.id)
  if (!grant || !isKnown) throw linkInvalid()
  return pairAccess(call, { clientId: grant.client.id, resellerId: grant.reseller.id })
}

function managed(call: Surroundings, access: ClientAccess): ManagedAccess {
  const { name } = recordOf(call, 'clients', access.clientId)
  const ids = new Set(access.grants.map(({ level }) => level))
  const levels = call.store.records('accessLevels').filter(({ id }) => ids.has(id))
  const subscriptions = namedIn(
    call,
    access.grants.map(({ scope }) => scope),
  )
  return { client: { name }, access: linkedAccess(accessView(access, call)), levels, subscriptions }
}

function asked(call: Surroundings & { input: AccessQuestion }): AccessQuestion & { resellerId: string } {
  const { account } = call.store.me
  return { ...call.input, resellerId: call.input.resellerId ?? account.id }
}
