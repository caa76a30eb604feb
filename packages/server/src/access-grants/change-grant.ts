import type { AccessGrant, accessGrants } from '@clientele/contract'
import { aboutPair } from '../access/about-pair.ts'
import { tellBoth, tellOfChange, tellOfEnd, tellOfExtension } from '../access/notices.ts'
import { holdLevel, levelId, parseLevelId, readLevel, type LevelRow } from '../access-levels/access-levels.store.ts'
import type { Caller } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Answer, Call } from '../handler.ts'
import { startPropagation } from '../propagations/propagations.store.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import { extendGrant } from './grant-work.ts'
import { saveGrant, type GrantRow } from './grants.store.ts'
import { issueLaterReceipt } from './later-receipt.ts'
import { changeGrant, requireOwnGrant, type GrantInHand } from './own-grant.ts'
import { endGrant } from './step-grant.ts'

type Rows = typeof accessGrants

const reasons = { client: 'client_ended', reseller: 'reseller_gave_back', platform: 'platform' } as const

/** Either side ends it, and both are told. */
export const endByCaller: Answer<Rows['end']> = (call, tx) =>
  changeGrant(tx, call, 'end', async ({ grant, pair, around }) => {
    const endReason = reasons[call.caller.account.kind]
    const ended = await endGrant(tx, call, pair, grant, endReason, around.settings.propagationMax)
    const level = await levelOf(tx, grant)
    await tellBoth(tx, call, pair, 'access_ended', (told) => ({ ...told, level, endReason }))
    return ended
  })

/** Less is for each side to decide alone (R33). What the lower level has more than the grant, it does not bring. */
export const lowerGrant: Answer<Rows['lower']> = async (call, tx) => {
  const level = await holdLevel(tx, call.input.level)
  return changeGrant(tx, call, 'lower', async (inHand) => {
    const { grant } = inHand
    const present = await levelOf(tx, grant)
    if (!level || level.family !== grant.family || level.rank >= present.rank) throw notLower(present)
    const capabilities = grant.capabilities.filter((capability) => level.capabilities.includes(capability))
    const pinned = { levelKey: level.key, levelVersion: level.version }
    const after = await saveGrant(tx, grant, { ...pinned, capabilities, agreedCapabilities: null }, call.now)
    await tellOfLevel(tx, call, 'access_grant.level_lowered', inHand, after)
    await tellOfChange(tx, call, inHand.pair, { level })
    return after
  })
}

export const extendByClient: Answer<Rows['extend']> = (call, tx) =>
  changeGrant(tx, call, 'extend', async ({ grant, pair, around: { settings } }) => {
    const { duration } = call.input
    const endsAt = duration === null ? null : shifted(call.now, duration)
    refuseInvalid(outOfRange(endsAt, grant.endsAt, settings.maxDuration, call.now))
    const after = await extendGrant(tx, call, pair, grant, endsAt, settings.expiryNotices)
    const level = await levelOf(tx, grant)
    await tellOfExtension(tx, call, pair, grant, { level, endsAt })
    return issueLaterReceipt(tx, call, { grant: after, level, duration })
  })

/** Less is for each side to decide alone: the end stays where it is, and comes. */
export const letRunOut: Answer<Rows['letRunOut']> = (call, tx) =>
  changeGrant(tx, call, 'letRunOut', async ({ grant, pair }) => {
    const after = await saveGrant(tx, grant, { autoExtend: null }, call.now)
    await recordEvent(tx, call, {
      type: 'access_grant.auto_extend_stopped',
      subject: { type: 'access_grant', id: grant.id },
      ...aboutPair(pair),
      changes: { autoExtend: { from: grant.autoExtend, to: null } },
    })
    const { endsAt } = grant
    if (endsAt) {
      const level = await levelOf(tx, grant)
      await tellOfEnd(tx, call, pair, grant, { level, endsAt, autoExtend: null })
    }
    return after
  })

/** The client agrees to the difference: what it adds is in effect once it was seen to be. */
export const acceptVersion: Answer<Rows['acceptVersion']> = (call, tx) =>
  answerOffer(call, tx, 'acceptVersion', async (inHand, newest) => {
    const agreed = { levelVersion: newest.version, agreedCapabilities: newest.capabilities }
    const over = { declinedVersion: null, declinedAt: null }
    const after = await saveGrant(tx, inHand.grant, { ...agreed, ...over }, call.now)
    await tellOfLevel(tx, call, 'access_grant.level_version_accepted', inHand, after)
    await tellOfChange(tx, call, inHand.pair, { level: newest })
    return issueLaterReceipt(tx, call, { grant: after, level: newest, languageCode: call.input.languageCode })
  })

/** Things stay as they are, and that is on record (R210): nobody has to say it twice. */
export const declineVersion: Answer<Rows['declineVersion']> = (call, tx) =>
  answerOffer(call, tx, 'declineVersion', async ({ grant, pair, around }, newest) => {
    // said already
    if (around.offeredVersion?.declinedAt) return grant
    const declined = { declinedVersion: newest.version, declinedAt: call.now }
    const after = await saveGrant(tx, grant, declined, call.now)
    await recordEvent(tx, call, {
      type: 'access_grant.level_version_declined',
      subject: { type: 'access_grant', id: grant.id },
      ...aboutPair(pair),
      changes: { offeredVersion: { from: levelId(newest), to: null } },
    })
    return after
  })

/** Answers to the newest version of the level that was granted, and to no other: it is the one that was read. */
async function answerOffer(
  call: Call & { params: { id: string }; input: { level: string } },
  tx: Tx,
  action: 'acceptVersion' | 'declineVersion',
  answer: (inHand: GrantInHand, newest: LevelRow) => Promise<GrantRow>,
): Promise<AccessGrant> {
  const { key } = parseLevelId(call.input.level)
  await requireOwnGrant(tx, call, call.params.id)
  const newest = await holdLevel(tx, key)
  return changeGrant(tx, call, action, async (inHand) => {
    if (!newest || key !== inHand.grant.levelKey) throw notOffered()
    requireNewest(call.input.level, newest)
    return answer(inHand, newest)
  })
}

/** Records that the level is another one, and brings it to the vendor. */
async function tellOfLevel(
  tx: Tx,
  by: { caller: Caller; now: Date; requestId: string },
  type: 'access_grant.level_lowered' | 'access_grant.level_version_accepted',
  { grant, pair, around }: GrantInHand,
  after: GrantRow,
): Promise<void> {
  const idOf = ({ levelKey, levelVersion }: GrantRow) => levelId({ key: levelKey, version: levelVersion })
  const to = after.agreedCapabilities ?? after.capabilities
  await recordEvent(tx, by, {
    type,
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(pair),
    changes: { level: { from: idOf(grant), to: idOf(after) }, capabilities: { from: grant.capabilities, to } },
  })
  const on = { target: 'grant', targetId: grant.id, wanted: true } as const
  await startPropagation(tx, by.now, pair, on, shifted(by.now, around.settings.propagationMax))
}

async function levelOf(tx: Tx, { id, levelKey, levelVersion }: GrantRow): Promise<LevelRow> {
  const level = await readLevel(tx, levelKey, levelVersion)
  if (!level) throw new Error(`Clientele: the level ${levelKey}@${levelVersion} of grant ${id} is missing.`)
  return level
}

/** It lasts longer than it would, and no longer than the platform allows. */
function outOfRange(endsAt: Date | null, present: Date | null, max: string | null, now: Date) {
  const isShorter = endsAt !== null && present !== null && endsAt <= present
  const isTooLong = max !== null && (endsAt === null || endsAt > shifted(now, max))
  if (!isShorter && !isTooLong) return []
  const detail = isShorter
    ? `It lasts until ${present.toISOString()} already. To shorten it, end it.`
    : `The platform allows at most ${max}.`
  return [{ pointer: '/duration', code: 'duration_out_of_range', detail, data: { max } }] as const
}

function notLower(present: LevelRow): Refusal {
  const detail = `It is no level of the family ${present.family} that ranks below ${levelId(present)}. To raise it, ask the client again.`
  return new Refusal('validation_failed', `Nothing was changed: ${detail}`, {
    errors: [{ pointer: '/level', code: 'level_not_lower', detail }],
  })
}

function notOffered(): Refusal {
  const detail = 'It is no newer version of the level that was granted.'
  return new Refusal('validation_failed', `Nothing was changed: ${detail}`, {
    errors: [{ pointer: '/level', code: 'invalid_choice', detail }],
  })
}

function requireNewest(asked: string, newest: LevelRow): void {
  const level = levelId(newest)
  if (asked === level) return
  throw new Refusal('level_version_retired', `The newest version is ${level}. Look at what that one adds.`, {
    data: { level },
  })
}
