import { greeting, lasting, levelIn, manageButton, when } from './phrases.ts'
import type { Template } from './template.ts'

/** A notice some time before the end, to both sides. */
export const accessExpiring: Template<'access_expiring'> = {
  en: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `The access of ${reseller.name} to ${client.name} ends soon`
          : `The access of ${reseller.name} to ${client.name} will be extended`,
      blocks: [
        greeting('en', audience, client),
        autoExtend === null
          ? `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} ends on ${when(endsAt, 'en')}.`
          : `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} would end on ${when(endsAt, 'en')}. As agreed, it will then be extended by ${lasting(autoExtend, 'en')}.`,
        isClient
          ? autoExtend === null
            ? 'If that is what you want, there is nothing for you to do. You can also extend it.'
            : 'If you do not want that, end the access before.'
          : autoExtend === null
            ? 'Only the client can extend it.'
            : null,
        manageButton('See, extend or end the access', audience, manageLink),
      ],
    }
  },
  de: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `Der Zugriff von ${reseller.name} auf ${client.name} endet bald`
          : `Der Zugriff von ${reseller.name} auf ${client.name} wird verlängert`,
      blocks: [
        greeting('de', audience, client),
        autoExtend === null
          ? `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} endet am ${when(endsAt, 'de')}.`
          : `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} würde am ${when(endsAt, 'de')} enden. Wie vereinbart, verlängert er sich dann (${lasting(autoExtend, 'de')}).`,
        isClient
          ? autoExtend === null
            ? 'Wenn Sie das so wollen, müssen Sie nichts tun. Sie können ihn auch verlängern.'
            : 'Wenn Sie das nicht wollen, beenden Sie den Zugriff vorher.'
          : autoExtend === null
            ? 'Verlängern kann ihn nur der Kunde.'
            : null,
        manageButton('Zugriff ansehen, verlängern oder beenden', audience, manageLink),
      ],
    }
  },
  fr: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `L’accès de ${reseller.name} à ${client.name} prend bientôt fin`
          : `L’accès de ${reseller.name} à ${client.name} sera prolongé`,
      blocks: [
        greeting('fr', audience, client),
        autoExtend === null
          ? `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} prend fin le ${when(endsAt, 'fr')}.`
          : `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} devait prendre fin le ${when(endsAt, 'fr')}. Comme convenu, il sera alors prolongé de ${lasting(autoExtend, 'fr')}.`,
        isClient
          ? autoExtend === null
            ? 'Si cela vous convient, vous n’avez rien à faire. Vous pouvez aussi le prolonger.'
            : 'Si vous ne le souhaitez pas, mettez fin à l’accès avant cette date.'
          : autoExtend === null
            ? 'Seul le client peut le prolonger.'
            : null,
        manageButton('Voir, prolonger ou terminer l’accès', audience, manageLink),
      ],
    }
  },
}

/** The end was put off: by the client, or by itself as the client had agreed. */
export const accessExtended: Template<'access_extended'> = {
  en: ({ audience, client, reseller, level, endsAt, manageLink }) => ({
    subject: `The access of ${reseller.name} to ${client.name} was extended`,
    blocks: [
      greeting('en', audience, client),
      `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} was extended. ${endsAt === null ? 'It has no end now, until it is ended.' : `It now ends on ${when(endsAt, 'en')}.`}`,
      manageButton('See, pause or end the access', audience, manageLink),
    ],
  }),
  de: ({ audience, client, reseller, level, endsAt, manageLink }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} wurde verlängert`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} wurde verlängert. ${endsAt === null ? 'Er gilt jetzt, bis er beendet wird.' : `Er endet jetzt am ${when(endsAt, 'de')}.`}`,
      manageButton('Zugriff ansehen, anhalten oder beenden', audience, manageLink),
    ],
  }),
  fr: ({ audience, client, reseller, level, endsAt, manageLink }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} a été prolongé`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} a été prolongé. ${endsAt === null ? 'Il vaut désormais jusqu’à ce qu’on y mette fin.' : `Il prend désormais fin le ${when(endsAt, 'fr')}.`}`,
      manageButton('Voir, suspendre ou terminer l’accès', audience, manageLink),
    ],
  }),
}
