import type { Tx } from '../database/transaction.ts'
import type { Told } from '../mail/mail-data.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import type { Pair } from './pair.ts'

/** Whoever causes a notice, and what mails are made with. */
export type Telling = MailSurroundings & { now: Date }

/** Both sides of an access, as mails reach and address them. */
export interface Sides {
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
  /** Of the client's switch for the reseller; `null` where it was never touched. */
  policy_id: string | null
}

/** As mails name them. */
export function partiesIn(sides: Sides): Pick<Told, 'client' | 'reseller'> {
  return {
    client: { name: sides.client_name, firstName: sides.first_name },
    reseller: { name: sides.reseller_name, supportEmail: sides.support_email },
  }
}

/** Which state a mail tells, of whom, to whom. */
export function stateKey(state: string, { clientId, resellerId }: Pair, audience: Told['audience']): string {
  return `${state} ${clientId} ${resellerId} ${audience}`
}

/** Reads where both sides are told. Wants system scope. */
export async function readSides(tx: Tx, { clientId, resellerId }: Pair): Promise<Sides | undefined> {
  const [row] = await tx.query<Sides>(
    `select c.name as client_name, coalesce(c.person, c.admin)->>'firstName' as first_name, c.language_code as client_language,
       c.time_zone as client_time_zone, r.time_zone as reseller_time_zone,
       case when m.proves_mailbox then m.email else coalesce(c.primary_email, m.email) end as client_email,
       coalesce(m.proves_mailbox, false) as is_known_mailbox,
       r.name as reseller_name, r.support_email, r.language_code as reseller_language,
       coalesce(r.support_email, (select q.sender_email from access_requests q
         where q.client_id = c.id and q.reseller_id = r.id and q.status = 'accepted'
         order by q.id desc limit 1)) as reseller_email,
       (select p.id from access_policies p where p.client_id = c.id and p.reseller_id = r.id) as policy_id
     from accounts c join accounts r on r.id = $2
       left join lateral (select t.email, t.proves_mailbox from link_tokens t
         where t.client_id = c.id and t.reseller_id = r.id and t.purpose = 'manage' and t.revoked_at is null
         order by t.created_at desc limit 1) m on true
      where c.id = $1`,
    [clientId, resellerId],
  )
  return row
}
