import type { AccessGrant } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { pairAccess } from '../access/pairs.ts'
import { change } from '../change.ts'

/** Keeps a grant, new or changed by one version: in the list of all, and in the access of its reseller. */
export function keepGrant(call: Surroundings, grant: AccessGrant): AccessGrant {
  const { actions: _actions, ...facts } = grant
  const known = call.store.find('accessGrants', grant.id)
  return known ? kept(call, change(call, known, facts)) : kept(call, grant)
}

/** Notes something in a grant that counts as no change of it. */
export function noteGrant(call: Surroundings, grant: AccessGrant, facts: Partial<AccessGrant>): AccessGrant {
  const { actions: _actions, ...before } = grant
  const known = call.store.find('accessGrants', grant.id) ?? grant
  return kept(call, Object.assign(known, before, facts))
}

function kept(call: Surroundings, grant: AccessGrant): AccessGrant {
  const { store } = call
  const all = store.records('accessGrants')
  if (!all.includes(grant)) all.push(grant)
  const access = pairAccess(call, { clientId: grant.client.id, resellerId: grant.reseller.id })
  const place = access.grants.findIndex(({ id }) => id === grant.id)
  access.grants = place < 0 ? [...access.grants, grant] : access.grants.with(place, grant)
  store.changed.add(grant)
  return grant
}
