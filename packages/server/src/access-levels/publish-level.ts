import type { accessLevels } from '@clientele/contract'
import { and, eq } from 'drizzle-orm'
import { livingStatuses } from '../access-grants/grants.rules.ts'
import { aboutPair } from '../access/about-pair.ts'
import type { Pair } from '../access/pair.ts'
import { accessLevels as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { changesBetween, recordEvent, recordEvents, type By, type Happening } from '../events/record-event.ts'
import type { Answer } from '../handler.ts'
import { wake } from '../jobs/due-work.ts'
import { startPropagations, type Wanted } from '../propagations/propagations.store.ts'
import { refuseInvalid } from '../refusal.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { toLevel, type LevelRow } from './access-levels.store.ts'
import { inOrder, levelErrors, needsPaymentMethod, versionOffer } from './levels.rules.ts'

/** What a version says; its number and dates apart. */
const told = ['family', 'rank', 'capabilities', 'texts', 'requiresPaymentMethod', 'selectable'] as const

export const publishLevel: Answer<(typeof accessLevels)['publish']> = async (call, tx) => {
  const { key } = call.params
  // one at a time: each is checked against the others as they will stand
  await tx.query('lock table access_levels in share row exclusive mode')
  const published = await tx.db.select().from(table).where(eq(table.status, 'published'))
  const before = published.find((level) => level.key === key)
  refuseInvalid(levelErrors(key, call.input, published))
  const { input, now } = call
  const level: LevelRow = {
    key,
    version: (before?.version ?? 0) + 1,
    family: input.family,
    rank: input.rank,
    capabilities: inOrder(input.capabilities),
    texts: input.texts,
    requiresPaymentMethod: input.requiresPaymentMethod ?? needsPaymentMethod(input.capabilities),
    selectable: input.selectable ?? before?.selectable ?? true,
    status: 'published',
    publishedAt: now,
  }
  const changes = changesBetween<Partial<LevelRow>>(before ?? {}, level, told)
  if (before && Object.keys(changes).length === 0) return toLevel(before)
  if (before) {
    const isBefore = and(eq(table.key, key), eq(table.version, before.version))
    await tx.db.update(table).set({ status: 'retired' }).where(isBefore)
  }
  await tx.db.insert(table).values(level)
  await recordEvent(tx, call, {
    type: 'access_level.published',
    subject: { type: 'access_level', id: key },
    ownerId: call.caller.account.id,
    changes: { version: { from: before?.version ?? null, to: level.version }, ...changes },
  })
  if (before) {
    await reachGrants(tx, call, before, level)
    await wake(tx, 'offers')
  }
  return toLevel(level)
}

interface LivingGrant {
  [column: string]: unknown
  id: string
  client_id: string
  reseller_id: string
  level_version: number
  capabilities: string[]
  agreed_capabilities: string[] | null
}

/** N5: what the new version takes away is gone from living grants at once; what it adds is only offered to them. */
async function reachGrants(tx: Tx, by: By, before: LevelRow, level: LevelRow): Promise<void> {
  const grants = await tx.query<LivingGrant>(
    `select g.id, g.client_id, g.reseller_id, g.level_version, g.capabilities, g.agreed_capabilities from access_grants g
      where g.level_key = $1 and g.status = any($2)
      order by g.id for update of g`,
    [level.key, livingStatuses],
  )
  const narrowed = grants.filter((grant) => hasMore(grant, level))
  await tx.query(
    `update access_grants set capabilities = ${kept('capabilities')}, agreed_capabilities = ${kept('agreed_capabilities')},
       version = version + 1, updated_at = $3
      where id = any($1)`,
    [narrowed.map(({ id }) => id), level.capabilities, by.now],
  )
  const { propagationMax } = accessSettings(await readSettings(tx))
  await startPropagations(tx, by.now, narrowed.map(atVendor), shifted(by.now, propagationMax))
  await recordEvents(tx, by, [
    ...narrowed.map((grant) => narrowing(grant, level)),
    ...grants.flatMap((grant) => offering(grant, before, level)),
  ])
}

/** The vendor allows what the grant did, until it is told that it is less. */
function atVendor({ id, client_id: clientId, reseller_id: resellerId }: LivingGrant): Pair & Wanted {
  return { clientId, resellerId, target: 'grant', targetId: id, wanted: true }
}

/** Of an array what the new version still contains; of none none. */
function kept(column: string): string {
  return `case when ${column} is not null then array(
    select one from unnest(${column}) with ordinality as each (one, place) where one = any($2) order by place) end`
}

function left(capabilities: readonly string[], level: LevelRow): string[] {
  return capabilities.filter((capability) => level.capabilities.includes(capability))
}

function hasMore({ capabilities, agreed_capabilities: agreed }: LivingGrant, level: LevelRow): boolean {
  return [capabilities, agreed ?? []].some((some) => left(some, level).length < some.length)
}

function narrowing(grant: LivingGrant, level: LevelRow): Happening {
  const { capabilities } = grant
  const changes = { capabilities: { from: capabilities, to: left(capabilities, level) } }
  return { type: 'access_grant.narrowed', ...about(grant), changes }
}

function offering(grant: LivingGrant, before: LevelRow, level: LevelRow): Happening[] {
  const { level_version: levelVersion, capabilities, agreed_capabilities: agreedCapabilities } = grant
  const offered = (newest: LevelRow) =>
    versionOffer(
      {
        levelVersion,
        capabilities: left(capabilities, newest),
        agreedCapabilities: agreedCapabilities && left(agreedCapabilities, newest),
      },
      newest,
    )
  const to = offered(level)
  return to
    ? [
        {
          type: 'access_grant.level_version_offered',
          ...about(grant),
          changes: { offeredVersion: { from: offered(before), to } },
        },
      ]
    : []
}

function about(grant: LivingGrant): Pick<Happening, 'subject' | 'ownerId' | 'clientId'> {
  const pair = { clientId: grant.client_id, resellerId: grant.reseller_id }
  return { subject: { type: 'access_grant', id: grant.id }, ...aboutPair(pair) }
}
