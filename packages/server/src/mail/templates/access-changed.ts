import { greeting, levelIn, manageButton } from './phrases.ts'
import type { Template } from './template.ts'

/** Its level is another one, or what the reseller looks after beside what it sold. */
export const accessChanged: Template<'access_changed'> = {
  en: ({ audience, client, reseller, level, direct, manageLink }) => ({
    subject: `The access of ${reseller.name} to ${client.name} was changed`,
    blocks: [
      greeting('en', audience, client),
      `The access of ${reseller.name} to the account of ${client.name} was changed. This is how it stands now:`,
      {
        facts: [
          level && ['Level', levelIn(level, 'en').name],
          direct && [`Bought elsewhere, and looked after by ${reseller.name}`, direct.join(', ') || 'nothing'],
        ],
      },
      'It can take a while until this is in effect everywhere. What was taken away is refused at once.',
      manageButton('See, pause or end the access', audience, manageLink),
    ],
  }),
  de: ({ audience, client, reseller, level, direct, manageLink }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} wurde geändert`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff von ${reseller.name} auf das Konto von ${client.name} wurde geändert. So gilt er jetzt:`,
      {
        facts: [
          level && ['Stufe', levelIn(level, 'de').name],
          direct && [`Anderswo gekauft und von ${reseller.name} betreut`, direct.join(', ') || 'nichts'],
        ],
      },
      'Bis das überall gilt, kann es etwas dauern. Was weggefallen ist, wird sofort verweigert.',
      manageButton('Zugriff ansehen, pausieren oder beenden', audience, manageLink),
    ],
  }),
  fr: ({ audience, client, reseller, level, direct, manageLink }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} a été modifié`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès de ${reseller.name} au compte de ${client.name} a été modifié. Voici ce qui vaut maintenant :`,
      {
        facts: [
          level && ['Niveau', levelIn(level, 'fr').name],
          direct && [`Acheté ailleurs et géré par ${reseller.name}`, direct.join(', ') || 'rien'],
        ],
      },
      'Il peut s’écouler un certain temps avant que cela soit effectif partout. Ce qui a été retiré est refusé aussitôt.',
      manageButton('Voir l’accès, le mettre en pause ou y mettre fin', audience, manageLink),
    ],
  }),
}
