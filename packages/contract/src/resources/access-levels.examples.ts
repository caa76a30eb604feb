import { neverDelegable } from '../capabilities.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { accessLevels } from './access-levels.routes.ts'
import type { AccessLevel } from './access-levels.schema.ts'

const manageDomains = {
  en: {
    name: 'Domains only',
    summary: 'The reseller manages certain domains of the client, and nothing else.',
    can: ['The reseller manages the domains that this access covers.'],
    cannot: [
      'With this access the reseller cannot see or change any other product of the client.',
      'With this access the reseller cannot buy products for the client.',
      'With this access the reseller cannot renew subscriptions of the client.',
    ],
  },
  de: {
    name: 'Nur Domains',
    summary: 'Der Reseller verwaltet bestimmte Domains des Kunden und sonst nichts.',
    can: ['Der Reseller verwaltet die Domains, für die dieser Zugriff gilt.'],
    cannot: [
      'Mit diesem Zugriff kann der Reseller kein anderes Produkt des Kunden sehen oder ändern.',
      'Mit diesem Zugriff kann der Reseller keine Produkte für den Kunden kaufen.',
      'Mit diesem Zugriff kann der Reseller keine Abonnements des Kunden verlängern.',
    ],
  },
  fr: {
    name: 'Domaines seulement',
    summary: 'Le revendeur gère certains domaines du client, et rien d’autre.',
    can: ['Le revendeur gère les domaines que couvre cet accès.'],
    cannot: [
      'Avec cet accès, le revendeur ne peut voir ni modifier aucun autre produit du client.',
      'Avec cet accès, le revendeur ne peut pas acheter de produits pour le client.',
      'Avec cet accès, le revendeur ne peut pas renouveler d’abonnements du client.',
    ],
  },
}

const manage: AccessLevel = {
  id: 'manage@1',
  key: 'manage',
  version: 1,
  family: 'products',
  rank: 10,
  capabilities: ['products.view', 'products.manage', 'products.suggest', 'domains.manage'],
  never: [...neverDelegable],
  texts: {
    en: {
      name: 'Manage',
      summary: 'The reseller looks after products of the client. The client does the buying.',
      can: [
        'The reseller sees the products that this access covers, and their settings.',
        'The reseller changes the settings of these products.',
        'The reseller manages the domains that this access covers.',
        'The reseller suggests further products. The client decides whether to buy them.',
      ],
      cannot: [
        'With this access the reseller cannot buy products for the client.',
        'With this access the reseller cannot renew subscriptions of the client.',
      ],
    },
    de: {
      name: 'Verwalten',
      summary: 'Der Reseller betreut Produkte des Kunden. Käufe tätigt der Kunde selbst.',
      can: [
        'Der Reseller sieht die Produkte, für die dieser Zugriff gilt, und deren Einstellungen.',
        'Der Reseller ändert die Einstellungen dieser Produkte.',
        'Der Reseller verwaltet die Domains, für die dieser Zugriff gilt.',
        'Der Reseller schlägt weitere Produkte vor. Ob sie gekauft werden, entscheidet der Kunde.',
      ],
      cannot: [
        'Mit diesem Zugriff kann der Reseller keine Produkte für den Kunden kaufen.',
        'Mit diesem Zugriff kann der Reseller keine Abonnements des Kunden verlängern.',
      ],
    },
    fr: {
      name: 'Gérer',
      summary: 'Le revendeur s’occupe de produits du client. C’est le client qui achète.',
      can: [
        'Le revendeur voit les produits que couvre cet accès, ainsi que leurs paramètres.',
        'Le revendeur modifie les paramètres de ces produits.',
        'Le revendeur gère les domaines que couvre cet accès.',
        'Le revendeur suggère d’autres produits. Le client décide de les acheter ou non.',
      ],
      cannot: [
        'Avec cet accès, le revendeur ne peut pas acheter de produits pour le client.',
        'Avec cet accès, le revendeur ne peut pas renouveler d’abonnements du client.',
      ],
    },
  },
  requiresPaymentMethod: false,
  selectable: true,
  status: 'published',
  publishedAt: '2024-12-27T09:30:00.000Z',
}

const manageAndPurchase: AccessLevel = {
  ...manage,
  id: 'manage_and_purchase@1',
  key: 'manage_and_purchase',
  rank: 20,
  capabilities: [
    'products.view',
    'products.manage',
    'products.suggest',
    'products.purchase',
    'subscriptions.renew',
    'domains.manage',
  ],
  texts: {
    en: {
      name: 'Manage and purchase',
      summary: 'The reseller looks after products of the client, and buys and renews at the client’s expense.',
      can: [
        'The reseller sees the products that this access covers, and their settings.',
        'The reseller changes the settings of these products.',
        'The reseller manages the domains that this access covers.',
        'The reseller suggests further products. The client decides whether to buy them.',
        'The reseller buys products for the client. They are charged to the client’s payment method.',
        'The reseller renews subscriptions of the client. Renewals are charged to the client’s payment method.',
      ],
      cannot: ['The reseller cannot see or change the client’s payment method. It only learns whether there is one.'],
    },
    de: {
      name: 'Verwalten und kaufen',
      summary: 'Der Reseller betreut Produkte des Kunden und kauft und verlängert auf Kosten des Kunden.',
      can: [
        'Der Reseller sieht die Produkte, für die dieser Zugriff gilt, und deren Einstellungen.',
        'Der Reseller ändert die Einstellungen dieser Produkte.',
        'Der Reseller verwaltet die Domains, für die dieser Zugriff gilt.',
        'Der Reseller schlägt weitere Produkte vor. Ob sie gekauft werden, entscheidet der Kunde.',
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
        'Le revendeur voit les produits que couvre cet accès, ainsi que leurs paramètres.',
        'Le revendeur modifie les paramètres de ces produits.',
        'Le revendeur gère les domaines que couvre cet accès.',
        'Le revendeur suggère d’autres produits. Le client décide de les acheter ou non.',
        'Le revendeur achète des produits pour le client. Ils sont payés avec le moyen de paiement du client.',
        'Le revendeur renouvelle des abonnements du client. Ils sont payés avec le moyen de paiement du client.',
      ],
      cannot: [
        'Le revendeur ne peut ni voir ni modifier le moyen de paiement du client. Il apprend seulement s’il y en a un.',
      ],
    },
  },
  requiresPaymentMethod: true,
}

/** Examples of the rows of `accessLevels`: what is delivered, and a level that the platform begins to offer. */
export const { list, get, publish }: ExamplesOf<typeof accessLevels> = {
  list: { query: { family: 'products', limit: 50 }, output: { data: [manage, manageAndPurchase], nextCursor: null } },
  get: { params: { id: manage.id }, output: manage },
  publish: {
    params: { key: 'domains_only' },
    input: { family: 'products', rank: 5, capabilities: ['domains.manage'], texts: manageDomains, selectable: true },
    output: {
      ...manage,
      id: 'domains_only@2',
      key: 'domains_only',
      version: 2,
      rank: 5,
      capabilities: ['domains.manage'],
      texts: manageDomains,
      publishedAt: '2025-02-10T14:05:30.000Z',
    },
  },
}
