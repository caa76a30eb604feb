import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { pairAccess } from '../access/pairs.ts'
import { change } from '../change.ts'

/** Keeps a grant, new or changed: in the list of all, and in the access of its reseller. */
export function keepGrant(call: Surroundings, grant: AccessGrant): AccessGrant {
  const { store } = call
  const all = store.records('accessGrants')
  const known = all.find(({ id }) => id === grant.id)
  const { actions: _actions, ...facts } = grant
  const kept = known ? change(call, known, facts) : grant
  if (!known) all.push(kept)
  const access = pairAccess(call, { clientId: grant.client.id, resellerId: grant.reseller.id })
  access.grants = [...access.grants.filter(({ id }) => id !== grant.id), kept]
  store.changed.add(kept)
  return kept
}
