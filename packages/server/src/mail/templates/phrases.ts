import { neverDelegable, type LevelTexts, type NeverDelegable } from '@clientele/contract'
import type { StoredScope } from '../../database/access.schema.ts'
import type { Language } from './template.ts'

/** What mails in one language have in common. */
export interface Phrases {
  hello(client: { name: string; firstName: string | null }): string
  /** To people of the reseller, whose names are not known. */
  helloThere: string
  scope(scope: StoredScope): string
  never: Record<NeverDelegable, string>
}

const english: Phrases = {
  hello: ({ name, firstName }) => `Hello ${firstName ?? name},`,
  helloThere: 'Hello,',
  scope: (scope) =>
    ({
      all: () => 'the whole account, as far as the level reaches',
      sold_by_reseller: () => 'what was bought from this reseller',
      sold_plus_ticked: () => 'what was bought from this reseller, and the subscriptions that the client ticks',
      subscriptions: () => counted('en', listed(scope), { one: 'subscription', other: 'subscriptions' }),
      domains: () => listed(scope).join(', '),
    })[scope.kind](),
  never: {
    'terms.accept': 'accept terms for you',
    'payment_methods.read': 'see your payment methods',
    'payment_methods.write': 'change your payment methods',
    'credentials.read': 'see your passwords',
    'credentials.write': 'change your passwords',
    'access.delegate': 'pass its access on to others',
    'transfer_tokens.create': 'start a transfer to another reseller',
    'orders.history_of_others': 'see what you ordered elsewhere',
  },
}

const german: Phrases = {
  hello: ({ name, firstName }) => `Guten Tag ${firstName ?? name},`,
  helloThere: 'Guten Tag,',
  scope: (scope) =>
    ({
      all: () => 'das ganze Konto, soweit die Stufe reicht',
      sold_by_reseller: () => 'was bei diesem Reseller gekauft wurde',
      sold_plus_ticked: () => 'was bei diesem Reseller gekauft wurde, und die Abonnements, die der Kunde anhakt',
      subscriptions: () => counted('de', listed(scope), { one: 'Abonnement', other: 'Abonnements' }),
      domains: () => listed(scope).join(', '),
    })[scope.kind](),
  never: {
    'terms.accept': 'Bedingungen in Ihrem Namen annehmen',
    'payment_methods.read': 'Ihre Zahlungsmittel sehen',
    'payment_methods.write': 'Ihre Zahlungsmittel ändern',
    'credentials.read': 'Ihre Passwörter sehen',
    'credentials.write': 'Ihre Passwörter ändern',
    'access.delegate': 'den Zugriff an andere weitergeben',
    'transfer_tokens.create': 'den Wechsel zu einem anderen Reseller einleiten',
    'orders.history_of_others': 'sehen, was Sie anderswo bestellt haben',
  },
}

const french: Phrases = {
  hello: ({ name, firstName }) => `Bonjour ${firstName ?? name},`,
  helloThere: 'Bonjour,',
  scope: (scope) =>
    ({
      all: () => 'tout le compte, dans la limite du niveau',
      sold_by_reseller: () => 'ce qui a été acheté auprès de ce revendeur',
      sold_plus_ticked: () => 'ce qui a été acheté auprès de ce revendeur, et les abonnements que le client coche',
      subscriptions: () => counted('fr', listed(scope), { one: 'abonnement', other: 'abonnements' }),
      domains: () => listed(scope).join(', '),
    })[scope.kind](),
  never: {
    'terms.accept': 'accepter des conditions à votre place',
    'payment_methods.read': 'voir vos moyens de paiement',
    'payment_methods.write': 'modifier vos moyens de paiement',
    'credentials.read': 'voir vos mots de passe',
    'credentials.write': 'modifier vos mots de passe',
    'access.delegate': 'transmettre son accès à d’autres',
    'transfer_tokens.create': 'lancer un transfert vers un autre revendeur',
    'orders.history_of_others': 'voir ce que vous avez commandé ailleurs',
  },
}

export const phrases: Record<Language, Phrases> = { en: english, de: german, fr: french }

/** How a mail begins, by whom it is written to. */
export function greeting(
  language: Language,
  audience: 'client' | 'reseller',
  client: Parameters<Phrases['hello']>[0],
): string {
  return audience === 'client' ? phrases[language].hello(client) : phrases[language].helloThere
}

/** The way to the page where clients manage access without an account; resellers have no such link. */
export function manageButton(
  label: string,
  audience: 'client' | 'reseller',
  manageLink: string | null,
): { button: string; url: string } | null {
  return audience === 'client' && manageLink !== null ? { button: label, url: manageLink } : null
}

/** Everything that no level allows. */
export function neverAllowed(language: Language): string[] {
  return neverDelegable.map((key) => phrases[language].never[key])
}

/** A level's texts in a language, else in English, which is always there. */
export function levelIn(level: { texts: Record<string, LevelTexts> }, language: Language): LevelTexts {
  const texts = level.texts[language] ?? level.texts['en']
  if (!texts) throw new Error('Clientele: a level has no English texts, so no mail can name it.')
  return texts
}

const dayParts = { day: 'numeric', month: 'long', year: 'numeric' } as const
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const

/** A moment until which something has to be done or will be: day, time, and whose time that is. */
export function when(date: Date, language: Language, timeZone: string): string {
  return formatted(date, language, timeZone, { ...dayParts, ...timeParts })
}

/** A moment of which the day says enough. */
export function day(date: Date, language: Language, timeZone: string): string {
  return formatted(date, language, timeZone, dayParts)
}

function formatted(date: Date, language: Language, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  try {
    const text = new Intl.DateTimeFormat(language, { ...parts, timeZone }).format(date)
    // the first of a month is an ordinal in French, which Intl does not write
    return language === 'fr' ? text.replace(/^1 /, '1er ') : text
  } catch (error) {
    // a zone that was taken where more of them are known stops no mail
    if (error instanceof RangeError && timeZone !== 'UTC') return formatted(date, language, 'UTC', parts)
    throw error
  }
}

const units = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' } as const

/** `P14D` as “14 days”. */
export function lasting(duration: string, language: Language): string {
  const [, amount = '0', unit = 'D'] = /^PT?(\d+)([YMWDH])$/.exec(duration) ?? []
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit as keyof typeof units],
    unitDisplay: 'long',
  }).format(Number(amount))
}

function listed(scope: StoredScope): string[] {
  return 'ids' in scope ? scope.ids : 'names' in scope ? scope.names : []
}

function counted(language: Language, items: readonly string[], words: { one: string; other: string }): string {
  const isOne = new Intl.PluralRules(language).select(items.length) === 'one'
  return `${items.length} ${isOne ? words.one : words.other}`
}
