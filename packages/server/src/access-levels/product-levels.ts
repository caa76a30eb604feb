import type { DeliveredLevel } from './delivered-level.ts'

const manageDomains = {
  en: 'The reseller manages the domains that this access covers.',
  de: 'Der Reseller verwaltet die Domains, für die dieser Zugriff gilt.',
  fr: 'Le revendeur gère les domaines que couvre cet accès.',
}

const manageProducts = {
  en: [
    'The reseller sees the products that this access covers, and their settings.',
    'The reseller changes the settings of these products.',
    manageDomains.en,
    'The reseller suggests further products. The client decides whether to buy them.',
  ],
  de: [
    'Der Reseller sieht die Produkte, für die dieser Zugriff gilt, und deren Einstellungen.',
    'Der Reseller ändert die Einstellungen dieser Produkte.',
    manageDomains.de,
    'Der Reseller schlägt weitere Produkte vor. Ob sie gekauft werden, entscheidet der Kunde.',
  ],
  fr: [
    'Le revendeur voit les produits que couvre cet accès, ainsi que leurs paramètres.',
    'Le revendeur modifie les paramètres de ces produits.',
    manageDomains.fr,
    'Le revendeur suggère d’autres produits. Le client décide de les acheter ou non.',
  ],
}

const noProducts = {
  en: 'With this access the reseller cannot see or change any product of the client.',
  de: 'Mit diesem Zugriff kann der Reseller kein Produkt des Kunden sehen oder ändern.',
  fr: 'Avec cet accès, le revendeur ne peut voir ni modifier aucun produit du client.',
}

/** Of every level with which nothing is bought. */
export const noPurchases = {
  en: [
    'With this access the reseller cannot buy products for the client.',
    'With this access the reseller cannot renew subscriptions of the client.',
  ],
  de: [
    'Mit diesem Zugriff kann der Reseller keine Produkte für den Kunden kaufen.',
    'Mit diesem Zugriff kann der Reseller keine Abonnements des Kunden verlängern.',
  ],
  fr: [
    'Avec cet accès, le revendeur ne peut pas acheter de produits pour le client.',
    'Avec cet accès, le revendeur ne peut pas renouveler d’abonnements du client.',
  ],
}

/** The lowest first: each contains those before it (R12). */
export const productLevels: readonly DeliveredLevel[] = [
  {
    key: 'connection_only',
    family: 'products',
    rank: 0,
    capabilities: [],
    selectable: false,
    texts: {
      en: {
        name: 'Connection only',
        summary: 'The reseller stays connected with the client, and has no access.',
        can: [],
        cannot: [noProducts.en, ...noPurchases.en],
      },
      de: {
        name: 'Nur Verbindung',
        summary: 'Der Reseller bleibt mit dem Kunden verbunden und hat keinen Zugriff.',
        can: [],
        cannot: [noProducts.de, ...noPurchases.de],
      },
      fr: {
        name: 'Relation seulement',
        summary: 'Le revendeur reste en relation avec le client, et n’a aucun accès.',
        can: [],
        cannot: [noProducts.fr, ...noPurchases.fr],
      },
    },
  },
  {
    key: 'domains_only',
    family: 'products',
    rank: 5,
    capabilities: ['domains.manage'],
    selectable: false,
    texts: {
      en: {
        name: 'Domains only',
        summary: 'The reseller manages certain domains of the client, and nothing else.',
        can: [manageDomains.en],
        cannot: [
          'With this access the reseller cannot see or change any other product of the client.',
          ...noPurchases.en,
        ],
      },
      de: {
        name: 'Nur Domains',
        summary: 'Der Reseller verwaltet bestimmte Domains des Kunden und sonst nichts.',
        can: [manageDomains.de],
        cannot: [
          'Mit diesem Zugriff kann der Reseller kein anderes Produkt des Kunden sehen oder ändern.',
          ...noPurchases.de,
        ],
      },
      fr: {
        name: 'Domaines seulement',
        summary: 'Le revendeur gère certains domaines du client, et rien d’autre.',
        can: [manageDomains.fr],
        cannot: [
          'Avec cet accès, le revendeur ne peut voir ni modifier aucun autre produit du client.',
          ...noPurchases.fr,
        ],
      },
    },
  },
  {
    key: 'manage',
    family: 'products',
    rank: 10,
    capabilities: ['products.view', 'products.manage', 'products.suggest', 'domains.manage'],
    selectable: true,
    texts: {
      en: {
        name: 'Manage',
        summary: 'The reseller looks after products of the client. The client does the buying.',
        can: manageProducts.en,
        cannot: noPurchases.en,
      },
      de: {
        name: 'Verwalten',
        summary: 'Der Reseller betreut Produkte des Kunden. Käufe tätigt der Kunde selbst.',
        can: manageProducts.de,
        cannot: noPurchases.de,
      },
      fr: {
        name: 'Gérer',
        summary: 'Le revendeur s’occupe de produits du client. C’est le client qui achète.',
        can: manageProducts.fr,
        cannot: noPurchases.fr,
      },
    },
  },
  {
    key: 'manage_and_purchase',
    family: 'products',
    rank: 20,
    capabilities: [
      'products.view',
      'products.manage',
      'products.suggest',
      'products.purchase',
      'subscriptions.renew',
      'domains.manage',
    ],
    selectable: true,
    texts: {
      en: {
        name: 'Manage and purchase',
        summary: 'The reseller looks after products of the client, and buys and renews at the client’s expense.',
        can: [
          ...manageProducts.en,
          'The reseller buys products for the client. They are charged to the client’s payment method.',
          'The reseller renews subscriptions of the client. Renewals are charged to the client’s payment method.',
        ],
        cannot: ['The reseller cannot see or change the client’s payment method. It only learns whether there is one.'],
      },
      de: {
        name: 'Verwalten und kaufen',
        summary: 'Der Reseller betreut Produkte des Kunden und kauft und verlängert auf Kosten des Kunden.',
        can: [
          ...manageProducts.de,
          'Der Reseller kauft Produkte für den Kunden. Bezahlt wird mit dem Zahlungsmittel des Kunden.',
          'Der Reseller verlängert Abonnements des Kunden. Bezahlt wird mit dem Zahlungsmittel des Kunden.',
        ],
        cannot: [
          'Der Reseller kann das Zahlungsmittel des Kunden weder sehen noch ändern. Er erfährt nur, ob es eines gibt.',
        ],
      },
      fr: {
        name: 'Gérer et acheter',
        summary: 'Le revendeur s’occupe de produits du client, et achète et renouvelle aux frais du client.',
        can: [
          ...manageProducts.fr,
          'Le revendeur achète des produits pour le client. Ils sont payés avec le moyen de paiement du client.',
          'Le revendeur renouvelle des abonnements du client. Ils sont payés avec le moyen de paiement du client.',
        ],
        cannot: [
          'Le revendeur ne peut ni voir ni modifier le moyen de paiement du client. Il apprend seulement s’il y en a un.',
        ],
      },
    },
  },
]
