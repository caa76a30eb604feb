import type { Tx } from '../database/transaction.ts'
import type { LevelRow } from '../access-levels/access-levels.store.ts'
import type { MailData, Told } from '../mail/mail-data.ts'
import { queueMail, type About } from '../mail/queue-mail.ts'
import { says } from '../mail/still-true.ts'
import { newManageLink } from './manage-links.ts'
import type { Pair } from './pair.ts'
import { retellPause } from './pause-notices.ts'
import { partiesIn, readSides, stateKey, type Sides, type Telling } from './sides.ts'

/** What both sides are told about the access of a pair. A pause may be of several pairs at once (pause-notices.ts). */
type PairNotice =
  | 'access_failed'
  | 'access_ended'
  | 'access_expiring'
  | 'access_extended'
  | 'switch_changed'
  | 'access_changed'
  | 'level_version_offered'

const withManageLink: readonly PairNotice[] = ['access_changed', 'access_expiring', 'access_extended']

/** What the client alone has to decide about. */
const forClients: readonly PairNotice[] = ['level_version_offered']

/** After these there may be nothing to pause any more behind the switch. */
const endsPause: readonly PairNotice[] = ['switch_changed', 'access_ended', 'access_failed']

/** Those that tell how something stands: of each the last one counts, and whoever moves it to and fro fills no mailbox. */
const states: Partial<Record<PairNotice, string>> = {
  access_changed: 'change',
  switch_changed: 'switch',
}

/**
 * Tells both sides, each where its mailbox is known (R204): the client where it last answered from, else at its address;
 * the reseller at its support address, else whoever asked for the access.
 */
export async function tellBoth<T extends PairNotice>(
  tx: Tx,
  by: Telling,
  pair: Pair,
  template: T,
  fill: (told: Told) => MailData[T],
  /** What decides whether it is still true when it goes out. @default the switch of the pair */
  about?: About | Pick<About, 'says'>,
): Promise<void> {
  await tx.asSystem(async () => {
    const sides = await readSides(tx, pair)
    if (!sides) return
    const { client_email: clientEmail, reseller_email: resellerEmail } = sides
    const mail = { template, ...aboutOf(sides, about) }
    if (clientEmail !== null) {
      // an address that only the reseller has typed may be the reseller's own: by the link it would let itself in
      const hasLink = withManageLink.includes(template) && sides.is_known_mailbox
      const manageLink = hasLink ? await newManageLink(tx, pair, { email: clientEmail }, by.now) : null
      await queueMail(tx, by, {
        ...mail,
        to: { email: clientEmail, name: sides.client_name },
        languageCode: sides.client_language,
        data: fill({
          ...partiesIn(sides),
          audience: 'client',
          manageLink,
          timeZone: sides.client_time_zone ?? sides.reseller_time_zone ?? 'UTC',
        }),
        stateOf: stateOf(template, pair, 'client'),
      })
    }
    if (resellerEmail !== null && !forClients.includes(template)) {
      const timeZone = sides.reseller_time_zone ?? 'UTC'
      await queueMail(tx, by, {
        ...mail,
        to: { email: resellerEmail, name: sides.reseller_name },
        languageCode: sides.reseller_language,
        data: fill({ ...partiesIn(sides), audience: 'reseller', manageLink: null, timeZone }),
        stateOf: stateOf(template, pair, 'reseller'),
      })
    }
    if (endsPause.includes(template)) await retellPause(tx, by, pair)
  })
}

/** Tells both sides how the access stands after something of it was changed: its level, or the ticks below the switch. */
export async function tellOfChange(
  tx: Tx,
  by: Telling,
  pair: Pair,
  now: { level: LevelRow } | { direct: readonly string[] },
): Promise<void> {
  await tellBoth(tx, by, pair, 'access_changed', (told) => ({ ...told, level: null, direct: null, ...now }))
}

/** Tells both sides that a grant will end, unless it is put off. */
export async function tellOfEnd(
  tx: Tx,
  by: Telling,
  pair: Pair,
  grant: { id: string },
  end: { level: LevelRow; endsAt: Date; autoExtend: string | null },
): Promise<void> {
  const about = { type: 'access_grant', id: grant.id, says: says.ending(end) } as const
  await tellBoth(tx, by, pair, 'access_expiring', (told) => ({ ...told, ...end }), about)
}

/** Tells both sides until when it goes on. */
export async function tellOfExtension(
  tx: Tx,
  by: Telling,
  pair: Pair,
  grant: { id: string },
  end: { level: LevelRow; endsAt: Date | null },
): Promise<void> {
  const about = { type: 'access_grant', id: grant.id, says: says.extended(end.endsAt) } as const
  await tellBoth(tx, by, pair, 'access_extended', (told) => ({ ...told, ...end }), about)
}

function stateOf(template: PairNotice, pair: Pair, audience: Told['audience']) {
  const state = states[template]
  return state === undefined ? undefined : { key: stateKey(state, pair, audience) }
}

function aboutOf({ policy_id: id }: Sides, about: Parameters<typeof tellBoth>[5]): { about?: About } {
  if (about && 'id' in about) return { about }
  return id === null ? {} : { about: { type: 'access_policy', id, ...about } }
}
