/** What people of a reseller write about clients, in their own language. */
export interface Notes {
  descriptions: readonly string[]
  tags: readonly string[]
}

export const germanNotes: Notes = {
  descriptions: [
    'Ruft lieber an, als zu schreiben. Vormittags am besten erreichbar.',
    'Rechnungen gehen an die Buchhaltung, nicht an die Inhaberin.',
    'Möchte im Herbst auf einen neuen Shop umziehen. Angebot im Oktober.',
    'Kam auf Empfehlung. Website und Postfächer ziehen nacheinander um.',
    'Zugangsdaten nur nach Rückruf unter der bekannten Nummer.',
    'Saisonbetrieb: von November bis Februar ist niemand da.',
    'Hat zwei Standorte und will sie getrennt abrechnen.',
    'Betreut die Seite selbst und fragt selten.',
    'Vertrag läuft zum Jahresende aus, bitte vorher melden.',
  ],
  tags: ['Wartungsvertrag', 'WordPress', 'Umzug', 'Neukunde', 'Onlineshop', 'VIP', 'Papierrechnung'],
}

export const englishNotes: Notes = {
  descriptions: [
    'Prefers a phone call to e-mail. Mornings are best.',
    'Invoices go to the bookkeeper, not to the owner.',
    'Wants to move to a new shop in autumn. Quote due in October.',
    'Came by recommendation. Site first, mailboxes afterwards.',
    'Hand out credentials only after calling back the known number.',
    'Seasonal business: nobody there from November to February.',
    'Two locations, billed separately.',
    'Looks after the site without help and rarely asks.',
    'Contract ends with the year. Get in touch before that.',
  ],
  tags: ['care plan', 'WordPress', 'migration', 'new', 'online shop', 'VIP', 'paper invoice'],
}
