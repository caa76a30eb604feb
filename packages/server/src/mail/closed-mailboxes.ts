import type { Tx } from '../database/transaction.ts'
import { actorOf, type By } from '../events/record-event.ts'

// All of this wants a transaction in system scope: who cannot be reached is nobody's to read.

/** Why nobody is asked in a mailbox: mail comes back from there, or whoever reads it wants none. */
type Closed = 'bounced' | 'complained'

/**
 * SQL: whether the mailbox of an address is closed, for one of these reasons. Who wants no mail wants none at any address of
 * the mailbox; that mail came back from `name+word@…` says nothing of `name@…`, which others ask at.
 */
export function isClosed(address: string, reasons: readonly Closed[] = ['bounced', 'complained']): string {
  const among = reasons.map((reason) => `'${reason}'`).join(', ')
  return `exists (select from closed_mailboxes b
    where b.mailbox in (mailbox_of(${address}), lower(${address})) and b.opened_at is null and b.reason in (${among}))`
}

/** Closes a mailbox, whoever wrote there. Mail that comes back from it says less than that it is not wanted. */
export async function closeMailbox(tx: Tx, email: string, reason: Closed, now: Date): Promise<void> {
  await tx.query(
    `insert into closed_mailboxes (mailbox, reason, since) values (case when $2 = 'bounced' then lower($1) else mailbox_of($1) end, $2, $3)
      on conflict (mailbox) do update set reason = excluded.reason, since = excluded.since, opened_at = null, opened_by = null
        where closed_mailboxes.opened_at is not null or closed_mailboxes.reason = 'bounced'`,
    [email, reason, now],
    'close-mailbox',
  )
}

/** Opens it again: the platform says so, or whoever reads it has asked for mail. Keeps who it was. */
export async function openMailbox(tx: Tx, by: By, email: string): Promise<void> {
  const actor = 'caller' in by ? actorOf(by.caller) : by.actor
  await tx.query(
    `update closed_mailboxes set opened_at = $2, opened_by = $3
      where mailbox in (mailbox_of($1), lower($1)) and opened_at is null`,
    [email, by.now, JSON.stringify(actor)],
    'open-mailbox',
  )
}

/** Whether it is closed, for whatever reason. */
export async function isMailboxClosed(tx: Tx, email: string): Promise<boolean> {
  const [row] = await tx.query<{ closed: boolean }>(`select ${isClosed('$1')} as closed`, [email], 'is-mailbox-closed')
  return row?.closed ?? false
}
