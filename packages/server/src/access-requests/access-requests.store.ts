import { and, eq, sql } from 'drizzle-orm'
import { accessRequests } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { isClosed } from '../mail/closed-mailboxes.ts'
import { rootReseller } from '../resellers/root-reseller.ts'
import { attemptsCountFor } from './requests.rules.ts'

export type RequestRow = typeof accessRequests.$inferSelect

/** A client as requests know it. */
export type AskedClient = typeof accounts.$inferSelect & { parentId: string }

/** What is known of a reseller and a client where one asks the other. */
export interface PairFacts {
  clientStatus: string
  /** The reseller owns the client, or was let in beside the owner. */
  isLinked: boolean
  pending: { id: string; level: string } | null
  attempts: Date[]
  /** Of the reseller and all above and below it, to this mailbox: whichever clients it was asked for. */
  mailboxAttempts: Date[]
  /** By the client, or by whoever reads the mailbox, unless they have asked to be asked again since. */
  declinedAt: Date | null
  /** Mail to this mailbox came back, or was not wanted: whoever wrote there, and whatever was asked since. */
  hasBounced: boolean
}

/** What a pair is asked about: also which mailbox is meant. */
export interface PairQuestion {
  clientId: string
  resellerId: string
  email: string
}

interface PairRow {
  [column: string]: unknown
  client_status: string
  is_linked: boolean
  pending: PairFacts['pending']
  attempts: Date[]
  mailbox_attempts: Date[]
  declined_at: Date | null
  has_bounced: boolean
}

/** Reads the facts about pairs, in the order of the questions. Wants a transaction in system scope. */
export async function readPairs(tx: Tx, questions: readonly PairQuestion[], now: Date): Promise<PairFacts[]> {
  if (questions.length === 0) return []
  const rows = await tx.query<PairRow>(
    `select c.status as client_status,
        c.parent_id = q.reseller_id or exists (select 1 from links l
          where l.client_id = q.client_id and l.reseller_id = q.reseller_id and l.status = 'active') as is_linked,
        (select json_build_object('id', r.id, 'level', r.level_key || '@' || r.level_version)
          from access_requests r where ${ofPair} and r.status = 'pending' and r.expires_at > $4) as pending,
        (select coalesce(array_agg(a order by a), '{}') from access_requests r, unnest(r.attempts) a
          where ${ofPair} and a > $5) as attempts,
        (select coalesce(array_agg(m.created_at order by m.created_at), '{}')
          from mails m join access_requests r on r.id = m.about_id join accounts o on o.id = r.reseller_id
          where m.mailbox = mailbox_of(q.email) and m.template = 'access_request' and m.created_at > $5
            and (m.state <> 'dropped' or m.attempts > 0)
            and ${rootReseller('o')} = ${rootReseller('s')}) as mailbox_attempts,
        greatest(
          (select max(r.decided_at) from access_requests r where ${ofPair} and ${leftInPeace}),
          (select max(r.decided_at)
            from mails m join access_requests r on r.id = m.about_id join accounts o on o.id = r.reseller_id
            where m.mailbox = mailbox_of(q.email) and m.template = 'access_request'
              and mailbox_of(r.recipient_email) = m.mailbox and ${leftInPeace}
              and ${rootReseller('o')} = ${rootReseller('s')})) as declined_at,
        ${isClosed('q.email')} as has_bounced
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as q(client_id, reseller_id, email, place)
        join accounts c on c.id = q.client_id join accounts s on s.id = q.reseller_id
      order by q.place`,
    [
      questions.map(({ clientId }) => clientId),
      questions.map(({ resellerId }) => resellerId),
      questions.map(({ email }) => email),
      now,
      new Date(now.getTime() - attemptsCountFor),
    ],
    'pairs-of-requests',
  )
  return rows.map((row) => ({
    clientStatus: row.client_status,
    isLinked: row.is_linked,
    pending: row.pending,
    attempts: row.attempts,
    mailboxAttempts: row.mailbox_attempts,
    declinedAt: row.declined_at,
    hasBounced: row.has_bounced,
  }))
}

const ofPair = 'r.client_id = q.client_id and r.reseller_id = q.reseller_id'

/** Of a request: declined, and from the mailbox that it was declined in nobody has asked to be asked again. */
const leftInPeace = `r.status = 'declined' and not exists (select 1 from access_requests a
  where a.client_id = r.client_id and a.reseller_id = r.reseller_id and a.renewal_asked_at >= r.decided_at
    and mailbox_of(a.recipient_email) = mailbox_of(r.recipient_email))`

/** Mails of a reseller, and of all above and below it, to one mailbox are counted one after the other. Take it after the pair. */
export async function lockMailbox(tx: Tx, { resellerId, email }: Omit<PairQuestion, 'clientId'>): Promise<void> {
  await tx.asSystem(() =>
    tx.query(
      `select pg_advisory_xact_lock(hashtextextended(${rootReseller('s')} || ' ' || mailbox_of($2), 11))
        from accounts s where s.id = $1`,
      [resellerId, email],
      'lock-mailbox',
    ),
  )
}

/** A request that the transaction sees. */
export async function readRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.db.select().from(accessRequests).where(eq(accessRequests.id, id))
  return row
}

/** The same, locked until the transaction ends. */
export async function lockRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.db.select().from(accessRequests).where(eq(accessRequests.id, id)).for('update')
  return row
}

export async function lockPending(tx: Tx, pair: Omit<PairQuestion, 'email'>): Promise<RequestRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(accessRequests)
    .where(
      and(
        eq(accessRequests.clientId, pair.clientId),
        eq(accessRequests.resellerId, pair.resellerId),
        sql`status = 'pending'`,
      ),
    )
    .for('update')
  return row
}

export async function insertRequest(tx: Tx, row: RequestRow): Promise<void> {
  await tx.db.insert(accessRequests).values(row)
}

/** Writes a changed request, one version on, and gives it as it is then. */
export async function saveRequest(tx: Tx, row: RequestRow, now: Date): Promise<RequestRow> {
  const { id, ...values } = { ...row, version: row.version + 1, updatedAt: now }
  await tx.db.update(accessRequests).set(values).where(eq(accessRequests.id, id))
  return { id, ...values }
}

/** The links of a request are dead from now on, and mails about it that have not gone out yet stay here. Wants system scope. */
export async function revokeLinks(tx: Tx, requestId: string, now: Date): Promise<void> {
  await tx.query('update link_tokens set revoked_at = $2 where request_id = $1 and revoked_at is null', [
    requestId,
    now,
  ])
  await dropMails(tx, requestId)
}

/** Mails that ask by a request and wait to be sent say what is not true any more; one on its way cannot be called back. */
export async function dropMails(tx: Tx, requestId: string): Promise<void> {
  await tx.query(
    `update mails set state = 'dropped', sealed_body = null, next_attempt_at = null
      where id in (select id from mails where about_id = $1 and state = 'queued'
        and template in ('access_request', 'request_reminder') for update skip locked)`,
    [requestId],
  )
}

/** The client and the reseller of a request. Wants system scope. */
export async function readParties(
  tx: Tx,
  { clientId, resellerId }: Omit<PairQuestion, 'email'>,
): Promise<{ client: AskedClient; reseller: typeof accounts.$inferSelect }> {
  const rows = await tx.db
    .select()
    .from(accounts)
    .where(sql`id in (${clientId}, ${resellerId})`)
  const client = rows.find(({ id }) => id === clientId)
  const reseller = rows.find(({ id }) => id === resellerId)
  if (!client || !reseller) throw new Error(`Clientele: an account of the pair ${clientId}, ${resellerId} is missing.`)
  return { client: client as AskedClient, reseller }
}
