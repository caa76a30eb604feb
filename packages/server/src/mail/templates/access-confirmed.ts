import { day, greeting, lasting, levelIn, manageButton, phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** The final confirmation, to both sides (R28): to the client with what it can do about it, to the reseller with the next step (R36). */
export const accessConfirmed: Template<'access_confirmed'> = {
  en: ({ audience, client, reseller, level, scope, endsAt, autoExtend, manageLink, timeZone }) => {
    const { name, can, cannot } = levelIn(level, 'en')
    const isClient = audience === 'client'
    return {
      subject: isClient
        ? `You have allowed ${reseller.name} access`
        : `${client.name} has accepted your request for access`,
      blocks: [
        greeting('en', audience, client),
        isClient
          ? `You have allowed ${reseller.name} the access “${name}” to the account of ${client.name}. It can take a while until it is in effect everywhere.`
          : `${client.name} has accepted your request for the access “${name}”. It can take a while until it is in effect everywhere; the client’s page in your panel shows when it is.`,
        {
          facts: [
            ['For', phrases.en.scope(scope)],
            ['Ends', endsAt === null ? 'when it is ended' : day(endsAt, 'en', timeZone)],
            autoExtend === null ? null : ['Then extended each time by', lasting(autoExtend, 'en')],
          ],
        },
        isClient ? { title: 'With this access:', items: can } : null,
        isClient ? { title: 'Its limits:', items: cannot } : null,
        manageButton('See, pause or end the access', audience, manageLink),
        isClient && manageLink !== null
          ? 'This link works without an account. Keep this mail, and do not pass it on.'
          : null,
        isClient ? null : 'The suggested next step: add products for the client.',
        'The receipt of what was agreed is attached. It is signed, so any later change to it would be noticed.',
        isClient ? { small: `If it was not you who accepted, end the access, and tell ${reseller.name}.` } : null,
      ],
    }
  },
  de: ({ audience, client, reseller, level, scope, endsAt, autoExtend, manageLink, timeZone }) => {
    const { name, can, cannot } = levelIn(level, 'de')
    const isClient = audience === 'client'
    return {
      subject: isClient
        ? `Sie haben ${reseller.name} Zugriff erlaubt`
        : `${client.name} hat Ihre Zugriffsanfrage angenommen`,
      blocks: [
        greeting('de', audience, client),
        isClient
          ? `Sie haben ${reseller.name} den Zugriff „${name}“ auf das Konto von ${client.name} erlaubt. Es kann eine Weile dauern, bis er überall in Kraft ist.`
          : `${client.name} hat Ihre Anfrage für den Zugriff „${name}“ angenommen. Es kann eine Weile dauern, bis er überall in Kraft ist; die Seite des Kunden in Ihrem Panel zeigt, wann es so weit ist.`,
        {
          facts: [
            ['Für', phrases.de.scope(scope)],
            ['Endet', endsAt === null ? 'wenn er beendet wird' : day(endsAt, 'de', timeZone)],
            autoExtend === null ? null : ['Danach jeweils verlängert um', lasting(autoExtend, 'de')],
          ],
        },
        isClient ? { title: 'Mit diesem Zugriff:', items: can } : null,
        isClient ? { title: 'Seine Grenzen:', items: cannot } : null,
        manageButton('Zugriff ansehen, pausieren oder beenden', audience, manageLink),
        isClient && manageLink !== null
          ? 'Dieser Link funktioniert ohne Konto. Bewahren Sie diese E-Mail auf, und leiten Sie sie nicht weiter.'
          : null,
        isClient ? null : 'Der vorgeschlagene nächste Schritt: Fügen Sie Produkte für den Kunden hinzu.',
        'Der Beleg über das Vereinbarte liegt bei. Er ist digital signiert: Jede spätere Änderung fiele auf.',
        isClient
          ? {
              small: `Wenn nicht Sie angenommen haben, beenden Sie den Zugriff und sagen Sie ${reseller.name} Bescheid.`,
            }
          : null,
      ],
    }
  },
  fr: ({ audience, client, reseller, level, scope, endsAt, autoExtend, manageLink, timeZone }) => {
    const { name, can, cannot } = levelIn(level, 'fr')
    const isClient = audience === 'client'
    return {
      subject: isClient
        ? `Vous avez autorisé l’accès de ${reseller.name}`
        : `${client.name} a accepté votre demande d’accès`,
      blocks: [
        greeting('fr', audience, client),
        isClient
          ? `Vous avez accordé à ${reseller.name} l’accès « ${name} » au compte de ${client.name}. Il peut s’écouler un certain temps avant qu’il ne soit en vigueur partout.`
          : `${client.name} a accepté votre demande d’accès « ${name} ». Il peut s’écouler un certain temps avant qu’il ne soit en vigueur partout ; la page du client dans votre panneau l’indique.`,
        {
          facts: [
            ['Pour', phrases.fr.scope(scope)],
            ['Fin', endsAt === null ? 'quand on y mettra fin' : day(endsAt, 'fr', timeZone)],
            autoExtend === null ? null : ['Prolongé ensuite chaque fois de', lasting(autoExtend, 'fr')],
          ],
        },
        isClient ? { title: 'Avec cet accès :', items: can } : null,
        isClient ? { title: 'Ses limites :', items: cannot } : null,
        manageButton('Voir l’accès, le mettre en pause ou y mettre fin', audience, manageLink),
        isClient && manageLink !== null
          ? 'Ce lien fonctionne sans compte. Conservez ce message et ne le transférez pas.'
          : null,
        isClient ? null : 'Prochaine étape suggérée : ajouter des produits pour le client.',
        'Le reçu de ce qui a été convenu est joint. Il est signé : toute modification ultérieure se remarquerait.',
        isClient
          ? {
              small: `Si ce n’est pas vous qui avez accepté, mettez fin à l’accès, et prévenez ${reseller.name}.`,
            }
          : null,
      ],
    }
  },
}
