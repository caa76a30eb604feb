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
}

export const german: HostWords = {
  panel: 'Hosting-Verwaltung',
  chooseTitle: 'Wer sitzt am Platz?',
  chooseText:
    'Eine echte Verwaltung weiß das durch ihre eigene Anmeldung. Hier wählen Sie eine Person und sehen, was deren Rolle darf.',
  chooseFailed: 'Die Liste der Personen konnte nicht geladen werden.',
  retry: 'Erneut versuchen',
  role: {
    platform_admin: 'Plattform',
    reseller_owner: 'Leitung',
    reseller_sales: 'Vertrieb',
    reseller_support: 'Support',
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
}
