import { linkTo } from '../access-requests/request-links.ts'
import { makeLink } from '../auth/links.ts'
import type { Tx } from '../database/transaction.ts'
import type { MailData } from '../mail/mail-data.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { linkSettings, readSettings } from '../settings/settings.store.ts'
import type { Pair } from './pair.ts'

/** Whoever causes a notice, and what mails are made with. */
export type Telling = MailSurroundings & { now: Date }

/** What both sides are told about the access of a pair. */
type PairNotice =
  | 'access_ended'
  | 'access_expiring'
  | 'access_extended'
  | 'access_paused'
  | 'access_resumed'
  | 'switch_changed'

type OwnData<T extends PairNotice> = Omit<MailData[T], 'client' | 'reseller' | 'audience' | 'manageLink'>

const withManageLink: readonly PairNotice[] = ['access_expiring', 'access_extended', 'access_paused', 'access_resumed']

interface Sides {
  [column: string]: unknown
  client_name: string
  first_name: string | null
  client_email: string | null
  /** Somebody who could decide has answered from there. */
  is_known_mailbox: boolean
  client_language: string | null
  reseller_name: string
  support_email: string | null
  reseller_email: string | null
  reseller_language: string | null
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
  data: OwnData<T>,
): Promise<void> {
  await tx.asSystem(async () => {
    const sides = await readSides(tx, pair)
    if (!sides) return
    const parties = {
      client: { name: sides.client_name, firstName: sides.first_name },
      reseller: { name: sides.reseller_name, supportEmail: sides.support_email },
    }
    const { client_email: clientEmail, reseller_email: resellerEmail } = sides
    if (clientEmail !== null) {
      // an address that only the reseller has typed may be the reseller's own: by the link it would let itself in
      const hasLink = withManageLink.includes(template) && sides.is_known_mailbox
      const manageLink = hasLink ? await newManageLink(tx, pair, clientEmail, by.now) : null
      await queueMail(tx, by, {
        template,
        to: { email: clientEmail, name: sides.client_name },
        languageCode: sides.client_language,
        data: { ...parties, ...data, audience: 'client', manageLink } as unknown as MailData[T],
      })
    }
    if (resellerEmail !== null) {
      await queueMail(tx, by, {
        template,
        to: { email: resellerEmail, name: sides.reseller_name },
        languageCode: sides.reseller_language,
        data: { ...parties, ...data, audience: 'reseller', manageLink: null } as unknown as MailData[T],
      })
    }
  })
}

async function readSides(tx: Tx, { clientId, resellerId }: Pair): Promise<Sides | undefined> {
  const [row] = await tx.query<Sides>(
    `select c.name as client_name, coalesce(c.person, c.admin)->>'firstName' as first_name, c.language_code as client_language,
       coalesce(m.email, c.primary_email) as client_email, coalesce(m.proves_mailbox, false) as is_known_mailbox,
       r.name as reseller_name, r.support_email, r.language_code as reseller_language,
       coalesce(r.support_email, (select q.sender_email from access_requests q
         where q.client_id = c.id and q.reseller_id = r.id and q.status = 'accepted'
         order by q.id desc limit 1)) as reseller_email
     from accounts c join accounts r on r.id = $2
       left join lateral (select t.email, t.proves_mailbox from link_tokens t
         where t.client_id = c.id and t.reseller_id = r.id and t.purpose = 'manage'
         order by t.created_at desc limit 1) m on true
      where c.id = $1`,
    [clientId, resellerId],
  )
  return row
}

/** Only its hash is kept, so each mail has a link of its own. */
async function newManageLink(tx: Tx, { clientId, resellerId }: Pair, email: string, now: Date): Promise<string | null> {
  const { manageUrl } = linkSettings(await readSettings(tx))
  if (manageUrl === null) return null
  const token = await makeLink(tx, { purpose: 'manage', clientId, resellerId, requestId: null, email }, now)
  return linkTo(manageUrl, token)
}
