import { greeting, levelIn } from './phrases.ts'
import type { Template } from './template.ts'

/** The vendor has refused the access: it never took effect. What the vendor says is for the reseller. */
export const accessFailed: Template<'access_failed'> = {
  en: ({ audience, client, reseller, level, detail }) => ({
    subject: `The access of ${reseller.name} to ${client.name} could not be set up`,
    blocks: [
      greeting('en', audience, client),
      `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} could not be set up. It never took effect.`,
      ...(audience === 'client'
        ? [`There is nothing for you to do. If ${reseller.name} should have access, it can send you a new request.`]
        : [
            detail === null ? 'No reason was given.' : 'The reason:',
            detail === null ? null : { quote: detail },
            'Once nothing stands in its way, send the client a new request.',
          ]),
    ],
  }),
  de: ({ audience, client, reseller, level, detail }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} konnte nicht eingerichtet werden`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} konnte nicht eingerichtet werden. Er war nie in Kraft.`,
      ...(audience === 'client'
        ? [
            `Sie müssen nichts tun. Soll ${reseller.name} Zugriff haben, kann Ihnen der Reseller eine neue Anfrage senden.`,
          ]
        : [
            detail === null ? 'Ein Grund wurde nicht genannt.' : 'Der Grund:',
            detail === null ? null : { quote: detail },
            'Sobald nichts mehr im Weg steht, senden Sie dem Kunden eine neue Anfrage.',
          ]),
    ],
  }),
  fr: ({ audience, client, reseller, level, detail }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} n’a pas pu être mis en place`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} n’a pas pu être mis en place. Il n’a jamais été en vigueur.`,
      ...(audience === 'client'
        ? [
            `Vous n’avez rien à faire. Si ${reseller.name} doit avoir accès à votre compte, il peut vous envoyer une nouvelle demande.`,
          ]
        : [
            detail === null ? 'Aucune raison n’a été donnée.' : 'La raison :',
            detail === null ? null : { quote: detail },
            'Dès que plus rien ne s’y oppose, envoyez une nouvelle demande au client.',
          ]),
    ],
  }),
}
