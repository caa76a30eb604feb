import { as, callers, clients, type Idea } from './idea.ts'

const skus = ['hosting_start', 'hosting_pro', 'workspace_starter', 'nosuch']

/** Something is sold, bought, changed. */
export const onSubscription: Idea = (chance, { subscriptions }) => {
  const [by, about, place] = [chance.of(callers), chance.of(clients), chance.below(subscriptions.length)]
  const action =
    subscriptions.length < 3 ? 'record' : chance.of(['record', 'setSeats', 'cancel', 'get', 'order', 'order'] as const)
  const [sku, seats, seller, chargeTo] = [
    chance.of(skus),
    1 + chance.below(5),
    chance.of([null, 'resellerId', 'secondId'] as const),
    chance.of(['client', 'reseller'] as const),
  ]
  return {
    name: `${by} ${action} subscription ${place} ${sku} ${seats} ${seller} ${chargeTo} of ${about}`,
    async run(world, made) {
      const id = made.subscriptions[place] ?? ''
      const api = as(world, by)
      if (action === 'setSeats') return api.subscriptions.setSeats(id, { seats })
      if (action === 'cancel' || action === 'get') return api.subscriptions[action](id)
      if (action === 'order')
        return api.orders.create({
          clientId: world.ids[about],
          items: [{ sku }],
          ...(chargeTo === 'reseller' && { chargeTo }),
        })
      const soldById = seller && world[seller]
      const made_ = await world.platform.subscriptions.record({
        clientId: world.ids[about],
        sku,
        seats,
        ...(soldById && { soldById }),
      })
      made.subscriptions.push(made_.id)
      return undefined
    },
  }
}

/** A reseller suggests, the client answers. */
export const onSuggestion: Idea = (chance, { suggestions }) => {
  const [by, about, place] = [chance.of(callers), chance.of(clients), chance.below(suggestions.length)]
  const action =
    suggestions.length === 0 ? 'create' : chance.of(['create', 'get', 'send', 'withdraw', 'answer', 'answer'] as const)
  const [some, isDraft, days, bought] = [
    [chance.of(skus), chance.of(skus)],
    chance.is(30),
    chance.of([undefined, -1, 3]),
    chance.below(3),
  ]
  const who = chance.of(['reseller', 'second', by] as const)
  return {
    name: `${by} (${who}) ${action} suggestion ${place} ${some.join()} ${isDraft} ${days} ${bought} of ${about}`,
    async run(world, made) {
      const known = made.suggestions[place] ?? { id: '', skus: [] }
      const api = as(world, by).suggestions
      if (action === 'answer') return api.answer(known.id, { buy: known.skus.slice(0, bought) })
      if (action !== 'create') return api[action](known.id)
      const expiresAt =
        days === undefined ? undefined : new Date(world.now().getTime() + days * 86_400_000).toISOString()
      const items = some.map((sku) => ({ sku }))
      const { id } = await as(world, who).suggestions.create({
        clientId: world.ids[about],
        items,
        ...(isDraft && { send: false }),
        ...(expiresAt && { expiresAt }),
      })
      made.suggestions.push({ id, skus: some })
      return undefined
    },
  }
}
