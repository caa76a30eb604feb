import type { Letter } from '../letter.ts'
import type { MailData } from '../mail-data.ts'
import { lasting, levelIn, neverAllowed, phrases, when } from './phrases.ts'
import { requestMessage } from './request-message.ts'
import type { Language, Template } from './template.ts'

type Data = MailData['access_request']

/** What is said around the facts, which are the same in the request and in its reminder. */
interface Words {
  subject: string
  intro: string
  wrote: string
  can: string
  cannot: string
  never: string
  facts: Record<'level' | 'scope' | 'duration' | 'autoExtend' | 'until', string>
  endless: string
  button: string
  nothingYet: string
  ignore: string
}

function english({ reseller, client, sender }: Data): Words {
  const asks = sender === null ? reseller.name : `${sender} of ${reseller.name}`
  return {
    subject: `${reseller.name} asks for access to ${client.name}`,
    intro: `${asks} asks for access to the account of ${client.name}. You decide: nothing is allowed before you accept.`,
    wrote: `${asks} writes:`,
    can: 'With this access:',
    cannot: 'Its limits:',
    never: 'No access ever allows a reseller to:',
    facts: {
      level: 'Access asked for',
      scope: 'For',
      duration: 'How long',
      autoExtend: 'Then extended each time by',
      until: 'Answer by',
    },
    endless: 'until it is ended',
    button: 'Read the request and answer',
    nothingYet: 'If you accept, you can still pause or end the access at any time.',
    ignore: `If you do not know ${reseller.name}, ignore this mail: nothing happens then. Do not pass it on, the link is for you.`,
  }
}

function german({ reseller, client, sender }: Data): Words {
  const asks = sender === null ? reseller.name : `${sender} von ${reseller.name}`
  return {
    subject: `${reseller.name} bittet um Zugriff auf ${client.name}`,
    intro: `${asks} bittet um Zugriff auf das Konto von ${client.name}. Sie entscheiden: Solange Sie nicht annehmen, ist nichts erlaubt.`,
    wrote: `${asks} schreibt:`,
    can: 'Mit diesem Zugriff:',
    cannot: 'Seine Grenzen:',
    never: 'Kein Zugriff erlaubt einem Reseller jemals:',
    facts: {
      level: 'Angefragter Zugriff',
      scope: 'Für',
      duration: 'Dauer',
      autoExtend: 'Danach jeweils verlängert um',
      until: 'Antwort bis',
    },
    endless: 'bis er beendet wird',
    button: 'Anfrage lesen und beantworten',
    nothingYet: 'Auch wenn Sie annehmen, können Sie den Zugriff jederzeit pausieren oder beenden.',
    ignore: `Wenn Sie ${reseller.name} nicht kennen, ignorieren Sie diese E-Mail; dann geschieht nichts. Leiten Sie sie nicht weiter, der Link ist für Sie bestimmt.`,
  }
}

function french({ reseller, client, sender }: Data): Words {
  const asks = sender === null ? reseller.name : `${sender} (${reseller.name})`
  return {
    subject: `${reseller.name} demande un accès à ${client.name}`,
    intro: `${asks} demande un accès au compte de ${client.name}. C’est vous qui décidez : rien n’est autorisé tant que vous n’avez pas accepté.`,
    wrote: `${asks} écrit :`,
    can: 'Avec cet accès :',
    cannot: 'Ses limites :',
    never: 'Aucun accès ne permet jamais à un revendeur de :',
    facts: {
      level: 'Accès demandé',
      scope: 'Pour',
      duration: 'Durée',
      autoExtend: 'Prolongé ensuite chaque fois de',
      until: 'Date limite de réponse',
    },
    endless: 'jusqu’à ce qu’on y mette fin',
    button: 'Lire la demande et répondre',
    nothingYet: 'Même si vous acceptez, vous pouvez mettre l’accès en pause ou y mettre fin à tout moment.',
    ignore: `Si vous ne connaissez pas ${reseller.name}, ignorez ce message : il ne se passera rien. Ne le transférez pas, le lien vous est destiné.`,
  }
}

/** The request: who asks, in their words; what it would allow and what not; where to answer (R26, R35). */
export const accessRequest: Template<'access_request'> = {
  en: (data) => letter('en', data, english(data)),
  de: (data) => letter('de', data, german(data)),
  fr: (data) => letter('fr', data, french(data)),
}

/** The same once more: the facts have not changed, and whoever reads it may not have read the first. */
export const requestReminder: Template<'request_reminder'> = {
  en: (data) => reminder('en', data, english(data), 'Reminder'),
  de: (data) => reminder('de', data, german(data), 'Erinnerung'),
  fr: (data) => reminder('fr', data, french(data), 'Rappel'),
}

function reminder(language: Language, data: Data, words: Words, name: string): Letter {
  const separator = language === 'fr' ? ' : ' : ': '
  return letter(language, data, { ...words, subject: name + separator + words.subject })
}

function letter(language: Language, data: Data, words: Words): Letter {
  const level = levelIn(data.level, language)
  const { facts } = words
  return {
    subject: words.subject,
    blocks: [
      phrases[language].hello(data.client),
      words.intro,
      words.wrote,
      { quote: requestMessage(data, language) },
      {
        facts: [
          [facts.level, level.name],
          [facts.scope, phrases[language].scope(data.scope)],
          [facts.duration, data.duration === null ? words.endless : lasting(data.duration, language)],
          data.autoExtend === null ? null : [facts.autoExtend, lasting(data.autoExtend, language)],
          [facts.until, when(data.expiresAt, language, data.timeZone)],
        ],
      },
      level.summary,
      { title: words.can, items: level.can },
      { title: words.cannot, items: level.cannot },
      { title: words.never, items: neverAllowed(language) },
      { button: words.button, url: data.link },
      words.nothingYet,
      { small: words.ignore },
    ],
  }
}
