import { greeting, levelIn } from './phrases.ts'
import type { Language, Template } from './template.ts'

/** Why a grant ended, where there is more to say than that it did. */
const reasons: Record<Language, Record<string, string>> = {
  en: {
    client_ended: 'The client ended it.',
    reseller_gave_back: 'The reseller gave it back.',
    replaced: 'Another access has taken its place.',
    expired: 'The agreed time is over.',
    platform: 'The operator of the platform ended it.',
    moved: 'The client has moved to another reseller.',
    client_deleted: 'The client’s account was deleted.',
    reseller_ended: 'The reseller has ended its work here.',
  },
  de: {
    client_ended: 'Der Kunde hat ihn beendet.',
    reseller_gave_back: 'Der Reseller hat ihn zurückgegeben.',
    replaced: 'Ein anderer Zugriff ist an seine Stelle getreten.',
    expired: 'Die vereinbarte Zeit ist um.',
    platform: 'Der Betreiber der Plattform hat ihn beendet.',
    moved: 'Der Kunde ist zu einem anderen Reseller gewechselt.',
    client_deleted: 'Das Konto des Kunden wurde gelöscht.',
    reseller_ended: 'Der Reseller hat seine Arbeit hier beendet.',
  },
  fr: {
    client_ended: 'Le client y a mis fin.',
    reseller_gave_back: 'Le revendeur l’a rendu.',
    replaced: 'Un autre accès l’a remplacé.',
    expired: 'La durée convenue est écoulée.',
    platform: 'L’exploitant de la plateforme y a mis fin.',
    moved: 'Le client est passé à un autre revendeur.',
    client_deleted: 'Le compte du client a été supprimé.',
    reseller_ended: 'Le revendeur a cessé son activité ici.',
  },
}

/** R200: what was sold is looked after all the same, unless one of the two has gone. */
function keepsCommerce(endReason: string): boolean {
  return !['moved', 'client_deleted', 'reseller_ended'].includes(endReason)
}

/** The access is over, and why. */
export const accessEnded: Template<'access_ended'> = {
  en: ({ audience, client, reseller, level, endReason }) => ({
    subject: `The access of ${reseller.name} to ${client.name} has ended`,
    blocks: [
      greeting('en', audience, client),
      `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} has ended. ${reasons.en[endReason] ?? ''}`.trim(),
      keepsCommerce(endReason)
        ? `${reseller.name} can still manage the subscriptions that ${client.name} bought from it.`
        : null,
      audience === 'client' ? null : 'If you need access again, send the client a new request.',
    ],
  }),
  de: ({ audience, client, reseller, level, endReason }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} ist beendet`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} ist beendet. ${reasons.de[endReason] ?? ''}`.trim(),
      keepsCommerce(endReason)
        ? `${reseller.name} kann die Abonnements, die ${client.name} dort gekauft hat, weiterhin verwalten.`
        : null,
      audience === 'client' ? null : 'Wenn Sie wieder Zugriff brauchen, senden Sie dem Kunden eine neue Anfrage.',
    ],
  }),
  fr: ({ audience, client, reseller, level, endReason }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} a pris fin`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} a pris fin. ${reasons.fr[endReason] ?? ''}`.trim(),
      keepsCommerce(endReason)
        ? `${reseller.name} peut toujours gérer les abonnements que ${client.name} a achetés auprès de lui.`
        : null,
      audience === 'client'
        ? null
        : 'Si vous avez à nouveau besoin d’un accès, envoyez une nouvelle demande au client.',
    ],
  }),
}
