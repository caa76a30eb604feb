import type { Propagation } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** A change on its way, with what the grant that it is about is to allow. */
export function propagationView(propagation: Propagation, { store }: Surroundings): Propagation {
  const { target, targetId, wanted } = propagation
  const grant = target === 'grant' ? store.find('accessGrants', targetId) : undefined
  if (!grant) return propagation
  const capabilities = wanted ? [...(store.agreed.get(targetId) ?? grant.capabilities)] : []
  return { ...propagation, capabilities, scope: grant.scope }
}
