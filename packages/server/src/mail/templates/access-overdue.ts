import type { MailData } from '../mail-data.ts'
import { phrases, when } from './phrases.ts'
import type { Language, Template } from './template.ts'

type Change = Pick<MailData['access_overdue'], 'target' | 'on'>

const changes: Record<Language, Record<Change['target'], readonly [on: string, off: string]>> = {
  en: {
    switch: ['access switched on', 'access switched off'],
    tick: ['subscription ticked', 'subscription no longer ticked'],
    grant: ['access set up or changed', 'access ended'],
  },
  de: {
    switch: ['Zugriff eingeschaltet', 'Zugriff ausgeschaltet'],
    tick: ['Abonnement angekreuzt', 'Abonnement nicht mehr angekreuzt'],
    grant: ['Zugriff eingerichtet oder geändert', 'Zugriff beendet'],
  },
  fr: {
    switch: ['accès activé', 'accès désactivé'],
    tick: ['abonnement coché', 'abonnement décoché'],
    grant: ['accès mis en place ou modifié', 'accès terminé'],
  },
}

const changeIn = (language: Language, { target, on }: Change) => changes[language][target][on ? 0 : 1]

/** To the operator: a change was not seen to take effect in time, or was refused though it has to come about (N7). */
export const accessOverdue: Template<'access_overdue'> = {
  en: ({ client, reseller, target, on, expectedBy, detail, total, timeZone }) => ({
    subject: total === 1 ? `A change of access is overdue: ${client.name}` : `${total} changes of access are overdue`,
    blocks: [
      phrases.en.helloThere,
      'A change of access was not seen to take effect at the vendor as it should.',
      {
        facts: [
          ['Client', client.name],
          ['Reseller', reseller.name],
          ['Change', changeIn('en', { target, on })],
          ['Expected by', when(expectedBy, 'en', timeZone)],
        ],
      },
      on ? null : 'Calls here are refused already. The vendor may still allow what was taken away.',
      detail === null ? null : 'The vendor says:',
      detail === null ? null : { quote: detail },
      total === 1 ? null : `Altogether ${total} changes are overdue.`,
      { small: 'propagations.list names them; what was carried out is reported by propagations.observed.' },
    ],
  }),
  de: ({ client, reseller, target, on, expectedBy, detail, total, timeZone }) => ({
    subject:
      total === 1
        ? `Eine Änderung des Zugriffs ist überfällig: ${client.name}`
        : `${total} Änderungen des Zugriffs sind überfällig`,
    blocks: [
      phrases.de.helloThere,
      'Eine Änderung des Zugriffs ist beim Anbieter nicht wie erwartet wirksam geworden.',
      {
        facts: [
          ['Kunde', client.name],
          ['Reseller', reseller.name],
          ['Änderung', changeIn('de', { target, on })],
          ['Erwartet bis', when(expectedBy, 'de', timeZone)],
        ],
      },
      on ? null : 'Aufrufe werden hier schon abgelehnt. Der Anbieter lässt vielleicht noch zu, was entzogen wurde.',
      detail === null ? null : 'Der Anbieter sagt:',
      detail === null ? null : { quote: detail },
      total === 1 ? null : `Insgesamt sind ${total} Änderungen überfällig.`,
      { small: 'propagations.list nennt sie; was ausgeführt ist, wird mit propagations.observed gemeldet.' },
    ],
  }),
  fr: ({ client, reseller, target, on, expectedBy, detail, total, timeZone }) => ({
    subject:
      total === 1
        ? `Une modification d’accès est en retard : ${client.name}`
        : `${total} modifications d’accès sont en retard`,
    blocks: [
      phrases.fr.helloThere,
      'Une modification d’accès n’a pas pris effet chez le fournisseur comme prévu.',
      {
        facts: [
          ['Client', client.name],
          ['Revendeur', reseller.name],
          ['Modification', changeIn('fr', { target, on })],
          ['Attendue avant le', when(expectedBy, 'fr', timeZone)],
        ],
      },
      on ? null : 'Ici, les appels sont déjà refusés. Le fournisseur autorise peut-être encore ce qui a été retiré.',
      detail === null ? null : 'Le fournisseur indique :',
      detail === null ? null : { quote: detail },
      total === 1 ? null : `Au total, ${total} modifications sont en retard.`,
      { small: 'propagations.list les énumère ; ce qui a été exécuté est signalé par propagations.observed.' },
    ],
  }),
}
