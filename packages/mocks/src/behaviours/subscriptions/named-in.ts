import type { AccessScope } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** The subscriptions that scopes name, as a person knows them. */
export function namedIn({ store }: Surroundings, scopes: readonly AccessScope[]): { id: string; name: string }[] {
  const named = scopes.flatMap((scope) => (scope.kind === 'subscriptions' ? scope.ids : []))
  const all = store.records('subscriptions').filter(({ id }) => named.includes(id))
  return all.map(({ id, name }) => ({ id, name }))
}
