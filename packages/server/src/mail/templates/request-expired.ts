import { levelIn, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** To the reseller: nobody answered in time. */
export const requestExpired: Template<'request_expired'> = {
  en: ({ client, level, recipientEmail }) => ({
    subject: `No answer from ${client.name} to your request for access`,
    blocks: [
      phrases.en.helloThere,
      `Your request to ${client.name} for the access “${levelIn(level, 'en').name}” was not answered in time. Its link does not work any more.`,
      `It was sent to ${recipientEmail}. You can send it again, also to another address.`,
    ],
  }),
  de: ({ client, level, recipientEmail }) => ({
    subject: `Keine Antwort von ${client.name} auf Ihre Zugriffsanfrage`,
    blocks: [
      phrases.de.helloThere,
      `Ihre Anfrage an ${client.name} für den Zugriff „${levelIn(level, 'de').name}“ wurde nicht rechtzeitig beantwortet. Der Link ist nicht mehr gültig.`,
      `Sie ging an ${recipientEmail}. Sie können sie erneut senden, auch an eine andere Adresse.`,
    ],
  }),
  fr: ({ client, level, recipientEmail }) => ({
    subject: `Pas de réponse de ${client.name} à votre demande d’accès`,
    blocks: [
      phrases.fr.helloThere,
      `Votre demande d’accès « ${levelIn(level, 'fr').name} » à ${client.name} n’a pas reçu de réponse à temps. Son lien ne fonctionne plus.`,
      `Elle a été envoyée à ${recipientEmail}. Vous pouvez la renvoyer, y compris à une autre adresse.`,
    ],
  }),
}
