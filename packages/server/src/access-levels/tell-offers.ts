import { livingSql, livingStatuses } from '../access-grants/grants.rules.ts'
import { readGrant, type GrantRow } from '../access-grants/grants.store.ts'
import { tellBoth } from '../access/notices.ts'
import { tryPair } from '../access/pair.ts'
import type { Tx } from '../database/transaction.ts'
import type { DueWork, Working } from '../jobs/due-work.ts'
import type { Told } from '../mail/mail-data.ts'
import { readLevel } from './access-levels.store.ts'
import { versionOffer } from './levels.rules.ts'

/** How many one run does at most, so that other work gets its turn. */
const atOnce = 50

/**
 * Tells clients by mail that a level which they have allowed has a newer version (N5): once for each version, however many
 * grants there are, and none that came and went before its turn.
 */
export const offerWork: DueWork = {
  name: 'offers',
  async run(by) {
    const due = await by.transact({ reach: 'system' }, (tx) =>
      tx.query<{ id: string }>(
        `select g.id from access_levels l
          join access_grants g on g.level_key = l.key and coalesce(g.told_version, g.level_version) < l.version
            and g.status in ${livingSql}
          where l.status = 'published' limit $1`,
        [atOnce],
        'offers-to-tell',
      ),
    )
    let done = 0
    for (const { id } of due) done += await by.transact({ reach: 'system' }, (tx) => tell(tx, by, id))
    return done
  },
}

async function tell(tx: Tx, { clock, masterKey, mailing }: Working, id: string): Promise<0 | 1> {
  const found = await readGrant(tx, id)
  if (!found || !(await tryPair(tx, found))) return 0
  const grant = await readGrant(tx, id)
  const newest = grant && (await readLevel(tx, grant.levelKey))
  // another server may have been quicker
  if (!newest || !isUntold(grant, newest.version)) return 0
  // its version stays: nobody who looks at the grant has to look again
  await tx.query('update access_grants set told_version = $2 where id = $1', [id, newest.version])
  const offer = versionOffer(grant, newest)
  if (offer === null) return 1
  const by = { now: clock.now(), masterKey, mailing }
  const about = { type: 'access_grant', id, says: String(newest.version) } as const
  const fill = (told: Told) => ({ ...told, level: newest, adds: offer.adds })
  await tellBoth(tx, by, grant, 'level_version_offered', fill, about)
  return 1
}

function isUntold({ status, toldVersion, levelVersion }: GrantRow, newest: number): boolean {
  return (livingStatuses as readonly string[]).includes(status) && (toldVersion ?? levelVersion) < newest
}
