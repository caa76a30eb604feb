import type { Language } from './words.ts'

/** What the panel, the kit and the mails say about access, as a person reads it. */
export interface AccessWords {
  requestAccess: string
  askFor: (name: string) => string
  next: string
  levelWanted: string
  manage: string
  recipient: RegExp
  message: string
  mailLanguage: string
  send: string
  sentTo: (name: string) => string
  done: string
  requested: string
  mailboxOf: string
  mails: string
  askedSubject: (reseller: string, client: string) => string
  allowedSubject: (reseller: string) => string
  asks: (reseller: string) => string
  accept: string
  decline: string
  allowThis: (reseller: string) => string
  declineThis: string
  signIn: string
  signInOther: string
  signUp: string
  createAccount: string
  showCode: string
  inEffectSince: RegExp
  allPaused: RegExp
  wrongPerson: (client: string) => RegExp
  allowed: (reseller: string) => string
  notYet: RegExp
  accessOf: (reseller: string) => string
  onItsWay: RegExp
  inEffect: RegExp
  toMyAccount: string
  buyHosting: string
  sampleCard: string
  isYours: string
  access: string
  allowAccess: (reseller: string) => string
  agrees: (reseller: string) => RegExp
  both: (wanted: boolean, observed: boolean) => string
  addSeat: string
  removeSeat: string
  seats: (count: number) => RegExp
  seatsAre: (count: number) => string
  save: string
  nobodyHasAccess: string
  openConsole: string
  consoleOpens: string
  notInLevel: string
  hour: string
  pause: string
  pauseThis: string
  paused: string
  clientPaused: string
  why: string
  pausedSince: RegExp
}

export const accessWords: Record<Language, AccessWords> = {
  en: {
    requestAccess: 'Request access',
    askFor: (name) => `Ask ${name} for access`,
    next: 'Next',
    levelWanted: 'Choose a level.',
    manage: 'Manage',
    recipient: /^E-mail address of/,
    message: 'Message',
    mailLanguage: 'Language of the mail',
    send: 'Send the request',
    sentTo: (name) => `The request to ${name} is on its way`,
    done: 'Done',
    requested: 'Requested',
    mailboxOf: 'Mailbox of',
    mails: 'Mails',
    askedSubject: (reseller, client) => `${reseller} asks for access to ${client}`,
    allowedSubject: (reseller) => `You have allowed ${reseller} access`,
    asks: (reseller) => `${reseller} asks for access`,
    accept: 'Accept',
    decline: 'Decline',
    allowThis: (reseller) => `Allow ${reseller} this access?`,
    declineThis: 'Decline this request?',
    signIn: 'Sign in',
    signUp: 'Create an account',
    createAccount: 'Create an account',
    showCode: 'Show as a QR code',
    inEffectSince: /^In effect since/,
    allPaused: /has paused all access on/,
    signInOther: 'Sign in as somebody else',
    wrongPerson: (client) => new RegExp(`does not administer ${client}`),
    allowed: (reseller) => `You have allowed ${reseller} access`,
    notYet: /not in effect yet/,
    accessOf: (reseller) => `Access of ${reseller}`,
    onItsWay: /not in effect everywhere yet/,
    inEffect: /It is in effect/,
    toMyAccount: 'Go to your account at Brightquay',
    buyHosting: 'Buy Hosting Start',
    sampleCard: 'Use a sample card',
    isYours: 'Hosting Start is yours.',
    access: 'Access',
    allowAccess: (reseller) => `Allow access for ${reseller}`,
    agrees: (reseller) => new RegExp(`^${reseller} has agreed`),
    both: (wanted, observed) => `Chosen: ${wanted ? 'on' : 'off'}. In effect now: ${observed ? 'on' : 'off'}.`,
    addSeat: 'Add a seat',
    removeSeat: 'Remove a seat',
    seats: (count) => new RegExp(`${count} seats`),
    seatsAre: (count) => `There are ${count} seats now.`,
    save: 'Save',
    nobodyHasAccess: 'At present no reseller has access to your account.',
    openConsole: 'Open the console',
    consoleOpens: 'You may: the console would open here.',
    notInLevel: 'Your access does not include this. Ask for a higher level.',
    hour: '+1 hour',
    pause: 'Pause all access',
    pauseThis: 'Pause all access?',
    paused: 'All access is paused',
    clientPaused: 'The client has paused all access.',
    why: 'Why?',
    pausedSince: /All access has been paused since/,
  },
  de: {
    requestAccess: 'Zugriff anfragen',
    askFor: (name) => `Zugriff anfragen: ${name}`,
    next: 'Weiter',
    levelWanted: 'Wählen Sie eine Stufe.',
    manage: 'Verwalten',
    recipient: /^E-Mail-Adresse, an die/,
    message: 'Nachricht',
    mailLanguage: 'Sprache der E-Mail',
    send: 'Anfrage senden',
    sentTo: (name) => `Die Anfrage an ${name} ist unterwegs`,
    done: 'Fertig',
    requested: 'Angefragt',
    mailboxOf: 'Postfach von',
    mails: 'Mails',
    askedSubject: (reseller, client) => `${reseller} bittet um Zugriff auf ${client}`,
    allowedSubject: (reseller) => `Sie haben ${reseller} Zugriff erlaubt`,
    asks: (reseller) => `${reseller} bittet um Zugriff`,
    accept: 'Annehmen',
    decline: 'Ablehnen',
    allowThis: (reseller) => `${reseller} diesen Zugriff erlauben?`,
    declineThis: 'Diese Anfrage ablehnen?',
    signIn: 'Anmelden',
    signUp: 'Konto eröffnen',
    createAccount: 'Konto anlegen',
    showCode: 'Als QR-Code zeigen',
    inEffectSince: /^In Kraft seit/,
    allPaused: /hat am .* alle Zugriffe pausiert/,
    signInOther: 'Als jemand anders anmelden',
    wrongPerson: (client) => new RegExp(`verwalten damit ${client} nicht`),
    allowed: (reseller) => `Sie haben ${reseller} den Zugriff erlaubt`,
    notYet: /noch nicht in Kraft/,
    accessOf: (reseller) => `Zugriff von ${reseller}`,
    onItsWay: /noch nicht überall in Kraft/,
    inEffect: /Es ist in Kraft/,
    toMyAccount: 'Zu Ihrem Konto bei Brightquay',
    buyHosting: 'Hosting Start kaufen',
    sampleCard: 'Musterkarte verwenden',
    isYours: 'Hosting Start gehört Ihnen.',
    access: 'Zugriff',
    allowAccess: (reseller) => `Zugriff für ${reseller} erlauben`,
    agrees: (reseller) => new RegExp(`^${reseller} ist einverstanden, diese`),
    both: (wanted, observed) => `Gewählt: ${wanted ? 'an' : 'aus'}. Jetzt in Kraft: ${observed ? 'an' : 'aus'}.`,
    addSeat: 'Platz hinzufügen',
    removeSeat: 'Platz entfernen',
    seats: (count) => new RegExp(`${count} Plätze`),
    seatsAre: (count) => `Es gibt jetzt ${count} Plätze.`,
    save: 'Speichern',
    nobodyHasAccess: 'Zurzeit hat kein Reseller Zugriff auf Ihr Konto.',
    openConsole: 'Konsole öffnen',
    consoleOpens: 'Sie dürfen: Hier ginge die Konsole auf.',
    notInLevel: 'Ihr Zugriff schließt das nicht ein. Fragen Sie eine höhere Stufe an.',
    hour: '+1 Stunde',
    pause: 'Alle Zugriffe pausieren',
    pauseThis: 'Alle Zugriffe pausieren?',
    paused: 'Alle Zugriffe sind pausiert',
    clientPaused: 'Der Kunde hat alle Zugriffe pausiert.',
    why: 'Warum?',
    pausedSince: /Alle Zugriffe sind seit .* pausiert/,
  },
}
