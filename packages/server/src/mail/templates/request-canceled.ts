import { levelIn, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** The request is taken back: its link is dead, and that is all. */
export const requestCanceled: Template<'request_canceled'> = {
  en: ({ client, reseller, level }) => ({
    subject: `${reseller.name} no longer asks for access to ${client.name}`,
    blocks: [
      phrases.en.hello(client),
      `${reseller.name} has taken back its request for the access “${levelIn(level, 'en').name}” to the account of ${client.name}. The link in the earlier mail does not work any more.`,
      'Nothing was changed, and there is nothing for you to do.',
    ],
  }),
  de: ({ client, reseller, level }) => ({
    subject: `${reseller.name} bittet nicht mehr um Zugriff auf ${client.name}`,
    blocks: [
      phrases.de.hello(client),
      `${reseller.name} hat die Anfrage für den Zugriff „${levelIn(level, 'de').name}“ auf das Konto von ${client.name} zurückgenommen. Der Link in der früheren E-Mail ist nicht mehr gültig.`,
      'Es wurde nichts geändert, und Sie müssen nichts tun.',
    ],
  }),
  fr: ({ client, reseller, level }) => ({
    subject: `${reseller.name} ne demande plus d’accès à ${client.name}`,
    blocks: [
      phrases.fr.hello(client),
      `${reseller.name} a retiré sa demande d’accès « ${levelIn(level, 'fr').name} » au compte de ${client.name}. Le lien du message précédent ne fonctionne plus.`,
      'Rien n’a été modifié, et vous n’avez rien à faire.',
    ],
  }),
}
