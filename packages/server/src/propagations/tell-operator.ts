import { readSides } from '../access/sides.ts'
import type { Tx } from '../database/transaction.ts'
import type { MailSurroundings } from '../mail/mailing.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { notifySettings, readSettings } from '../settings/settings.store.ts'
import type { PropagationRow } from './propagations.store.ts'

/**
 * Tells whoever watches over the platform of a change that is overdue (N7). Where many are at a time, few mails say it:
 * each names one of them, and how many there are. Wants system scope.
 */
export async function tellOperator(tx: Tx, by: { now: Date } & MailSurroundings, row: PropagationRow): Promise<void> {
  const { operatorEmail } = notifySettings(await readSettings(tx))
  if (operatorEmail === null) return
  const sides = await readSides(tx, row)
  const [platform] = await tx.query<{ language_code: string | null; time_zone: string | null; total: number }>(
    `select language_code, time_zone,
       (select count(*)::int from propagations where state = 'pending' and overdue_at is not null) as total
     from accounts where kind = 'platform'`,
  )
  if (!sides || !platform) return
  const { target, wanted: on, expectedBy, detail } = row
  await queueMail(tx, by, {
    template: 'access_overdue',
    to: { email: operatorEmail },
    languageCode: platform.language_code,
    about: { type: 'propagation', id: row.id },
    data: {
      client: { name: sides.client_name, firstName: null },
      reseller: { name: sides.reseller_name, supportEmail: null },
      timeZone: platform.time_zone ?? 'UTC',
      target,
      on,
      expectedBy,
      detail,
      // one that was refused for good is not on its way any more
      total: Math.max(1, platform.total),
    },
    stateOf: { key: 'overdue' },
  })
}
