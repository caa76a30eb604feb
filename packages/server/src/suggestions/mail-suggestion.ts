import { eq } from 'drizzle-orm'
import { lockMailbox } from '../access-requests/access-requests.store.ts'
import { attemptsCountFor } from '../access-requests/requests.rules.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { suggestions } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import type { Call } from '../handler.ts'
import { isMailboxClosed } from '../mail/closed-mailboxes.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { rootReseller } from '../resellers/root-reseller.ts'
import { accessSettings, linkSettings, readSettings } from '../settings/settings.store.ts'
import { skuName } from '../subscriptions/subscription-view.ts'

/**
 * Tells the client by mail, where an address is known. It was typed by the reseller, so one mailbox is told no more often
 * than it may be asked for access, whichever clients it stands for.
 */
export async function mailSuggestion(
  tx: Tx,
  call: Call,
  row: typeof suggestions.$inferSelect,
  client: ClientRow,
): Promise<void> {
  const email = client.primaryEmail
  if (email === null) return
  await tx.asSystem(async () => {
    if (await isMailboxClosed(tx, email)) return
    await lockMailbox(tx, { resellerId: row.resellerId, email })
    const settings = await readSettings(tx)
    const { requestMaxAttempts } = accessSettings(settings)
    const { suggestionUrl } = linkSettings(settings)
    if ((await timesMailed(tx, row.resellerId, email, call.now)) >= requestMaxAttempts) return
    const [reseller] = await tx.db.select().from(accounts).where(eq(accounts.id, row.resellerId))
    await queueMail(tx, call, {
      template: 'suggestion_sent',
      to: { email, name: client.name },
      languageCode: client.languageCode,
      about: { type: 'suggestion', id: row.id },
      data: {
        client: { name: client.name, firstName: client.person?.firstName ?? client.admin?.firstName ?? null },
        reseller: { name: reseller?.name ?? '', supportEmail: reseller?.supportEmail ?? null },
        items: row.items.map(({ sku, quantity, note }) => ({ name: skuName(call.families, sku), quantity, note })),
        message: row.message,
        link: suggestionUrl && `${suggestionUrl}#${row.id}`,
        expiresAt: row.expiresAt,
        timeZone: client.timeZone ?? reseller?.timeZone ?? 'UTC',
      },
    })
  })
}

async function timesMailed(tx: Tx, resellerId: string, email: string, now: Date): Promise<number> {
  const [row] = await tx.query<{ times: number }>(
    `select count(*)::int as times from mails m join suggestions g on g.id = m.about_id
        join accounts o on o.id = g.reseller_id join accounts s on s.id = $3
      where m.mailbox = mailbox_of($1) and m.template = 'suggestion_sent' and m.created_at > $2
        and (m.state <> 'dropped' or m.attempts > 0)
        and ${rootReseller('o')} = ${rootReseller('s')}`,
    [email, new Date(now.getTime() - attemptsCountFor), resellerId],
  )
  return row?.times ?? 0
}
