import type { access, FieldError } from '@clientele/contract'
import { eq } from 'drizzle-orm'
import { holdLevel, levelId, type LevelRow } from '../access-levels/access-levels.store.ts'
import { grantAccess } from '../access-grants/grant-access.ts'
import { isLiving, statusAt } from '../access-grants/grants.rules.ts'
import { livingGrants } from '../access-grants/grants.store.ts'
import { issueLaterReceipt } from '../access-grants/later-receipt.ts'
import { endGrant } from '../access-grants/step-grant.ts'
import { accessPolicies } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf, recordEvent } from '../events/record-event.ts'
import { requireVersion, type Answer, type Call } from '../handler.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'
import { accessSettings, readSettings, type AccessSettings } from '../settings/settings.store.ts'
import { aboutPair } from './about-pair.ts'
import { directSubscriptions } from './client-access.store.ts'
import { readClientAccess } from './client-access.ts'
import { requireManagedIdentity } from './identity.rules.ts'
import { moveSwitch } from './move-switch.ts'
import { moveTicks } from './move-ticks.ts'
import { namedSubscriptions } from './named-subscriptions.ts'
import { tellBoth, tellOfChange } from './notices.ts'
import { requireSeenPair } from './own-client.ts'
import { lockPair, type Pair } from './pair.ts'
import { ensurePolicy, readPolicies, readTicks, type PolicyRow } from './policies.store.ts'

type Save = (typeof access)['save']

/** The client's decision about one reseller, saved as a whole (R170). */
export const saveAccess: Answer<Save> = async (call, tx) => {
  const { client, resellers } = await requireSeenPair(tx, call, call.params)
  const pair = { clientId: client.id, resellerId: call.params.resellerId }
  await tx.asSystem(async () => {
    const settings = accessSettings(await readSettings(tx))
    requireManagedIdentity(call.caller, client, settings)
    const level = call.input.direct?.length ? await holdConsoleLevel(tx) : undefined
    await lockPair(tx, pair)
    const [policy] = await readPolicies(tx, client.id, [pair.resellerId])
    requireVersion(call, policy?.version ?? 0)
    requireUnlocked(call, policy)
    await requireTicks(call, tx, pair, policy)
    await save(call, tx, pair, policy, settings)
    await followTicks(call, tx, pair, level, settings)
  })
  const [saved] = await readClientAccess(tx, call, client, resellers)
  if (!saved) throw notFound()
  return saved
}

async function save(
  call: Call<Save>,
  tx: Tx,
  pair: Pair,
  before: PolicyRow | undefined,
  { propagationMax, keepDirectSelection }: AccessSettings,
): Promise<void> {
  const { allow, resellerHasAgreed } = call.input
  if (resellerHasAgreed) await agree(tx, call, pair, 'attested_by_client')
  await moveSwitch(tx, call, pair, allow ? 'on' : 'off', propagationMax)
  // R176: kept they have no effect while the switch is off, and have it again when it is on
  const direct = allow || keepDirectSelection ? call.input.direct : []
  if (direct) {
    const policy = await ensurePolicy(tx, call, pair)
    const isTicked = await moveTicks(tx, call, pair, policy.id, direct, propagationMax)
    // the ticks are part of what was saved: whoever saw the older ones decides again
    if (isTicked) await raiseVersion(tx, call, pair)
    if (isTicked) await tellOfChange(tx, call, pair, { direct: await namesOf(tx, call, pair, direct) })
  }
  if ((before?.wanted ?? false) === allow) return
  const [after] = await readPolicies(tx, pair.clientId, [pair.resellerId])
  const effectiveBy = after?.effectiveBy ?? null
  await tellBoth(tx, call, pair, 'switch_changed', (told) => ({ ...told, on: allow, effectiveBy }), {
    says: allow ? 'on' : 'off',
  })
}

async function namesOf(tx: Tx, call: Call, { clientId }: Pair, ids: readonly string[]): Promise<string[]> {
  const named = await namedSubscriptions(tx, call, clientId, [{ kind: 'subscriptions', ids: [...ids] }])
  return named.map(({ name }) => name)
}

/**
 * R172: what is ticked is looked after by the defined services of the console. Where no grant is there for ticks to count
 * under, the first tick makes one, and the last that is taken out ends it.
 */
async function followTicks(
  call: Call<Save>,
  tx: Tx,
  pair: Pair,
  level: LevelRow | undefined,
  { propagationMax, maxDuration }: AccessSettings,
): Promise<void> {
  const ticks = await readTicks(tx, pair.clientId, [pair.resellerId])
  const isTicked = ticks.some(({ wanted }) => wanted)
  const grants = (await livingGrants(tx, pair)).filter((grant) => isLiving(statusAt(grant, call.now)))
  const scope = { kind: 'sold_plus_ticked' } as const
  if (isTicked && level && !grants.some((grant) => grant.scope.kind === scope.kind || grant.family === level.family)) {
    requireSeenLevel(call, level)
    const client = { id: pair.clientId }
    const wanted = { client, resellerId: pair.resellerId, level, scope, source: 'direct_tick' } as const
    const grant = await grantAccess(tx, call, wanted)
    await issueLaterReceipt(tx, call, {
      grant,
      level,
      duration: maxDuration,
      languageCode: call.input.languageCode,
    })
  }
  if (isTicked) return
  for (const grant of grants.filter(({ source }) => source === 'direct_tick')) {
    await endGrant(tx, call, pair, grant, 'client_ended', propagationMax)
  }
}

/** N5: a tick is about the version that was on the page, where the page says which. */
function requireSeenLevel({ input }: Call<Save>, newest: LevelRow): void {
  const level = levelId(newest)
  if (input.level === undefined || input.level === level) return
  throw new Refusal(
    'level_version_retired',
    `The newest version is ${level}. Nothing was saved: read that one first.`,
    {
      data: { level },
    },
  )
}

/** The level of the console that everybody begins with. */
async function holdConsoleLevel(tx: Tx): Promise<LevelRow | undefined> {
  const [first] = await tx.query<{ key: string }>(
    `select key from access_levels where family = 'console' and status = 'published' order by rank limit 1`,
  )
  return first && holdLevel(tx, first.key)
}

/** That the reseller looks after what it did not sell: said by itself, or by the client in its place (R171). */
export async function agree(
  tx: Tx,
  call: Call,
  pair: Pair,
  state: 'attested_by_client' | 'confirmed_by_reseller',
): Promise<void> {
  const policy = await ensurePolicy(tx, call, pair)
  if (policy.agreement === state || policy.agreement === 'confirmed_by_reseller') return
  const said = { agreement: state, agreementAt: call.now, agreementBy: actorOf(call.caller) }
  await tx.db
    .update(accessPolicies)
    .set({ ...said, version: policy.version + 1, updatedAt: call.now })
    .where(eq(accessPolicies.id, policy.id))
  await recordEvent(tx, call, {
    type: 'access_policy.agreement_changed',
    subject: { type: 'access_policy', id: policy.id },
    ...aboutPair(pair),
    changes: { agreement: { from: policy.agreement, to: state } },
  })
}

function requireUnlocked(call: Call<Save>, policy: PolicyRow | undefined): void {
  const clause = policy?.lockedByContract ?? null
  if (clause === null || !policy?.wanted || call.input.allow) return
  throw new Refusal(
    'locked_by_contract',
    `The contract keeps this access on: ${clause}. It can be paused all the same.`,
    {
      data: { clause },
    },
  )
}

/** R171, R173: what is newly ticked was bought elsewhere, under a switch that is on, and the reseller has agreed. */
async function requireTicks(call: Call<Save>, tx: Tx, pair: Pair, policy: PolicyRow | undefined): Promise<void> {
  const { allow, direct = [], resellerHasAgreed } = call.input
  const present = await readTicks(tx, pair.clientId, [pair.resellerId])
  const isNew = (id: string) => !present.some((tick) => tick.subscriptionId === id && tick.wanted)
  if (!direct.some(isNew)) return
  const allowed = new Set(
    (await directSubscriptions(tx, pair.clientId))
      .filter(({ soldById }) => soldById !== pair.resellerId)
      .map(({ id }) => id),
  )
  const errors = direct.flatMap((id, index): FieldError[] =>
    !isNew(id) || allowed.has(id)
      ? []
      : [
          {
            pointer: `/direct/${index}`,
            code: 'subscription_not_direct',
            detail: `${id} is no subscription that the client has and bought elsewhere.`,
          },
        ],
  )
  refuseInvalid(allow ? errors : [...errors, needsSwitch])
  if (resellerHasAgreed || (policy && policy.agreement !== 'none')) return
  throw new Refusal(
    'reseller_agreement_missing',
    'The reseller has not agreed to look after subscriptions that it did not sell. Ask it, and say so with resellerHasAgreed.',
    { data: { resellerId: pair.resellerId } },
  )
}

const needsSwitch: FieldError = {
  pointer: '/direct',
  code: 'direct_access_needs_switch',
  detail: 'Direct subscriptions can be ticked only while the switch is on.',
}

async function raiseVersion(tx: Tx, { now }: Call, { clientId, resellerId }: Pair): Promise<void> {
  await tx.query(
    'update access_policies set version = version + 1, updated_at = $3 where client_id = $1 and reseller_id = $2',
    [clientId, resellerId, now],
  )
}
