import { day, greeting, lasting, levelIn, manageButton, when } from './phrases.ts'
import type { Template } from './template.ts'

/** A notice some time before the end, to both sides. */
export const accessExpiring: Template<'access_expiring'> = {
  en: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink, timeZone }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `The access of ${reseller.name} to ${client.name} ends soon`
          : `The access of ${reseller.name} to ${client.name} will be extended`,
      blocks: [
        greeting('en', audience, client),
        autoExtend === null
          ? `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} ends on ${when(endsAt, 'en', timeZone)}.`
          : `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} would end on ${when(endsAt, 'en', timeZone)}. As agreed, it will then be extended by ${lasting(autoExtend, 'en')}.`,
        isClient
          ? autoExtend === null
            ? `If that is what you want, there is nothing for you to do. If it should last longer, extend it in your account, or ask ${reseller.name} for a new request.`
            : 'If you do not want that, end the access before, or stop the extension in your account.'
          : autoExtend === null
            ? 'If you need it longer, ask the client to extend it, or send a new request.'
            : null,
        manageButton('See, pause or end the access', audience, manageLink),
      ],
    }
  },
  de: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink, timeZone }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `Der Zugriff von ${reseller.name} auf ${client.name} endet bald`
          : `Der Zugriff von ${reseller.name} auf ${client.name} wird verlängert`,
      blocks: [
        greeting('de', audience, client),
        autoExtend === null
          ? `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} endet am ${when(endsAt, 'de', timeZone)}.`
          : `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} würde am ${when(endsAt, 'de', timeZone)} enden. Wie vereinbart verlängert er sich dann um ${lasting(autoExtend, 'de')}.`,
        isClient
          ? autoExtend === null
            ? `Wenn Sie das so wollen, müssen Sie nichts tun. Soll er länger gelten, verlängern Sie ihn in Ihrem Konto, oder bitten Sie ${reseller.name} um eine neue Anfrage.`
            : 'Wenn Sie das nicht wollen, beenden Sie den Zugriff vorher, oder stellen Sie die Verlängerung in Ihrem Konto ab.'
          : autoExtend === null
            ? 'Wenn Sie ihn länger brauchen, bitten Sie den Kunden, ihn zu verlängern, oder senden Sie eine neue Anfrage.'
            : null,
        manageButton('Zugriff ansehen, pausieren oder beenden', audience, manageLink),
      ],
    }
  },
  fr: ({ audience, client, reseller, level, endsAt, autoExtend, manageLink, timeZone }) => {
    const isClient = audience === 'client'
    return {
      subject:
        autoExtend === null
          ? `L’accès de ${reseller.name} à ${client.name} prend bientôt fin`
          : `L’accès de ${reseller.name} à ${client.name} sera prolongé`,
      blocks: [
        greeting('fr', audience, client),
        autoExtend === null
          ? `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} prend fin le ${when(endsAt, 'fr', timeZone)}.`
          : `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} devait prendre fin le ${when(endsAt, 'fr', timeZone)}. Comme convenu, il sera alors prolongé de ${lasting(autoExtend, 'fr')}.`,
        isClient
          ? autoExtend === null
            ? `Si cela vous convient, vous n’avez rien à faire. S’il doit durer plus longtemps, prolongez-le dans votre compte, ou demandez à ${reseller.name} de vous envoyer une nouvelle demande.`
            : 'Si vous ne le souhaitez pas, mettez fin à l’accès avant cette date, ou arrêtez la prolongation dans votre compte.'
          : autoExtend === null
            ? 'Si vous en avez besoin plus longtemps, demandez au client de le prolonger, ou envoyez une nouvelle demande.'
            : null,
        manageButton('Voir l’accès, le mettre en pause ou y mettre fin', audience, manageLink),
      ],
    }
  },
}

/** The end was put off: by the client, or by itself as the client had agreed. */
export const accessExtended: Template<'access_extended'> = {
  en: ({ audience, client, reseller, level, endsAt, manageLink, timeZone }) => ({
    subject: `The access of ${reseller.name} to ${client.name} was extended`,
    blocks: [
      greeting('en', audience, client),
      `The access “${levelIn(level, 'en').name}” of ${reseller.name} to the account of ${client.name} was extended. ${endsAt === null ? 'It now lasts until it is ended.' : `It now ends on ${day(endsAt, 'en', timeZone)}.`}`,
      manageButton('See, pause or end the access', audience, manageLink),
    ],
  }),
  de: ({ audience, client, reseller, level, endsAt, manageLink, timeZone }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} wurde verlängert`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff „${levelIn(level, 'de').name}“ von ${reseller.name} auf das Konto von ${client.name} wurde verlängert. ${endsAt === null ? 'Er gilt jetzt, bis er beendet wird.' : `Er endet jetzt am ${day(endsAt, 'de', timeZone)}.`}`,
      manageButton('Zugriff ansehen, pausieren oder beenden', audience, manageLink),
    ],
  }),
  fr: ({ audience, client, reseller, level, endsAt, manageLink, timeZone }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} a été prolongé`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès « ${levelIn(level, 'fr').name} » de ${reseller.name} au compte de ${client.name} a été prolongé. ${endsAt === null ? 'Il vaut désormais jusqu’à ce qu’on y mette fin.' : `Il prend désormais fin le ${day(endsAt, 'fr', timeZone)}.`}`,
      manageButton('Voir l’accès, le mettre en pause ou y mettre fin', audience, manageLink),
    ],
  }),
}
