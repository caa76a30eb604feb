/** What the panel and the kit say, as a person reads it. */
export interface Words {
  languageName: string
  clients: string
  addAnother: string
  filters: RegExp
  organizationKind: string
  anOrganization: string
  count: (count: number) => string
  firstName: string
  lastName: string
  organizationName: string
  productFamily: string
  domain: string
  country: string
  germany: string
  city: RegExp
  postalCode: RegExp
  email: string
  secondEmail: string
  phone: RegExp
  description: RegExp
  save: string
  refused: string
  outsideDomain: RegExp
  added: (name: string) => string
  goToList: string
  open: (name: string) => string
  editContact: string
  addDescription: string
  notAllowed: RegExp
  addAClient: string
  close: string
  changePerson: string
}

export type Language = 'en' | 'de'

export const words: Record<Language, Words> = {
  en: {
    languageName: 'English',
    clients: 'Clients',
    addAnother: 'Add another client',
    filters: /^Filters/,
    organizationKind: 'Organization',
    anOrganization: 'An organization',
    count: (count) => (count === 1 ? '1 client' : `${count} clients`),
    firstName: 'First name',
    lastName: 'Last name',
    organizationName: 'Organization name',
    productFamily: 'Product family',
    domain: 'Domain',
    country: 'Country',
    germany: 'Germany',
    city: /^City/,
    postalCode: /^Postal code/,
    email: 'E-mail address',
    secondEmail: 'Second e-mail address',
    phone: /^Phone/,
    description: /^Description/,
    save: 'Save',
    refused: 'Please fill this in.',
    outsideDomain: /Use an address outside/,
    added: (name) => `${name} was added`,
    goToList: 'Go to the list',
    open: (name) => `Open ${name}`,
    editContact: 'Edit contact information',
    addDescription: 'Add description',
    notAllowed: /Your role does not allow this/,
    addAClient: 'Add a client',
    close: 'Close',
    changePerson: 'Change person',
  },
  de: {
    languageName: 'Deutsch',
    clients: 'Kunden',
    addAnother: 'Weitere Kunden hinzufügen',
    filters: /^Filter/,
    organizationKind: 'Organisation',
    anOrganization: 'Eine Organisation',
    count: (count) => `${count} Kunden`,
    firstName: 'Vorname',
    lastName: 'Nachname',
    organizationName: 'Name der Organisation',
    productFamily: 'Produktfamilie',
    domain: 'Domain',
    country: 'Land',
    germany: 'Deutschland',
    city: /^Ort/,
    postalCode: /^Postleitzahl/,
    email: 'E-Mail-Adresse',
    secondEmail: 'Zweite E-Mail-Adresse',
    phone: /^Telefon/,
    description: /^Beschreibung/,
    save: 'Speichern',
    refused: 'Bitte ausfüllen.',
    outsideDomain: /Nehmen Sie eine Adresse außerhalb/,
    added: (name) => `${name} wurde hinzugefügt`,
    goToList: 'Zur Liste',
    open: (name) => `${name} öffnen`,
    editContact: 'Kontaktdaten bearbeiten',
    addDescription: 'Beschreibung hinzufügen',
    notAllowed: /Ihre Rolle erlaubt das nicht|Rolle/,
    addAClient: 'Kunden hinzufügen',
    close: 'Schließen',
    changePerson: 'Person wechseln',
  },
}
