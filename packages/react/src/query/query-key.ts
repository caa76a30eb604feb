import type { ResourceName, Resources } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'

const scopes = new WeakMap<Clientele, number>()
let lastScope = 0

/**
 * The key under which the kit keeps what it read: of one row of the API, or of a whole resource. Two clients never share
 * an entry, so two tenants can stand on one page. Use it to load again what your own code has changed.
 *
 * @example
 * await queryClient.invalidateQueries({ queryKey: queryKeyOf(client, 'clients') })
 */
export function queryKeyOf<N extends ResourceName>(
  client: Clientele,
  resource: N,
  row?: keyof Resources[N] & string,
  ...args: readonly unknown[]
): readonly unknown[] {
  const scope = scopes.get(client) ?? ++lastScope
  scopes.set(client, scope)
  return ['clientele', scope, resource, ...(row === undefined ? [] : [row]), ...args]
}
