import type { Capability } from '@clientele/contract'
import { levelIn, phrases } from './phrases.ts'
import type { Language, Template } from './template.ts'

/** What a new version of a level would allow beside what was agreed. */
const allows: Record<Language, Record<Capability, string>> = {
  en: {
    'products.view': 'see your products',
    'products.manage': 'manage your products',
    'products.suggest': 'suggest products to you',
    'products.purchase': 'buy products for you, charged to your payment method',
    'subscriptions.renew': 'renew your subscriptions, charged to your payment method',
    'domains.manage': 'manage your domains',
    'console.users': 'manage users in your console',
    'console.groups': 'manage groups in your console',
    'console.devices': 'manage devices in your console',
    'licenses.assign': 'assign licenses',
    'support.cases.create': 'send support requests for you',
    'support.cases.read': 'read the support requests it sent for you',
    'support.cases.read_all': 'read all of your support requests',
  },
  de: {
    'products.view': 'Ihre Produkte sehen',
    'products.manage': 'Ihre Produkte verwalten',
    'products.suggest': 'Ihnen Produkte vorschlagen',
    'products.purchase': 'Produkte für Sie kaufen, zulasten Ihres Zahlungsmittels',
    'subscriptions.renew': 'Ihre Abonnements verlängern, zulasten Ihres Zahlungsmittels',
    'domains.manage': 'Ihre Domains verwalten',
    'console.users': 'Nutzer in Ihrer Konsole verwalten',
    'console.groups': 'Gruppen in Ihrer Konsole verwalten',
    'console.devices': 'Geräte in Ihrer Konsole verwalten',
    'licenses.assign': 'Lizenzen zuweisen',
    'support.cases.create': 'Supportanfragen für Sie stellen',
    'support.cases.read': 'die Supportanfragen lesen, die er für Sie gestellt hat',
    'support.cases.read_all': 'alle Ihre Supportanfragen lesen',
  },
  fr: {
    'products.view': 'voir vos produits',
    'products.manage': 'gérer vos produits',
    'products.suggest': 'vous suggérer des produits',
    'products.purchase': 'acheter des produits pour vous, payés avec votre moyen de paiement',
    'subscriptions.renew': 'renouveler vos abonnements, payés avec votre moyen de paiement',
    'domains.manage': 'gérer vos domaines',
    'console.users': 'gérer les utilisateurs dans votre console',
    'console.groups': 'gérer les groupes dans votre console',
    'console.devices': 'gérer les appareils dans votre console',
    'licenses.assign': 'attribuer des licences',
    'support.cases.create': 'envoyer des demandes d’assistance pour vous',
    'support.cases.read': 'lire les demandes d’assistance qu’il a envoyées pour vous',
    'support.cases.read_all': 'lire toutes vos demandes d’assistance',
  },
}

/** A level can do more now: what was agreed stays as it was, until the client agrees to the difference (R33). */
export const levelVersionOffered: Template<'level_version_offered'> = {
  en: ({ client, reseller, level, adds }) => ({
    subject: `A new version of the access “${levelIn(level, 'en').name}”`,
    blocks: [
      phrases.en.hello(client),
      `There is a new version of the access “${levelIn(level, 'en').name}”, which you have allowed ${reseller.name} for ${client.name}. Nothing changes by itself: what you agreed to stays as it was.`,
      {
        title: `If you agree to the new version, ${reseller.name} can also:`,
        items: adds.map((key) => allows.en[key]),
      },
      `To agree, sign in to your account, or ask ${reseller.name} for a new request. If you do neither, everything stays as it is.`,
    ],
  }),
  de: ({ client, reseller, level, adds }) => ({
    subject: `Eine neue Fassung des Zugriffs „${levelIn(level, 'de').name}“`,
    blocks: [
      phrases.de.hello(client),
      `Es gibt eine neue Fassung des Zugriffs „${levelIn(level, 'de').name}“, den Sie ${reseller.name} für ${client.name} erlaubt haben. Von selbst ändert sich nichts: Was Sie erlaubt haben, bleibt, wie es war.`,
      {
        title: `Wenn Sie der neuen Fassung zustimmen, kann ${reseller.name} auch:`,
        items: adds.map((key) => allows.de[key]),
      },
      `Um zuzustimmen, melden Sie sich in Ihrem Konto an, oder bitten Sie ${reseller.name} um eine neue Anfrage. Wenn Sie beides nicht tun, bleibt alles, wie es ist.`,
    ],
  }),
  fr: ({ client, reseller, level, adds }) => ({
    subject: `Une nouvelle version de l’accès « ${levelIn(level, 'fr').name} »`,
    blocks: [
      phrases.fr.hello(client),
      `Il existe une nouvelle version de l’accès « ${levelIn(level, 'fr').name} », que vous avez accordé à ${reseller.name} pour ${client.name}. Rien ne change automatiquement : ce que vous avez accepté reste tel quel.`,
      {
        title: `Si vous acceptez la nouvelle version, ${reseller.name} pourra aussi :`,
        items: adds.map((key) => allows.fr[key]),
      },
      `Pour l’accepter, connectez-vous à votre compte ou priez ${reseller.name} de vous envoyer une nouvelle demande. Si vous ne faites ni l’un ni l’autre, tout reste tel quel.`,
    ],
  }),
}
