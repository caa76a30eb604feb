import type { DeliveredLevel } from './delivered-level.ts'
import { noPurchases } from './product-levels.ts'

/** What a support partner gets. That it reads what the client sent itself has to be said (R187). */
export const supportLevels: readonly DeliveredLevel[] = [
  {
    key: 'support_only',
    family: 'support',
    rank: 5,
    capabilities: ['support.cases.create', 'support.cases.read_all'],
    selectable: false,
    texts: {
      en: {
        name: 'Support only',
        summary: 'The reseller sends support requests for the client, and reads all support requests of the client.',
        can: [
          'The reseller sends support requests for the client.',
          'The reseller reads all support requests of the client, also those that the client sent itself.',
        ],
        cannot: ['With this access the reseller cannot work in the client’s console.', ...noPurchases.en],
      },
      de: {
        name: 'Nur Support',
        summary: 'Der Reseller stellt Supportanfragen für den Kunden und liest alle Supportanfragen des Kunden.',
        can: [
          'Der Reseller stellt Supportanfragen für den Kunden.',
          'Der Reseller liest alle Supportanfragen des Kunden, auch die, die der Kunde selbst gestellt hat.',
        ],
        cannot: ['Mit diesem Zugriff kann der Reseller nicht in der Konsole des Kunden arbeiten.', ...noPurchases.de],
      },
      fr: {
        name: 'Assistance seulement',
        summary:
          'Le revendeur envoie des demandes d’assistance pour le client, et lit toutes les demandes d’assistance du client.',
        can: [
          'Le revendeur envoie des demandes d’assistance pour le client.',
          'Le revendeur lit toutes les demandes d’assistance du client, y compris celles que le client a envoyées lui-même.',
        ],
        cannot: ['Avec cet accès, le revendeur ne peut pas travailler dans la console du client.', ...noPurchases.fr],
      },
    },
  },
]
