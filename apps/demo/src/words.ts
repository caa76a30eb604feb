import type { ClockStep } from '../host/demo-clock.ts'
import type { PersonCard } from '../host/people.ts'

/** The words of the host itself. Those of the components come with the kit. */
export interface HostWords {
  panel: string
  chooseTitle: string
  chooseText: string
  chooseFailed: string
  retry: string
  role: Record<string, string>
  leave: string
  navigation: string
  clients: string
  clientsLead: Record<'platform' | 'reseller', string>
  dashboard: string
  domains: string
  servers: string
  invoices: string
  addClient: string
  close: string
  allClients: string
  client: string
  elsewhere: string
  notFound: string
  language: string
  dark: string
  light: string
  skip: string
  people: Record<PersonCard['kind'], string>
  access: string
  accessLead: string
  products: string
  productsLead: string
  myProducts: string
  noProducts: string
  soldBy: (seller: string) => string
  boughtDirectly: string
  seats: (seats: number) => string
  addSeat: string
  removeSeat: string
  seatsAre: (seats: number) => string
  openConsole: string
  consoleOpens: string
  /** As the client reads it in its feed. */
  consoleOpened: (name: string) => string
  shop: string
  buy: (product: string) => string
  bought: (product: string) => string
  orderFor: (product: string) => string
  orderedFor: (product: string) => string
  noCard: string
  addCard: string
  request: string
  manage: string
  signInAs: string
  signInText: string
  signUp: string
  signUpText: string
  signUpFailed: string
  firstName: string
  lastName: string
  email: string
  back: string
  toMyAccount: string
  demo: string
  youAre: (person: PersonCard) => string
  youHoldALink: string
  takeDesk: string
  clock: string
  clockSteps: Record<ClockStep, string>
  mailbox: string
  mailboxLead: string
  mailboxOf: string
  allMailboxes: string
  mailboxFailed: string
  mails: string
  noMails: string
  noSuchMail: string
  allMails: string
  mailTo: string
  mailReplyTo: string
  mailAt: string
  mailShown: string
  mailAsPage: string
  mailAsText: string
}

export const english: HostWords = {
  panel: 'Hosting panel',
  chooseTitle: 'Who is at the desk?',
  chooseText: 'A real panel knows by its own sign-in. Here you choose a person, and see what their role may do.',
  chooseFailed: 'The list of people could not be loaded.',
  retry: 'Try again',
  role: {
    platform_admin: 'Platform administrator',
    reseller_owner: 'Owner',
    reseller_sales: 'Sales',
    reseller_support: 'Support',
    client_admin: 'Client',
  },
  leave: 'Change person',
  navigation: 'Panel',
  clients: 'Clients',
  clientsLead: {
    platform: 'The clients of all resellers.',
    reseller: 'The people and organizations you look after.',
  },
  dashboard: 'Dashboard',
  domains: 'Domains',
  servers: 'Servers',
  invoices: 'Invoices',
  addClient: 'Add a client',
  close: 'Close',
  allClients: 'All clients',
  client: 'Client',
  elsewhere: 'This page would be the hosting company’s own. The demo has the clients only.',
  notFound: 'There is no such page.',
  language: 'Language',
  dark: 'Dark theme',
  light: 'Light theme',
  skip: 'Skip to content',
  people: { staff: 'At the hosting company and its resellers', client: 'At their clients' },
  access: 'Access',
  accessLead: 'Who may look after your account, what they may do, and until when. You decide.',
  products: 'Products',
  productsLead: 'What you have, whoever sold it.',
  myProducts: 'Your products',
  noProducts: 'There are no products yet.',
  soldBy: (seller) => `Sold by ${seller}`,
  boughtDirectly: 'Bought directly',
  seats: (seats) => (seats === 1 ? '1 seat' : `${seats} seats`),
  addSeat: 'Add a seat',
  removeSeat: 'Remove a seat',
  seatsAre: (seats) => (seats === 1 ? 'There is 1 seat now.' : `There are ${seats} seats now.`),
  openConsole: 'Open the console',
  consoleOpens: 'You may: the console would open here.',
  consoleOpened: (name) => `Opened the console of ${name}`,
  shop: 'Buy from Brightquay',
  buy: (product) => `Buy ${product}`,
  bought: (product) => `${product} is yours.`,
  orderFor: (product) => `Order ${product}`,
  orderedFor: (product) => `${product} is ordered for the client.`,
  noCard: 'We have no payment method of yours yet.',
  addCard: 'Use a sample card',
  request: 'Request for access',
  manage: 'Your access',
  signInAs: 'Sign in',
  signInText: 'The request is for somebody who has an account here. Who are you?',
  signUp: 'Create an account',
  signUpText: 'The request waits until you are back. A real hosting company would check your address first.',
  signUpFailed: 'That did not work. Check what you have written.',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  back: 'Back',
  toMyAccount: 'Go to your account at Brightquay',
  demo: 'Demo',
  youAre: ({ kind, name, account }) =>
    kind === 'client' ? `You are the client: ${name}` : `You are ${name}, ${account}`,
  youHoldALink: 'Nobody is signed in',
  takeDesk: 'Be this client',
  clock: 'Clock',
  clockSteps: { hour: '+1 hour', day: '+1 day', month: '+30 days' },
  mailbox: 'Mailbox',
  mailboxLead: 'Every mail of this demo, whoever it is for. Nothing is really sent.',
  mailboxOf: 'Mailbox of',
  allMailboxes: 'Everybody',
  mailboxFailed: 'The mails could not be loaded.',
  mails: 'Mails',
  noMails: 'There is no mail.',
  noSuchMail: 'This mail is not there.',
  allMails: 'All mails',
  mailTo: 'To',
  mailReplyTo: 'Reply to',
  mailAt: 'Sent',
  mailShown: 'Show the mail as',
  mailAsPage: 'Page',
  mailAsText: 'Plain text',
}

export const german: HostWords = {
  panel: 'Hosting-Verwaltung',
  chooseTitle: 'Wer sitzt am Schreibtisch?',
  chooseText:
    'Eine echte Verwaltung weiß das durch ihre eigene Anmeldung. Hier wählen Sie eine Person und sehen, was deren Rolle darf.',
  chooseFailed: 'Die Liste der Personen konnte nicht geladen werden.',
  retry: 'Erneut versuchen',
  role: {
    platform_admin: 'Plattform',
    reseller_owner: 'Leitung',
    reseller_sales: 'Vertrieb',
    reseller_support: 'Support',
    client_admin: 'Kunde',
  },
  leave: 'Person wechseln',
  navigation: 'Verwaltung',
  clients: 'Kunden',
  clientsLead: {
    platform: 'Die Kunden aller Reseller.',
    reseller: 'Die Personen und Organisationen, die Sie betreuen.',
  },
  dashboard: 'Übersicht',
  domains: 'Domains',
  servers: 'Server',
  invoices: 'Rechnungen',
  addClient: 'Kunden hinzufügen',
  close: 'Schließen',
  allClients: 'Alle Kunden',
  client: 'Kunde',
  elsewhere: 'Diese Seite wäre die des Hosters selbst. Die Demo hat nur die Kunden.',
  notFound: 'Diese Seite gibt es nicht.',
  language: 'Sprache',
  dark: 'Dunkles Design',
  light: 'Helles Design',
  skip: 'Zum Inhalt',
  people: { staff: 'Beim Hoster und seinen Resellern', client: 'Bei deren Kunden' },
  access: 'Zugriff',
  accessLead: 'Wer sich um Ihr Konto kümmern darf, was erlaubt ist und bis wann. Sie entscheiden.',
  products: 'Produkte',
  productsLead: 'Was Sie haben, gleich von wem.',
  myProducts: 'Ihre Produkte',
  noProducts: 'Es gibt noch keine Produkte.',
  soldBy: (seller) => `Verkauft von ${seller}`,
  boughtDirectly: 'Direkt gekauft',
  seats: (seats) => (seats === 1 ? '1 Platz' : `${seats} Plätze`),
  addSeat: 'Platz hinzufügen',
  removeSeat: 'Platz entfernen',
  seatsAre: (seats) => (seats === 1 ? 'Es gibt jetzt 1 Platz.' : `Es gibt jetzt ${seats} Plätze.`),
  openConsole: 'Konsole öffnen',
  consoleOpens: 'Sie dürfen: Hier ginge die Konsole auf.',
  consoleOpened: (name) => `Konsole von ${name} geöffnet`,
  shop: 'Bei Brightquay kaufen',
  buy: (product) => `${product} kaufen`,
  bought: (product) => `${product} gehört Ihnen.`,
  orderFor: (product) => `${product} bestellen`,
  orderedFor: (product) => `${product} ist für den Kunden bestellt.`,
  noCard: 'Wir haben noch kein Zahlungsmittel von Ihnen.',
  addCard: 'Musterkarte verwenden',
  request: 'Zugriffsanfrage',
  manage: 'Ihr Zugriff',
  signInAs: 'Anmelden',
  signInText: 'Die Anfrage ist für jemanden, der hier ein Konto hat. Wer sind Sie?',
  signUp: 'Konto anlegen',
  signUpText: 'Die Anfrage wartet so lange. Ein echter Hoster würde erst Ihre Adresse prüfen.',
  signUpFailed: 'Das hat nicht geklappt. Prüfen Sie Ihre Angaben.',
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail-Adresse',
  back: 'Zurück',
  toMyAccount: 'Zu Ihrem Konto bei Brightquay',
  demo: 'Demo',
  youAre: ({ kind, name, account }) =>
    kind === 'client' ? `Sie sind der Kunde: ${name}` : `Sie sind ${name}, ${account}`,
  youHoldALink: 'Niemand ist angemeldet',
  takeDesk: 'Als dieser Kunde weiter',
  clock: 'Uhr',
  clockSteps: { hour: '+1 Stunde', day: '+1 Tag', month: '+30 Tage' },
  mailbox: 'Postfach',
  mailboxLead: 'Jede Mail dieser Demo, gleich an wen. Wirklich verschickt wird nichts.',
  mailboxOf: 'Postfach von',
  allMailboxes: 'Allen',
  mailboxFailed: 'Die Mails konnten nicht geladen werden.',
  mails: 'Mails',
  noMails: 'Es gibt keine Mail.',
  noSuchMail: 'Diese Mail gibt es nicht.',
  allMails: 'Alle Mails',
  mailTo: 'An',
  mailReplyTo: 'Antwort an',
  mailAt: 'Gesendet',
  mailShown: 'Mail anzeigen als',
  mailAsPage: 'Seite',
  mailAsText: 'Nur Text',
}
