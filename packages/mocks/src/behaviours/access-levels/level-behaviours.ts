import { purchasing, type AccessLevel } from '@clientele/contract'
import { neverDelegable } from '@clientele/contract'
import type { Behaviours } from '../behaviour-of.ts'
import { keepGrant } from '../access-grants/keep-grant.ts'
import { pageOf } from '../list-records.ts'
import { newestOf } from './levels.ts'

/** Rows of `accessLevels` with rules of their own: a level is published in versions, and grants stay with theirs (N5). */
export const accessLevelBehaviours: Behaviours<'accessLevels'> = {
  list(call) {
    const all = call.store.records('accessLevels')
    const shown = call.query.include?.includes('retired') ? all : all.filter(({ status }) => status === 'published')
    return pageOf(call, shown)
  },

  publish(call) {
    const { key } = call.params
    const { input, store, now } = call
    const before = newestOf(call, key)
    const version = (before?.version ?? 0) + 1
    const level: AccessLevel = {
      ...input,
      id: `${key}@${version}`,
      key,
      version,
      never: [...neverDelegable],
      requiresPaymentMethod:
        input.requiresPaymentMethod ?? input.capabilities.some((capability) => purchasing.includes(capability)),
      selectable: input.selectable ?? before?.selectable ?? true,
      status: 'published',
      publishedAt: now.toISOString(),
    }
    if (before) before.status = 'retired'
    store.records('accessLevels').push(level)
    for (const grant of store.records('accessGrants')) {
      if (grant.endedAt !== null || grant.level.split('@')[0] !== key) continue
      const kept = grant.capabilities.filter((capability) => level.capabilities.includes(capability))
      const adds = level.capabilities.filter((capability) => !grant.capabilities.includes(capability))
      keepGrant(call, { ...grant, capabilities: kept, offeredVersion: { level: level.id, adds } })
    }
    return level
  },
}
