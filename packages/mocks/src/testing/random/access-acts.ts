import { administrators, as, callers, recent, type Idea } from './idea.ts'

const capabilities = [
  'products.manage',
  'products.purchase',
  'products.suggest',
  'products.view',
  'support.cases.read',
  'payment_methods.read',
  'domains.manage',
  'x',
]

/** Somebody changes a grant. */
export const onGrant: Idea = (chance, { grants }) => {
  if (grants.length === 0) return undefined
  const [place, by] = [recent(chance, grants), chance.of(callers)]
  const action = chance.of(['end', 'lower', 'extend', 'letRunOut', 'get', 'receipt'] as const)
  const [level, duration] = [
    chance.of(['connection_only', 'manage', 'console_standard']),
    chance.of(['P2D', 'P30D', 'P1Y', null]),
  ]
  return {
    name: `${by} ${action} grant ${place} ${level} ${duration}`,
    async run(world, made) {
      const api = as(world, by).accessGrants
      const id = made.grants[place]?.id ?? ''
      if (action === 'lower') return api.lower(id, { level })
      if (action === 'extend') return api.extend(id, { duration })
      return api[action](id)
    },
  }
}

/** Somebody manages access by the link of the confirmation. */
export const byManageLink: Idea = (chance, { grants }) => {
  if (grants.length === 0) return undefined
  const place = recent(chance, grants)
  const action = chance.of(['managed', 'pauseManaged', 'resumeManaged', 'endManaged', 'managedReceipt'] as const)
  const who = chance.of([undefined, undefined, 'ada', 'ben'] as const)
  return {
    name: `${who ?? 'nobody'} ${action} by the link of grant ${place}`,
    async run(world, made) {
      const { id, link } = made.grants[place] ?? { id: '', link: '' }
      if (link === '') return undefined
      const api = world.holder(link, who).access
      return action === 'managedReceipt' ? api.managedReceipt(id) : api[action]()
    },
  }
}

/** The client decides, the reseller agrees and acts, the platform locks. */
export const onSwitch: Idea = (chance, { subscriptions }) => {
  const [by, about, isSecond] = [
    chance.of([...administrators, ...administrators, 'reseller', 'second', 'platform'] as const),
    chance.of(['ada', 'ada', 'ben', 'finn'] as const),
    chance.is(40),
  ]
  const action = chance.of(['save', 'save', 'save', 'agree', 'pause', 'resume', 'lock', 'replaceLinks', 'use'] as const)
  const [allow, hasAgreed, clause] = [chance.is(75), chance.is(60), chance.of([null, 'Clause 4'])]
  const ticked = chance.is(60) ? subscriptions.map((_, place) => place).filter(() => chance.is(40)) : undefined
  const capability = chance.of(capabilities)
  return {
    name: `${by} ${action} ${allow} ${String(ticked)} ${hasAgreed} ${clause} ${capability} for ${about} and ${isSecond ? 'the second' : 'the first'}`,
    async run(world, made) {
      const [id, resellerId] = [world.ids[about], isSecond ? world.secondId : world.resellerId]
      const api = as(world, by).access
      if (action === 'pause' || action === 'resume') return api[action](id)
      if (action === 'use') return as(world, isSecond ? 'second' : 'reseller').access.use({ clientId: id, capability })
      if (action === 'lock') return world.platform.access.lock({ id, resellerId }, { clause })
      if (action !== 'save') return api[action]({ id, resellerId })
      const direct = ticked?.map((place) => made.subscriptions[place] ?? '')
      return api.save(
        { id, resellerId },
        { allow, ...(direct && { direct }), ...(hasAgreed && { resellerHasAgreed: true }) },
      )
    },
  }
}
