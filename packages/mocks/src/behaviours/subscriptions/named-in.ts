import type { AccessScope } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isKept } from './kept.ts'

/** The subscriptions that scopes name, as a person knows them. What the client has no more is left out. */
export function namedIn(
  { store }: Surroundings,
  clientId: string,
  scopes: readonly AccessScope[],
): { id: string; name: string }[] {
  const named = scopes.flatMap((scope) => (scope.kind === 'subscriptions' ? scope.ids : []))
  const all = store
    .records('subscriptions')
    .filter((one) => named.includes(one.id) && one.clientId === clientId && isKept(one))
  return all.map(({ id, name }) => ({ id, name }))
}
