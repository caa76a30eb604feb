import { phrases } from './phrases.ts'
import type { Template } from './template.ts'

/** A new link to manage access, in place of all that were mailed before. */
export const manageLink: Template<'manage_link'> = {
  en: ({ client, reseller, manageLink }) => ({
    subject: `Your new link to the access of ${reseller.name}`,
    blocks: [
      phrases.en.hello(client),
      `The links that were mailed to you for the access of ${reseller.name} to the account of ${client.name} were replaced. They do not work any more; this one does:`,
      { button: 'See, pause or end the access', url: manageLink },
      { small: 'Whoever has this link can do that too. Do not pass it on.' },
    ],
  }),
  de: ({ client, reseller, manageLink }) => ({
    subject: `Ihr neuer Link zum Zugriff von ${reseller.name}`,
    blocks: [
      phrases.de.hello(client),
      `Die Links, die Sie zum Zugriff von ${reseller.name} auf das Konto von ${client.name} per E-Mail bekommen haben, wurden ersetzt. Sie gelten nicht mehr; dieser gilt:`,
      { button: 'Zugriff ansehen, pausieren oder beenden', url: manageLink },
      { small: 'Wer diesen Link hat, kann das auch. Geben Sie ihn nicht weiter.' },
    ],
  }),
  fr: ({ client, reseller, manageLink }) => ({
    subject: `Votre nouveau lien vers l’accès de ${reseller.name}`,
    blocks: [
      phrases.fr.hello(client),
      `Les liens qui vous ont été envoyés pour l’accès de ${reseller.name} au compte de ${client.name} ont été remplacés. Ils ne fonctionnent plus ; voici le nouveau :`,
      { button: 'Voir l’accès, le mettre en pause ou y mettre fin', url: manageLink },
      { small: 'Quiconque possède ce lien peut en faire autant. Ne le transmettez pas.' },
    ],
  }),
}
