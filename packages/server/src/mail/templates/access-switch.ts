import { greeting, manageButton, when } from './phrases.ts'
import type { Template } from './template.ts'

/** The client has paused the access: nothing is allowed until it goes on. */
export const accessPaused: Template<'access_paused'> = {
  en: ({ audience, client, reseller, manageLink }) => ({
    subject: `The access of ${reseller.name} to ${client.name} is paused`,
    blocks: [
      greeting('en', audience, client),
      `The access of ${reseller.name} to the account of ${client.name} is paused. Nothing was deleted: it goes on as before once the client resumes it.`,
      manageButton('See, resume or end the access', audience, manageLink),
    ],
  }),
  de: ({ audience, client, reseller, manageLink }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} ist angehalten`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff von ${reseller.name} auf das Konto von ${client.name} ist angehalten. Gelöscht wurde nichts: Er geht weiter wie zuvor, sobald der Kunde ihn fortsetzt.`,
      manageButton('Zugriff ansehen, fortsetzen oder beenden', audience, manageLink),
    ],
  }),
  fr: ({ audience, client, reseller, manageLink }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} est suspendu`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès de ${reseller.name} au compte de ${client.name} est suspendu. Rien n’a été supprimé : l’accès sera le même qu’avant dès que le client le rétablira.`,
      manageButton('Voir ou rétablir l’accès, ou y mettre fin', audience, manageLink),
    ],
  }),
}

/** It goes on as before. */
export const accessResumed: Template<'access_resumed'> = {
  en: ({ audience, client, reseller, manageLink }) => ({
    subject: `The access of ${reseller.name} to ${client.name} goes on`,
    blocks: [
      greeting('en', audience, client),
      `The access of ${reseller.name} to the account of ${client.name} is no longer paused. It can take a while until it is in effect everywhere.`,
      manageButton('See, pause or end the access', audience, manageLink),
    ],
  }),
  de: ({ audience, client, reseller, manageLink }) => ({
    subject: `Der Zugriff von ${reseller.name} auf ${client.name} geht weiter`,
    blocks: [
      greeting('de', audience, client),
      `Der Zugriff von ${reseller.name} auf das Konto von ${client.name} ist nicht mehr angehalten. Es kann eine Weile dauern, bis er überall in Kraft ist.`,
      manageButton('Zugriff ansehen, anhalten oder beenden', audience, manageLink),
    ],
  }),
  fr: ({ audience, client, reseller, manageLink }) => ({
    subject: `L’accès de ${reseller.name} à ${client.name} est rétabli`,
    blocks: [
      greeting('fr', audience, client),
      `L’accès de ${reseller.name} au compte de ${client.name} n’est plus suspendu. Il peut s’écouler un certain temps avant qu’il ne soit en vigueur partout.`,
      manageButton('Voir ou suspendre l’accès, ou y mettre fin', audience, manageLink),
    ],
  }),
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
