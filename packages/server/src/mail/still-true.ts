import { isPausable } from '../access/pausable.ts'
import { livingSql } from '../access-grants/grants.rules.ts'
import type { Tx } from '../database/transaction.ts'
import { isClosed } from './closed-mailboxes.ts'
import type { MailData, TemplateName } from './mail-data.ts'

/** What happened has happened. */
const always = 'true'

/** It can be answered still, by the link in this very mail and in the mailbox it goes to. */
const isAsked = `exists (select from access_requests r where r.id = m.about_id and r.status = 'pending'
  and r.expires_at > $2 and r.recipient_email = m.to_email and r.sent_at <= m.created_at)`

const isRequestStill = (state: string) => `exists (select from access_requests r where r.id = m.about_id and ${state})`

const isLivingGrant = (says: string) =>
  `exists (select from access_grants g where g.id = m.about_id and g.status in ${livingSql} and ${says})`

/** Of all the switches that it names: there is something to pause behind them, and they stand like this. */
const areSwitches = (state: string) =>
  `not exists (select from unnest(string_to_array(coalesce(m.says, m.about_id), ' ')) as named(id)
     where not exists (select from access_policies p where p.id = named.id and ${isPausable} and ${state}))`

const milliseconds = '(extract(epoch from g.ends_at) * 1000)::bigint'

/**
 * When each kind of mail may go out: as long as this holds, of the mail `m` at the moment `$2`. It is asked when the mail is
 * about to be sent, for it may have waited: in a queue, for a mail server that was down, for its turn.
 */
const truths: Readonly<Record<TemplateName, string>> = {
  access_request: isAsked,
  request_reminder: isAsked,
  request_canceled: always,
  request_declined: isRequestStill("r.status = 'declined'"),
  request_expired: isRequestStill("r.status = 'expired'"),
  renewal_asked: isRequestStill('r.renewal_asked_at is not null'),
  // it is a receipt
  access_confirmed: always,
  access_failed: always,
  access_overdue: `exists (select from propagations o where (o.id = m.about_id and o.state = 'failed')
    or (o.state = 'pending' and o.overdue_at is not null))`,
  access_ended: always,
  access_expiring: isLivingGrant(`g.ends_at > $2 and m.says = concat_ws(' ', ${milliseconds}, g.auto_extend)`),
  access_extended: isLivingGrant(`m.says = concat_ws(' ', ${milliseconds})`),
  access_paused: areSwitches('p.paused_at is not null'),
  access_resumed: areSwitches('p.paused_at is null'),
  switch_changed: `exists (select from access_policies p where p.id = m.about_id and p.wanted = (m.says = 'on'))`,
  access_changed: `exists (select from access_policies p
    join access_grants g on g.client_id = p.client_id and g.reseller_id = p.reseller_id
    where p.id = m.about_id and g.status in ${livingSql})`,
  // one that was replaced gives its place to the newer one (state-notices.ts)
  manage_link: always,
  level_version_offered: isLivingGrant(`g.told_version = m.says::int
    and greatest(g.level_version, coalesce(g.declined_version, 0)) < m.says::int`),
  suggestion_sent: `exists (select from suggestions s where s.id = m.about_id and s.status in ('sent', 'viewed')
    and (s.expires_at is null or s.expires_at > $2))`,
}

/** What a mail says of what it is about, as its truth compares it. */
export const says = {
  ending: ({ endsAt, autoExtend }: Pick<MailData['access_expiring'], 'endsAt' | 'autoExtend'>) =>
    autoExtend === null ? String(endsAt.getTime()) : `${endsAt.getTime()} ${autoExtend}`,
  extended: (endsAt: Date | null) => (endsAt === null ? '' : String(endsAt.getTime())),
  switches: (policyIds: readonly string[]) => policyIds.join(' '),
}

const cases = Object.entries(truths).map(([template, truth]) => `when '${template}' then ${truth}`)

/** What nobody asked for is not for a client who wants no mail; a link was asked for a moment ago, and access allowed (R28). */
const isWanted = `not (m.to_client and m.template not in ('manage_link', 'access_confirmed') and ${isClosed('m.to_email', ['complained'])})`

/** A mail that stays here. */
interface Stale {
  id: string
  /** It would be true, and whoever reads that mailbox wants none. */
  isUnwanted: boolean
}

/** Those mails that are not to go out any more. One that does not say what it is about is taken at its word. Wants system scope. */
export async function staleAmong(tx: Tx, ids: readonly string[], now: Date): Promise<Stale[]> {
  const rows = await tx.query<{ id: string; is_true: boolean }>(
    `select id, is_true from (
       select m.id, m.about_id is null or (case m.template ${cases.join(' ')} else true end) as is_true, ${isWanted} as is_wanted
       from mails m where m.id = any($1)) looked
     where is_true is not true or not is_wanted`,
    [ids, now],
    'stale-mails',
  )
  return rows.map(({ id, is_true: isTrue }) => ({ id, isUnwanted: isTrue }))
}
