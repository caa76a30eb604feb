import type { ClientAccess } from '@clientele/contract'
import { nextEtag, type Surroundings } from '../../answers/mock-call.ts'
import { actorOf } from '../actor-of.ts'
import type { Happening } from '../events/record-event.ts'
import type { SwitchState } from './switch.rules.ts'

/** The state of a switch as the rules see it. */
export function switchState({ allow, pausedAt }: ClientAccess): SwitchState {
  const { wanted, observed, propagation } = allow
  return { wanted, observed, propagation, paused: pausedAt !== null }
}

/** The switch of a pair as a record: with the first thing that is decided it gets its first version. */
export function touchPolicy(call: Surroundings, access: ClientAccess): void {
  const { store, now } = call
  store.changed.add(access)
  if (access.etag === '"0"') {
    access.changedBy = actorOf(call)
    access.allow = { ...access.allow, changedAt: now.toISOString() }
    access.etag = nextEtag(access.etag)
  }
}

/** One version on. */
export function raiseVersion(call: Surroundings, access: ClientAccess): void {
  touchPolicy(call, access)
  access.etag = nextEtag(access.etag)
}

/** The id that events and propagations name a switch by. */
export function policyIdOf({ store }: Surroundings, { clientId, reseller }: ClientAccess): string {
  const pair = `${clientId} ${reseller.id}`
  const id = store.policyIds.get(pair) ?? store.newId('apo')
  store.policyIds.set(pair, id)
  return id
}

/** What an event about a switch is about. */
export function aboutPolicy(call: Surroundings, access: ClientAccess): Omit<Happening, 'type' | 'changes'> {
  const { clientId, reseller } = access
  return { subject: { type: 'access_policy', id: policyIdOf(call, access) }, clientId, resellerId: reseller.id }
}
