import { neverDelegable, purchasing, type AccessGrant, type AccessLevel } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { keepGrant, noteGrant } from '../access-grants/keep-grant.ts'
import { aboutGrant, pairOf } from '../access-grants/step-grant.ts'
import { offerOf } from '../access-grants/version-offer.ts'
import { startPropagation } from '../access/start-propagation.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { pageOf } from '../list-records.ts'
import { newestOf } from './levels.ts'

/** What a version says; its number and dates apart. */
const told = ['family', 'rank', 'capabilities', 'texts', 'requiresPaymentMethod', 'selectable'] as const

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
    const changes = changesBetween<Partial<AccessLevel>>(before ?? {}, level, told)
    if (before && Object.keys(changes).length === 0) return before
    if (before) before.status = 'retired'
    store.records('accessLevels').push(level)
    recordEvent(call, {
      type: 'access_level.published',
      subject: { type: 'access_level', id: key },
      resellerId: store.me.account.id,
      changes: { version: { from: before?.version ?? null, to: version }, ...changes },
    })
    const living = store.records('accessGrants').filter((grant) => isLiving(grant) && grant.level.startsWith(`${key}@`))
    for (const grant of living.map((one) => narrowed(call, one, level))) offer(call, grant, level)
    return level
  },
}

/** What the new version takes away is gone from living grants at once. */
function narrowed(call: Surroundings, { ...grant }: AccessGrant, level: AccessLevel): AccessGrant {
  const left = <T extends string>(some: readonly T[]) =>
    some.filter((one) => level.capabilities.some((it) => it === one))
  const { agreed } = call.store
  const [capabilities, agreedBefore = []] = [left(grant.capabilities), agreed.get(grant.id)]
  const isNarrower = capabilities.length < grant.capabilities.length
  if (!isNarrower && left(agreedBefore).length === agreedBefore.length) return grant
  if (agreed.has(grant.id)) agreed.set(grant.id, left(agreedBefore))
  const after = keepGrant(call, { ...grant, capabilities })
  // the vendor allows what the grant did, until it is told that it is less
  startPropagation(call, pairOf(after), { target: 'grant', targetId: after.id, wanted: true })
  const changes = { capabilities: { from: grant.capabilities, to: capabilities } }
  recordEvent(call, { type: 'access_grant.narrowed', ...aboutGrant(after), changes })
  return after
}

/** What it adds is only offered to them. */
function offer(call: Surroundings, { ...grant }: AccessGrant, level: AccessLevel): void {
  const to = offerOf(call, grant, level)
  noteGrant(call, grant, { offeredVersion: to })
  if (!to) return
  const changes = { offeredVersion: { from: withoutAnswer(grant.offeredVersion), to: withoutAnswer(to) } }
  recordEvent(call, { type: 'access_grant.level_version_offered', ...aboutGrant(grant), changes })
}

function withoutAnswer(offered: AccessGrant['offeredVersion']) {
  return offered && { level: offered.level, adds: offered.adds }
}
