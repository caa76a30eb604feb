import { phrases, when } from './phrases.ts'
import type { Template } from './template.ts'

/** Products that are suggested: whether they are bought is up to the client (R8). */
export const suggestionSent: Template<'suggestion_sent'> = {
  en: ({ client, reseller, items, message, link, expiresAt, timeZone }) => ({
    subject: `${reseller.name} suggests products for ${client.name}`,
    blocks: [
      phrases.en.hello(client),
      { title: `${reseller.name} suggests for ${client.name}:`, items: items.map(itemText) },
      message === null ? null : `${reseller.name} writes:`,
      message === null ? null : { quote: message },
      'Nothing was ordered. You decide what you buy; after that the reseller can manage it for you.',
      expiresAt === null ? null : `The suggestion stands until ${when(expiresAt, 'en', timeZone)}.`,
      link === null ? null : { button: 'Look at the suggestion', url: link },
    ],
  }),
  de: ({ client, reseller, items, message, link, expiresAt, timeZone }) => ({
    subject: `${reseller.name} schlägt Produkte für ${client.name} vor`,
    blocks: [
      phrases.de.hello(client),
      { title: `${reseller.name} schlägt für ${client.name} vor:`, items: items.map(itemText) },
      message === null ? null : `${reseller.name} schreibt:`,
      message === null ? null : { quote: message },
      'Es wurde nichts bestellt. Sie entscheiden, was Sie kaufen; danach kann der Reseller es für Sie verwalten.',
      expiresAt === null ? null : `Der Vorschlag gilt bis zum ${when(expiresAt, 'de', timeZone)}.`,
      link === null ? null : { button: 'Vorschlag ansehen', url: link },
    ],
  }),
  fr: ({ client, reseller, items, message, link, expiresAt, timeZone }) => ({
    subject: `${reseller.name} suggère des produits pour ${client.name}`,
    blocks: [
      phrases.fr.hello(client),
      { title: `${reseller.name} suggère pour ${client.name} :`, items: items.map(itemText) },
      message === null ? null : `${reseller.name} écrit :`,
      message === null ? null : { quote: message },
      'Rien n’a été commandé. C’est vous qui décidez de ce que vous achetez ; ensuite, le revendeur pourra le gérer pour vous.',
      expiresAt === null ? null : `La suggestion est valable jusqu’au ${when(expiresAt, 'fr', timeZone)}.`,
      link === null ? null : { button: 'Voir la suggestion', url: link },
    ],
  }),
}

function itemText({ name, quantity, note }: { name: string; quantity: number; note: string | null }): string {
  return `${quantity} × ${name}${note === null ? '' : ` (${note})`}`
}
