import { levelIn, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** To the reseller: no, with the reason where one was given. */
export const requestDeclined: Template<'request_declined'> = {
  en: ({ client, level, reason }) => ({
    subject: `${client.name} has declined your request for access`,
    blocks: [
      phrases.en.helloThere,
      `${client.name} has declined your request for the access “${levelIn(level, 'en').name}”. You have no access through it.`,
      reason === null ? 'No reason was given.' : 'The reason:',
      reason === null ? null : { quote: reason },
      'You can ask again after 7 days, or as soon as the client asks you to.',
    ],
  }),
  de: ({ client, level, reason }) => ({
    subject: `${client.name} hat Ihre Zugriffsanfrage abgelehnt`,
    blocks: [
      phrases.de.helloThere,
      `${client.name} hat Ihre Anfrage für den Zugriff „${levelIn(level, 'de').name}“ abgelehnt. Sie bekommen dadurch keinen Zugriff.`,
      reason === null ? 'Ein Grund wurde nicht genannt.' : 'Der Grund:',
      reason === null ? null : { quote: reason },
      'Sie können nach 7 Tagen wieder anfragen, oder sobald der Kunde Sie darum bittet.',
    ],
  }),
  fr: ({ client, level, reason }) => ({
    subject: `${client.name} a refusé votre demande d’accès`,
    blocks: [
      phrases.fr.helloThere,
      `${client.name} a refusé votre demande d’accès « ${levelIn(level, 'fr').name} ». Elle ne vous donne aucun accès.`,
      reason === null ? 'Aucune raison n’a été donnée.' : 'La raison :',
      reason === null ? null : { quote: reason },
      'Vous pourrez demander à nouveau après 7 jours, ou dès que le client vous y invite.',
    ],
  }),
}
