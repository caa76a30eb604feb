import type { Tx } from '../database/transaction.ts'
import type { LevelRow } from '../access-levels/access-levels.store.ts'
import type { MailData, Told } from '../mail/mail-data.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { dropWaiting } from '../mail/state-notices.ts'
import { newManageLink } from './manage-links.ts'
import type { Pair } from './pair.ts'

/** Whoever causes a notice, and what mails are made with. */
export type Telling = MailSurroundings & { now: Date }

/** What both sides are told about the access of a pair. */
type PairNotice =
  | 'access_failed'
  | 'access_ended'
  | 'access_expiring'
  | 'access_extended'
  | 'access_paused'
  | 'access_resumed'
  | 'switch_changed'
  | 'access_changed'
  | 'level_version_offered'

const withManageLink: readonly PairNotice[] = [
  'access_changed',
  'access_expiring',
  'access_extended',
  'access_paused',
  'access_resumed',
]

/** What the client alone has to decide about. */
const forClients: readonly PairNotice[] = ['level_version_offered']

type State = 'pause' | 'switch' | 'change'

/** Those that tell how something stands: of each the last one counts, and whoever moves it to and fro fills no mailbox. */
const states: Partial<Record<PairNotice, State>> = {
  access_changed: 'change',
  access_paused: 'pause',
  access_resumed: 'pause',
  switch_changed: 'switch',
}

interface Sides {
  [column: string]: unknown
  client_name: string
  first_name: string | null
  client_email: string | null
  /** Somebody who could decide has answered from there. */
  is_known_mailbox: boolean
  client_language: string | null
  client_time_zone: string | null
  reseller_name: string
  support_email: string | null
  reseller_email: string | null
  reseller_language: string | null
  reseller_time_zone: string | null
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
): Promise<void> {
  await tx.asSystem(async () => {
    const sides = await readSides(tx, pair)
    if (!sides) return
    const parties = {
      client: { name: sides.client_name, firstName: sides.first_name },
      reseller: { name: sides.reseller_name, supportEmail: sides.support_email },
    }
    const { client_email: clientEmail, reseller_email: resellerEmail } = sides
    const state = states[template]
    const stateOf = (audience: Told['audience']) => state && stateKey(state, pair, audience)
    if (clientEmail !== null) {
      // an address that only the reseller has typed may be the reseller's own: by the link it would let itself in
      const hasLink = withManageLink.includes(template) && sides.is_known_mailbox
      const manageLink = hasLink ? await newManageLink(tx, pair, { email: clientEmail }, by.now) : null
      await queueMail(tx, by, {
        template,
        to: { email: clientEmail, name: sides.client_name },
        languageCode: sides.client_language,
        data: fill({ ...parties, audience: 'client', manageLink, timeZone: sides.client_time_zone ?? 'UTC' }),
        stateOf: stateOf('client'),
      })
    }
    if (resellerEmail !== null && !forClients.includes(template)) {
      await queueMail(tx, by, {
        template,
        to: { email: resellerEmail, name: sides.reseller_name },
        languageCode: sides.reseller_language,
        data: fill({
          ...parties,
          audience: 'reseller',
          manageLink: null,
          timeZone: sides.reseller_time_zone ?? 'UTC',
        }),
        stateOf: stateOf('reseller'),
      })
    }
    if (template === 'switch_changed' || template === 'access_ended') await forgetPause(tx, pair)
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

function stateKey(state: State, { clientId, resellerId }: Pair, audience: Told['audience']): string {
  return `${state} ${clientId} ${resellerId} ${audience}`
}

/** Where the switch is off, or the last access over, nobody is to hear afterwards that it stands still or goes on. */
async function forgetPause(tx: Tx, pair: Pair): Promise<void> {
  const [there] = await tx.query(
    `select 1 from access_policies p where p.client_id = $1 and p.reseller_id = $2 and p.wanted and exists (
       select from access_grants g where g.client_id = $1 and g.reseller_id = $2 and g.status in ('activating', 'active', 'paused'))`,
    [pair.clientId, pair.resellerId],
    'what-can-be-paused',
  )
  if (there) return
  for (const audience of ['client', 'reseller'] as const) await dropWaiting(tx, stateKey('pause', pair, audience))
}

/** Both sides, as mails reach and address them. Wants system scope. */
export async function readSides(tx: Tx, { clientId, resellerId }: Pair): Promise<Sides | undefined> {
  const [row] = await tx.query<Sides>(
    `select c.name as client_name, coalesce(c.person, c.admin)->>'firstName' as first_name, c.language_code as client_language,
       c.time_zone as client_time_zone, r.time_zone as reseller_time_zone,
       case when m.proves_mailbox then m.email else coalesce(c.primary_email, m.email) end as client_email,
       coalesce(m.proves_mailbox, false) as is_known_mailbox,
       r.name as reseller_name, r.support_email, r.language_code as reseller_language,
       coalesce(r.support_email, (select q.sender_email from access_requests q
         where q.client_id = c.id and q.reseller_id = r.id and q.status = 'accepted'
         order by q.id desc limit 1)) as reseller_email
     from accounts c join accounts r on r.id = $2
       left join lateral (select t.email, t.proves_mailbox from link_tokens t
         where t.client_id = c.id and t.reseller_id = r.id and t.purpose = 'manage' and t.revoked_at is null
         order by t.created_at desc limit 1) m on true
      where c.id = $1`,
    [clientId, resellerId],
  )
  return row
}
