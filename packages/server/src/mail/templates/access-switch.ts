import type { MailData } from '../mail-data.ts'
import type { Letter } from '../letter.ts'
import { greeting, manageButton, when } from './phrases.ts'
import type { Language, Template } from './template.ts'

/** The client has paused the access of one reseller or of several: nothing is allowed until it goes on. */
export const accessPaused: Template<'access_paused'> = {
  en: (data) =>
    letter('en', data, {
      subject: (who) => `The access of ${who} to ${data.client.name} is paused`,
      count: (resellers) => `${resellers} resellers`,
      one: `The access of ${data.reseller.name} to the account of ${data.client.name} is paused. Nothing was deleted: it goes on as before once the client resumes it.`,
      several: `The access of these resellers to the account of ${data.client.name} is paused:`,
      afterwards: 'Nothing was deleted: it goes on as before once you resume it.',
      button: 'See, resume or end the access',
    }),
  de: (data) =>
    letter('de', data, {
      subject: (who) => `Der Zugriff von ${who} auf ${data.client.name} ist pausiert`,
      count: (resellers) => `${resellers} Resellern`,
      one: `Der Zugriff von ${data.reseller.name} auf das Konto von ${data.client.name} ist pausiert. Gelöscht wurde nichts: Er geht weiter wie zuvor, sobald der Kunde ihn fortsetzt.`,
      several: `Der Zugriff dieser Reseller auf das Konto von ${data.client.name} ist pausiert:`,
      afterwards: 'Gelöscht wurde nichts: Er geht weiter wie zuvor, sobald Sie ihn fortsetzen.',
      button: 'Zugriff ansehen, fortsetzen oder beenden',
    }),
  fr: (data) =>
    letter('fr', data, {
      subject: (who) => `L’accès de ${who} à ${data.client.name} est en pause`,
      count: (resellers) => `${resellers} revendeurs`,
      one: `L’accès de ${data.reseller.name} au compte de ${data.client.name} est en pause. Rien n’a été supprimé : l’accès sera le même qu’avant dès que le client le rétablira.`,
      several: `L’accès de ces revendeurs au compte de ${data.client.name} est en pause :`,
      afterwards: 'Rien n’a été supprimé : l’accès sera le même qu’avant dès que vous le rétablirez.',
      button: 'Voir ou rétablir l’accès, ou y mettre fin',
    }),
}

/** It goes on as before. */
export const accessResumed: Template<'access_resumed'> = {
  en: (data) =>
    letter('en', data, {
      subject: (who) => `The access of ${who} to ${data.client.name} goes on`,
      count: (resellers) => `${resellers} resellers`,
      one: `The access of ${data.reseller.name} to the account of ${data.client.name} is no longer paused. It can take a while until it is in effect everywhere.`,
      several: `The access of these resellers to the account of ${data.client.name} is no longer paused:`,
      afterwards: 'It can take a while until it is in effect everywhere.',
      button: 'See, pause or end the access',
    }),
  de: (data) =>
    letter('de', data, {
      subject: (who) => `Der Zugriff von ${who} auf ${data.client.name} geht weiter`,
      count: (resellers) => `${resellers} Resellern`,
      one: `Der Zugriff von ${data.reseller.name} auf das Konto von ${data.client.name} ist nicht mehr pausiert. Es kann eine Weile dauern, bis er überall in Kraft ist.`,
      several: `Der Zugriff dieser Reseller auf das Konto von ${data.client.name} ist nicht mehr pausiert:`,
      afterwards: 'Es kann eine Weile dauern, bis er überall in Kraft ist.',
      button: 'Zugriff ansehen, pausieren oder beenden',
    }),
  fr: (data) =>
    letter('fr', data, {
      subject: (who) => `L’accès de ${who} à ${data.client.name} est rétabli`,
      count: (resellers) => `${resellers} revendeurs`,
      one: `L’accès de ${data.reseller.name} au compte de ${data.client.name} n’est plus en pause. Il peut s’écouler un certain temps avant qu’il ne soit en vigueur partout.`,
      several: `L’accès de ces revendeurs au compte de ${data.client.name} n’est plus en pause :`,
      afterwards: 'Il peut s’écouler un certain temps avant qu’il ne soit en vigueur partout.',
      button: 'Voir l’accès, le mettre en pause ou y mettre fin',
    }),
}

interface Words {
  subject(who: string): string
  /** As the subject goes on where there are too many to name. */
  count(resellers: number): string
  one: string
  several: string
  afterwards: string
  button: string
}

function letter(language: Language, data: MailData['access_paused'], words: Words): Letter {
  const { audience, client, reseller, manageLink, others } = data
  const hello = greeting(language, audience, client)
  if (others.length === 0) {
    const blocks = [hello, words.one, manageButton(words.button, audience, manageLink)]
    return { subject: words.subject(reseller.name), blocks }
  }
  const all = [{ name: reseller.name, manageLink }, ...others]
  return {
    subject: words.subject(words.count(all.length)),
    blocks: [
      hello,
      { title: words.several, items: all.map(({ name }) => name) },
      words.afterwards,
      // which of them each is for: one switch a reseller, never one for all (R201)
      ...all.map((one) => manageButton(`${one.name} – ${words.button}`, audience, one.manageLink)),
    ],
  }
}

/** The switch was saved. Saved is not in effect: the mail says by when it should be (R211). */
export const switchChanged: Template<'switch_changed'> = {
  en: ({ audience, client, reseller, on, effectiveBy, timeZone }) => ({
    subject: `Access of ${reseller.name} to ${client.name} switched ${on ? 'on' : 'off'}`,
    blocks: [
      greeting('en', audience, client),
      on
        ? `${client.name} has switched on access to its console for ${reseller.name}.`
        : `${client.name} has switched off access to its console for ${reseller.name}. ${reseller.name} can no longer open the console or send support requests for ${client.name}.`,
      effectiveBy === null ? null : `It should be in effect everywhere by ${when(effectiveBy, 'en', timeZone)}.`,
      on ? null : `${reseller.name} can still manage the subscriptions that ${client.name} bought from it.`,
    ],
  }),
  de: ({ audience, client, reseller, on, effectiveBy, timeZone }) => ({
    subject: `Zugriff von ${reseller.name} auf ${client.name} ${on ? 'eingeschaltet' : 'ausgeschaltet'}`,
    blocks: [
      greeting('de', audience, client),
      on
        ? `${client.name} hat den Zugriff auf die eigene Konsole für ${reseller.name} eingeschaltet.`
        : `${client.name} hat den Zugriff auf die eigene Konsole für ${reseller.name} ausgeschaltet. ${reseller.name} kann die Konsole nicht mehr öffnen und keine Supportanfragen mehr für ${client.name} stellen.`,
      effectiveBy === null ? null : `Überall in Kraft sein sollte das bis zum ${when(effectiveBy, 'de', timeZone)}.`,
      on ? null : `${reseller.name} kann die Abonnements, die ${client.name} dort gekauft hat, weiterhin verwalten.`,
    ],
  }),
  fr: ({ audience, client, reseller, on, effectiveBy, timeZone }) => ({
    subject: `Accès de ${reseller.name} à ${client.name} ${on ? 'activé' : 'désactivé'}`,
    blocks: [
      greeting('fr', audience, client),
      on
        ? `${client.name} a activé l’accès à sa console pour ${reseller.name}.`
        : `${client.name} a désactivé l’accès à sa console pour ${reseller.name}. ${reseller.name} ne peut plus ouvrir la console ni envoyer de demandes d’assistance pour ${client.name}.`,
      effectiveBy === null
        ? null
        : `Cela devrait être en vigueur partout avant le ${when(effectiveBy, 'fr', timeZone)}.`,
      on ? null : `${reseller.name} peut toujours gérer les abonnements que ${client.name} a achetés auprès de lui.`,
    ],
  }),
}
