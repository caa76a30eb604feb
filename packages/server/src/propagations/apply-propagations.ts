import { eq } from 'drizzle-orm'
import type { WantedAccess } from '../connector/connector.ts'
import { accessGrants, propagations } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import { bySystem } from '../events/record-event.ts'
import type { DueWork, Working } from '../jobs/due-work.ts'
import { settle } from './settle.ts'
import { isItsGrant, wantedCapabilities, type PropagationRow } from './propagations.store.ts'

/** Brings changes to the vendor, asks again about those on their way, and sees which take longer than they may. */
export const propagationWork: DueWork = {
  name: 'propagations',
  async run(by) {
    return (await applyDue(by)) + (await findOverdue(by))
  },
}

const atOnce = 10
/** Between two attempts of what cannot be told from here: by then somebody may have said who can. */
const longPause = '1 day'
/** Between two attempts. */
const pauses = ['5 seconds', '30 seconds', '2 minutes', '10 minutes', '30 minutes', '1 hour']

/** Each is put off before it is tried: one that a killed server had begun is tried again. */
async function applyDue(by: Working): Promise<number> {
  const now = by.clock.now()
  const taken = await by.transact({ reach: 'system' }, (tx) =>
    tx.query<{ id: string }>(
      `update propagations set attempts = least(attempts + 1, 32767), attempted_at = $1,
         next_attempt_at = $1::timestamptz + ($2::text[])[least(attempts + 1, $3::int)]::interval
        where id in (select id from propagations where state = 'pending' and next_attempt_at <= $1
          order by next_attempt_at limit ${atOnce} for update skip locked) returning id`,
      [now, pauses, pauses.length],
    ),
  )
  await Promise.all(taken.map(({ id }) => apply(by, id)))
  return taken.length
}

async function apply(by: Working, id: string): Promise<void> {
  const wanted = await by.transact({ reach: 'system' }, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(propagations)
      .innerJoin(accounts, eq(accounts.id, propagations.clientId))
      .leftJoin(accessGrants, isItsGrant)
      .where(eq(propagations.id, id))
    return row?.propagations.state === 'pending'
      ? toWanted(row.propagations, row.accounts, row.access_grants)
      : undefined
  })
  if (!wanted) return
  // no transaction is held open while the vendor takes its time
  const answer = await ask(by, wanted)
  await by.transact({ reach: 'system' }, async (tx) => {
    const now = by.clock.now()
    if (answer === 'in_effect') await settle(tx, systemOf(by), id, answer, null)
    // from here the host is the one who knows
    if (answer === 'unknown') {
      await tx.query(
        `update propagations set next_attempt_at = $2::timestamptz + $3::interval where id = $1 and state = 'pending'`,
        [id, now, longPause],
      )
    }
    if (answer instanceof Error) {
      await tx.query(`update propagations set detail = $2 where id = $1 and state = 'pending'`, [
        id,
        answer.message.slice(0, 500),
      ])
    }
  })
}

function toWanted(
  row: PropagationRow,
  client: typeof accounts.$inferSelect,
  grant: typeof accessGrants.$inferSelect | null,
): WantedAccess {
  return {
    propagationId: row.id,
    clientId: row.clientId,
    clientName: client.name,
    primaryDomain: client.primaryDomain,
    resellerId: row.resellerId,
    target: row.target,
    targetId: row.targetId,
    on: row.wanted,
    capabilities: wantedCapabilities(grant),
    scope: grant?.scope ?? null,
    since: row.createdAt,
  }
}

/** A vendor that does not answer in time has failed for now. */
async function ask(
  { connector, connectorPatience }: Working,
  wanted: WantedAccess,
): Promise<'in_effect' | 'accepted' | 'unknown' | Error> {
  const signal = AbortSignal.timeout(connectorPatience)
  const tooLate = new Promise<Error>((resolve) => {
    signal.addEventListener('abort', () => resolve(new Error('The vendor did not answer in time.')), { once: true })
  })
  // in a function of its own: a connector may throw before it gives a promise
  const answer = (async () => connector.apply(wanted, { signal }))().catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  )
  return Promise.race([answer, tooLate])
}

async function findOverdue(by: Working): Promise<number> {
  const now = by.clock.now()
  const late = await by.transact({ reach: 'system' }, (tx) =>
    tx.query<{ id: string }>(
      `select id from propagations where state = 'pending' and overdue_at is null and expected_by <= $1
        order by expected_by limit ${atOnce}`,
      [now],
    ),
  )
  for (const { id } of late) {
    await by.transact({ reach: 'system' }, (tx) => settle(tx, systemOf(by), id, 'late', null))
  }
  return late.length
}

function systemOf({ clock, masterKey, mailing }: Working) {
  return { ...bySystem(clock.now()), masterKey, mailing }
}
