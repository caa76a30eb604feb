import type { CreateAccessRequest } from '@clientele/contract'
import type { ResellerKey } from '../host/accounts.ts'

/** What has come to pass between a client of the demo and its reseller. */
export interface AccessStory {
  reseller: ResellerKey
  /** Words that find the client among those of its reseller. */
  client: string
  /** What the client has: sold by its reseller, and bought from the hosting company itself. */
  subscriptions: readonly { sku: string; seats: number; by: 'reseller' | 'platform' }[]
  asked: Pick<CreateAccessRequest, 'level' | 'recipientEmail' | 'message' | 'languageCode' | 'duration'>
  askedDaysAgo: number
  answer?: { accept: boolean; daysAgo: number; reason?: string }
}

/** One of each kind, so that lists and pages show them all: allowed, about to end, declined, waiting. */
export const accessStories: readonly AccessStory[] = [
  {
    reseller: 'nordlicht',
    client: 'ole nissen',
    subscriptions: [
      { sku: 'hosting_start', seats: 5, by: 'reseller' },
      { sku: 'hosting_pro', seats: 3, by: 'platform' },
    ],
    asked: {
      level: 'manage',
      recipientEmail: 'ole.nissen@example.com',
      languageCode: 'de',
      message: 'Moin {client_first_name}, damit wir den Umzug für das Café erledigen können, brauchen wir Ihr Ja.',
    },
    askedDaysAgo: 29,
    answer: { accept: true, daysAgo: 28 },
  },
  {
    reseller: 'copperline',
    client: 'maeve holloway',
    subscriptions: [{ sku: 'hosting_start', seats: 2, by: 'platform' }],
    asked: {
      level: 'manage',
      recipientEmail: 'maeve.holloway@example.com',
      languageCode: 'en',
      message: 'Hello {client_first_name}, this is for the relaunch of the café’s site: a month should do.',
      duration: 'P30D',
    },
    askedDaysAgo: 27,
    answer: { accept: true, daysAgo: 26 },
  },
  {
    reseller: 'copperline',
    client: 'rhys kershaw',
    subscriptions: [{ sku: 'hosting_start', seats: 1, by: 'platform' }],
    asked: {
      level: 'manage',
      recipientEmail: 'rhys.kershaw@example.com',
      languageCode: 'en',
      message: 'Hello {client_first_name}, may we look after your hosting from here?',
    },
    askedDaysAgo: 4,
    answer: { accept: false, daysAgo: 3, reason: 'I do that myself.' },
  },
  {
    reseller: 'nordlicht',
    client: 'merle hansen',
    subscriptions: [{ sku: 'essentials_starter', seats: 12, by: 'platform' }],
    asked: {
      level: 'manage',
      recipientEmail: 'merle.hansen@example.org',
      languageCode: 'de',
      message: 'Guten Tag {client_first_name}, wir würden die Konten der Redaktion gern für Sie verwalten.',
    },
    askedDaysAgo: 2,
  },
]
