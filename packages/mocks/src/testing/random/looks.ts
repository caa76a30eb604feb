import type { World } from '../walks/worlds.ts'
import type { Chance } from './chance.ts'

/** Looks at how everything stands, by somebody. */
export interface Look {
  name: string
  run: (world: World) => Promise<unknown>
}

const callers = ['reseller', 'second', 'support', 'platform', 'ada', 'ben'] as const
const clients = ['ada', 'ben', 'finn', 'gina'] as const
const capabilities = ['products.manage', 'products.purchase', 'products.suggest', 'support.cases.read']

/** What anybody may look at, chosen by chance. */
export function nextLook(chance: Chance): Look {
  const [by, about, capability] = [chance.of(callers), chance.of(clients), chance.of(capabilities)]
  const of = chance.of(['resellerId', 'secondId'] as const)
  const what = chance.of([
    'switch',
    'all access',
    'activity',
    'client',
    'clients',
    'requests',
    'grants',
    'check',
    'explain',
    'propagations',
    'subscriptions',
    'suggestions',
    'orders',
    'events',
  ] as const)
  return {
    name: `${by} looks at ${what} of ${about} (${of}, ${capability})`,
    run(world) {
      const [id, resellerId] = [world.ids[about], world[of]]
      const api = by === 'ada' || by === 'ben' ? world.administrator(by) : world[by]
      const query = { clientId: id, limit: 200 } as const
      const withActions = { ...query, include: ['actions'] } as {
        clientId: string
        limit: number
        include: 'actions'[]
      }
      const question = {
        clientId: id,
        capability,
        ...(by !== 'reseller' && by !== 'support' && by !== 'second' && { resellerId }),
      }
      const looks = {
        switch: () => api.access.get({ id, resellerId }),
        'all access': () => api.access.list(id),
        activity: () => api.access.activity(id, { limit: 200 }),
        client: () => api.clients.get(id),
        clients: () => api.clients.list({ limit: 200, include: ['actions'] }),
        requests: () => api.accessRequests.list(withActions),
        grants: () => api.accessGrants.list(withActions),
        check: () => api.access.check(question),
        explain: () => api.access.explain(question),
        propagations: () => api.propagations.list(query),
        subscriptions: () => api.subscriptions.list(withActions),
        suggestions: () => api.suggestions.list(withActions),
        orders: () => api.orders.list(query),
        events: () => api.events.list(query),
      }
      return looks[what]()
    },
  }
}
