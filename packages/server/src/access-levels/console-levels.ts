import type { DeliveredLevel } from './delivered-level.ts'
import { noPurchases } from './product-levels.ts'

/** What the client's switch is about: a defined list of services of the console, and not all of them (R163). */
export const consoleLevels: readonly DeliveredLevel[] = [
  {
    key: 'console_standard',
    family: 'console',
    rank: 10,
    capabilities: [
      'console.users',
      'console.groups',
      'console.devices',
      'licenses.assign',
      'support.cases.create',
      'support.cases.read',
    ],
    selectable: false,
    texts: {
      en: {
        name: 'Console',
        summary: 'The reseller works in the client’s console, and sends support requests for the client.',
        can: [
          'The reseller manages users in the client’s console.',
          'The reseller manages groups in the client’s console.',
          'The reseller manages devices in the client’s console.',
          'The reseller assigns licenses of the subscriptions that it sold to the client.',
          'The reseller sends support requests for the client, and reads those that it sent.',
        ],
        cannot: [
          'With this access the reseller cannot read support requests that the client sent itself.',
          ...noPurchases.en,
        ],
      },
      de: {
        name: 'Konsole',
        summary: 'Der Reseller arbeitet in der Konsole des Kunden und stellt Supportanfragen für den Kunden.',
        can: [
          'Der Reseller verwaltet Nutzer in der Konsole des Kunden.',
          'Der Reseller verwaltet Gruppen in der Konsole des Kunden.',
          'Der Reseller verwaltet Geräte in der Konsole des Kunden.',
          'Der Reseller weist Lizenzen der Abonnements zu, die er dem Kunden verkauft hat.',
          'Der Reseller stellt Supportanfragen für den Kunden und liest die, die er gestellt hat.',
        ],
        cannot: [
          'Mit diesem Zugriff kann der Reseller keine Supportanfragen lesen, die der Kunde selbst gestellt hat.',
          ...noPurchases.de,
        ],
      },
      fr: {
        name: 'Console',
        summary:
          'Le revendeur travaille dans la console du client, et envoie des demandes d’assistance pour le client.',
        can: [
          'Le revendeur gère les utilisateurs dans la console du client.',
          'Le revendeur gère les groupes dans la console du client.',
          'Le revendeur gère les appareils dans la console du client.',
          'Le revendeur attribue les licences des abonnements qu’il a vendus au client.',
          'Le revendeur envoie des demandes d’assistance pour le client, et lit celles qu’il a envoyées.',
        ],
        cannot: [
          'Avec cet accès, le revendeur ne peut pas lire les demandes d’assistance que le client a envoyées lui-même.',
          ...noPurchases.fr,
        ],
      },
    },
  },
]
