import { levelIn, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** To the reseller: the client could not accept what it was asked any more, and wants a new link. */
export const renewalAsked: Template<'renewal_asked'> = {
  en: ({ client, level }) => ({
    subject: `${client.name} asks you to send your request for access again`,
    blocks: [
      phrases.en.helloThere,
      `${client.name} cannot accept your request for the access “${levelIn(level, 'en').name}” any more, and asks you to send it again.`,
      'Nothing is allowed yet. Send the request again, and the client gets a new link.',
    ],
  }),
  de: ({ client, level }) => ({
    subject: `${client.name} bittet Sie, Ihre Zugriffsanfrage erneut zu senden`,
    blocks: [
      phrases.de.helloThere,
      `${client.name} kann Ihre Anfrage für den Zugriff „${levelIn(level, 'de').name}“ nicht mehr annehmen und bittet Sie, sie erneut zu senden.`,
      'Noch ist nichts erlaubt. Senden Sie die Anfrage erneut, dann bekommt der Kunde einen neuen Link.',
    ],
  }),
  fr: ({ client, level }) => ({
    subject: `${client.name} vous invite à renvoyer votre demande d’accès`,
    blocks: [
      phrases.fr.helloThere,
      `${client.name} ne peut plus accepter votre demande d’accès « ${levelIn(level, 'fr').name} », et vous invite à la renvoyer.`,
      'Rien n’est encore autorisé. Renvoyez la demande, et le client recevra un nouveau lien.',
    ],
  }),
}
