import { clients, type Idea } from './idea.ts'

/** The host says what became of changes on their way. */
export const reports: Idea = (chance) => {
  const [outcome, target] = [
    chance.is(80) ? 'in_effect' : 'failed',
    chance.of([undefined, 'switch', 'tick', 'grant'] as const),
  ] as const
  return {
    name: `the host reports ${target ?? 'all'} ${outcome}`,
    async run({ platform }) {
      const { data } = await platform.propagations.list({ state: ['pending'], limit: 200 })
      for (const one of data.filter((some) => target === undefined || some.target === target)) {
        await platform.propagations.observed(one.id, { outcome })
      }
    },
  }
}

/** The platform decides something. */
export const onPlatform: Idea = (chance) => {
  const about = chance.of(clients)
  const [what, onFile] = [chance.below(4), chance.is(70)]
  const access = chance.of([
    { maxDuration: 'P30D' },
    { maxDuration: null },
    { keepDirectSelection: false },
    { keepDirectSelection: true },
    { requestMaxAttempts: 3 },
  ])
  const said = chance.of([['domains.manage'], []] as const)
  return {
    name: `the platform ${what} ${about} ${onFile} ${JSON.stringify(access)} ${said.join()}`,
    async run({ platform, ids }) {
      if (what === 0) return platform.settings.update({ access })
      if (what > 1) return platform.clients.setPaymentMethod(ids[about], { onFile })
      const { family, rank, texts } = await platform.accessLevels.get('connection_only@1')
      return platform.accessLevels.publish({ key: 'connection_only' }, { family, rank, capabilities: [...said], texts })
    },
  }
}

/** Time goes by. */
export const time: Idea = (chance) => {
  const hours = chance.of([1, 1, 25, 25, 80, 200, 800])
  return { name: `${hours} hours go by`, run: (world) => world.wait(hours * 60) }
}
