import { eq } from 'drizzle-orm'
import { seeSwitch } from '../access/move-switch.ts'
import { seeTick } from '../access/move-ticks.ts'
import { lockPair, type Pair } from '../access/pair.ts'
import { readPolicies, switchState } from '../access/policies.store.ts'
import { isOpen } from '../access/switch.rules.ts'
import { holdLevel } from '../access-levels/access-levels.store.ts'
import { failGrant } from '../access-grants/fail-grant.ts'
import { isLiving } from '../access-grants/grants.rules.ts'
import { readGrant, saveGrant, type GrantRow } from '../access-grants/grants.store.ts'
import { openGrant, stepGrant } from '../access-grants/step-grant.ts'
import { propagations } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { aboutPair } from '../access/about-pair.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import type { PropagationRow } from './propagations.store.ts'
import { tellOperator } from './tell-operator.ts'

/** What was seen of a change on its way: it is so now, it will not be, or its time is over. */
export type Seen = 'in_effect' | 'failed' | 'late'

/** Whoever reports it, and what mails are made with: some of it is told to people. */
type Reporting = By & MailSurroundings

/**
 * Takes in what was seen of a propagation. Of one that is settled or was superseded nothing is taken in any more, however
 * often it is said. Gives the row as it is afterwards. Wants system scope.
 */
export async function settle(
  tx: Tx,
  by: Reporting,
  id: string,
  seen: Seen,
  detail: string | null,
): Promise<PropagationRow | undefined> {
  const found = await readPropagation(tx, id)
  if (!found) return undefined
  const { clientId, resellerId } = found
  const pair = { clientId, resellerId }
  const pinned = found.target === 'grant' ? await readGrant(tx, found.targetId) : undefined
  // the level before the grant, as whoever publishes takes them
  const level = pinned && (await holdLevel(tx, pinned.levelKey))
  await lockPair(tx, pair)
  const before = await readPropagation(tx, id)
  if (before?.state !== 'pending') return before
  if (seen === 'late' && (before.overdueAt !== null || before.expectedBy > by.now)) return before
  const grant = found.target === 'grant' ? await readGrant(tx, found.targetId) : undefined
  const isGivenUp = seen === 'failed' && canBeGivenUp(before, grant)
  const [row] = await tx.db
    .update(propagations)
    .set(columnsOf(before, seen, isGivenUp, by.now, detail))
    .where(eq(propagations.id, id))
    .returning()
  if (found.target === 'switch') await seeSwitch(tx, by, pair, seen)
  else if (found.target === 'tick') await seeTick(tx, by, pair, found.targetId, seen)
  else if (grant) await seeGrant(tx, by, pair, { grant, before, seen, isGivenUp, detail, newest: level?.capabilities })
  if (row && row.overdueAt !== null && before.overdueAt === null) await tellOperator(tx, by, row)
  return row
}

/**
 * What a vendor refuses to begin does not begin. That it is to stop, to become less, or to go on as was agreed is not the
 * vendor's to decide: it stays due for as long as it takes.
 */
function canBeGivenUp({ target, wanted }: PropagationRow, grant: GrantRow | undefined): boolean {
  return wanted && (target !== 'grant' || grant?.status === 'activating')
}

function columnsOf(
  before: PropagationRow,
  seen: Seen,
  isGivenUp: boolean,
  now: Date,
  detail: string | null,
): Partial<PropagationRow> {
  const settled = { settledAt: now, nextAttemptAt: null, detail }
  if (seen === 'in_effect') return { state: 'in_sync', ...settled }
  const overdueAt = before.overdueAt ?? now
  if (seen === 'late') return { overdueAt }
  if (!isGivenUp) return { overdueAt, detail }
  // of a grant both sides are told that it has failed
  return { state: 'failed', ...settled, ...(before.target === 'grant' ? {} : { overdueAt }) }
}

async function readPropagation(tx: Tx, id: string): Promise<PropagationRow | undefined> {
  const [row] = await tx.db.select().from(propagations).where(eq(propagations.id, id))
  return row
}

interface SeenGrant {
  grant: GrantRow
  before: PropagationRow
  seen: Seen
  isGivenUp: boolean
  detail: string | null
  /** What the newest version of its level contains. */
  newest: readonly string[] | undefined
}

async function seeGrant(tx: Tx, by: Reporting, pair: Pair, of: SeenGrant): Promise<void> {
  const { grant, before, seen, isGivenUp, detail, newest } = of
  if (isGivenUp) return failGrant(tx, by, pair, grant, detail)
  if (seen !== 'in_effect') return before.overdueAt === null ? tellOverdue(tx, by, pair, grant) : undefined
  if (!before.wanted) {
    await stepGrant(tx, by, pair, grant, 'gone')
  } else if (isLiving(grant.status)) {
    const agreed = await withAgreed(tx, by, grant, newest)
    const [policy] = await readPolicies(tx, pair.clientId, [pair.resellerId])
    if (isOpen(switchState(policy))) await openGrant(tx, by, pair, agreed)
  }
}

/** What the client agreed to beside what it had, less what was taken out of the level meanwhile. */
async function withAgreed(
  tx: Tx,
  { now }: By,
  grant: GrantRow,
  newest: readonly string[] | undefined,
): Promise<GrantRow> {
  const { agreedCapabilities } = grant
  if (agreedCapabilities === null) return grant
  const capabilities = agreedCapabilities.filter((capability) => newest?.includes(capability) ?? true)
  return saveGrant(tx, grant, { capabilities, agreedCapabilities: null }, now)
}

async function tellOverdue(tx: Tx, by: By, pair: Pair, grant: GrantRow): Promise<void> {
  await recordEvent(tx, by, {
    type: 'access_grant.overdue',
    subject: { type: 'access_grant', id: grant.id },
    ...aboutPair(pair),
    changes: { overdue: { from: false, to: true } },
  })
}
