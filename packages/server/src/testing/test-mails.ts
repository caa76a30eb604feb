import type pg from 'pg'
import { loadMasterKey } from '../auth/master-key.ts'
import { transactions } from '../database/transaction.ts'
import type { Clock } from '../clock.ts'
import type { MailData, TemplateName } from '../mail/mail-data.ts'
import { createMailing, type MailOptions } from '../mail/mailing.ts'
import { queueMail, type NewMail } from '../mail/queue-mail.ts'

/** What mails in tests say unless a test says otherwise. */
export const levelTexts = {
  en: { name: 'Manage', summary: 'Manages products.', can: ['It manages products.'], cannot: ['It buys nothing.'] },
  de: {
    name: 'Verwalten',
    summary: 'Verwaltet Produkte.',
    can: ['Er verwaltet Produkte.'],
    cannot: ['Er kauft nichts.'],
  },
  fr: { name: 'Gérer', summary: 'Gère les produits.', can: ['Il gère les produits.'], cannot: ['Il n’achète rien.'] },
}

export const askedAccess: MailData['access_request'] = {
  client: { name: 'Byron Engines', firstName: 'Ada' },
  reseller: { name: 'North', supportEmail: 'help@north.example.net' },
  level: { texts: levelTexts },
  sender: 'Nora North',
  message: 'Hello {client_first_name},\nmay we? {level_name}, {reseller_name}, {expiry_date} {unknown}',
  scope: { kind: 'all' },
  duration: 'P14D',
  autoExtend: 'P1M',
  link: 'https://host.example.com/answer#cl_token',
  expiresAt: new Date('2026-03-15T09:00:00Z'),
  timeZone: 'UTC',
}

/** Queues mails as handlers do, each in a transaction of its own with the eyes of one reseller. */
export async function mailQueue(pool: pg.Pool, masterKey: string, clock: Clock, mail: MailOptions) {
  const transact = await transactions(pool)
  const master = await loadMasterKey(masterKey, { pool, folder: undefined, close: async () => {} }, false)
  const surroundings = { masterKey: master, mailing: createMailing(mail) }
  return async <T extends TemplateName = 'access_request'>(more: Partial<NewMail<T>> = {}): Promise<void> => {
    const base = {
      template: 'access_request',
      to: { email: 'ada@byron.example.com' },
      languageCode: 'en',
      data: askedAccess,
    }
    await transact({ reach: 'some', account: 'acc_x', caller: '', accounts: ['acc_x'] }, (tx) =>
      queueMail(tx, { now: clock.now(), ...surroundings }, { ...base, ...more } as NewMail<T>),
    )
  }
}
