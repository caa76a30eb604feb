/** A name, with its Latin spelling for addresses where the name has none. */
export type Name = string | readonly [name: string, latin: string]

/** Where some of the clients are: how people, businesses and streets are called there. */
export interface Region {
  countryCode: string
  languageCode: string
  firstNames: readonly Name[]
  lastNames: readonly Name[]
  /** `{last}` and `{city}` are filled in. */
  businesses: readonly Name[]
  schools?: readonly Name[]
  streets: readonly string[]
  places: readonly { city: string; postalCode?: string; region?: string }[]
  /** The beginning of numbers that the country sets aside for fiction; two digits are added. */
  phone?: string
}

export const germany: Region = {
  countryCode: 'DE',
  languageCode: 'de',
  firstNames:
    'Anna Birte Carsten Dörte Emre Finn Greta Hauke Imke Jannik Käthe Levke Merle Nils Ole Paula Ragna Sönke Tjark Wiebke Yusuf Zeynep'.split(
      ' ',
    ),
  lastNames:
    'Ahrens Behrens Clausen Dreyer Ehlers Fröhlich Grönwald Hansen Jürgens Köster Lorenzen Möller Nissen Oldenburg Paulsen Röhrs Schröder Thießen Voß Wöhler'.split(
      ' ',
    ),
  businesses: [
    'Bäckerei {last}',
    ['Tischlerei {last} & Söhne', 'tischlerei-{last}'],
    ['Zahnarztpraxis Dr. {last}', 'zahnarzt-{last}'],
    ['Kanzlei {last} und Partner', 'kanzlei-{last}'],
    ['Fahrradwerkstatt {last}', 'fahrrad-{last}'],
    'Gärtnerei {last}',
    ['Steuerberatung {last}', 'stb-{last}'],
    ['Physiotherapie {city}', 'physio-{city}'],
    'Hofladen {last}',
    'Buchhandlung {last}',
    ['Elektro {last} GmbH', 'elektro-{last}'],
    'Segelschule {city}',
    'Fotostudio {last}',
    'Malerbetrieb {last}',
    'Yogahaus {city}',
    'Weinhandlung {last}',
    ['Kulturverein {city} e. V.', 'kultur-{city}'],
    'Optik {last}',
    'Ferienhof {last}',
  ],
  schools: [
    ['Grundschule {city}-Süd', 'grundschule-{city}'],
    'Musikschule {city}',
    ['Volkshochschule {city}', 'vhs-{city}'],
  ],
  streets: ['Hafenstraße', 'Am Markt', 'Lindenallee', 'Deichweg', 'Bergstraße', 'Gartenweg', 'Kirchplatz'],
  places: [
    { city: 'Kiel', postalCode: '24103' },
    { city: 'Flensburg', postalCode: '24937' },
    { city: 'Lübeck', postalCode: '23552' },
    { city: 'Husum', postalCode: '25813' },
    { city: 'Rostock', postalCode: '18055' },
    { city: 'Bremen', postalCode: '28195' },
    { city: 'Oldenburg', postalCode: '26122' },
    { city: 'Eckernförde', postalCode: '24340' },
  ],
  phone: '+49 30 231250',
}

export const denmark: Region = {
  countryCode: 'DK',
  languageCode: 'da',
  firstNames: ['Freja', 'Søren', 'Astrid', 'Mikkel', 'Ida', 'Rasmus'],
  lastNames: ['Kjær', 'Østergaard', 'Holm', 'Bækgaard', 'Nørregaard'],
  businesses: ['{last} Bageri', 'Tømrerfirmaet {last}', '{city} Cykler', 'Galleri {last}'],
  streets: ['Nørregade', 'Havnegade', 'Skolevej'],
  places: [
    { city: 'Aabenraa', postalCode: '6200' },
    { city: 'Sønderborg', postalCode: '6400' },
    { city: 'Odense', postalCode: '5000' },
  ],
}

export const poland: Region = {
  countryCode: 'PL',
  languageCode: 'pl',
  firstNames: ['Agnieszka', 'Łukasz', 'Małgorzata', 'Paweł', 'Żaneta'],
  lastNames: ['Wójcik', 'Mazur', 'Żak', 'Kozioł', 'Gołąb'],
  businesses: ['Piekarnia {last}', 'Studio {last}', 'Gabinet {last}', 'Księgarnia {city}'],
  streets: ['ul. Długa', 'ul. Portowa', 'ul. Lipowa'],
  places: [
    { city: 'Gdańsk', postalCode: '80-831' },
    { city: 'Szczecin', postalCode: '70-001' },
  ],
}

export const turkey: Region = {
  countryCode: 'TR',
  languageCode: 'tr',
  firstNames: ['Elif', 'Mehmet', 'Ayşe', 'Çağlar'],
  lastNames: ['Yıldız', 'Öztürk', 'Şahin', 'Güneş'],
  businesses: ['{last} Mimarlık', '{last} Tekstil', 'Kitabevi {last}'],
  streets: ['Atatürk Caddesi', 'Liman Sokak'],
  places: [
    { city: 'İzmir', postalCode: '35250' },
    { city: 'Bursa', postalCode: '16010' },
  ],
}

export const britain: Region = {
  countryCode: 'GB',
  languageCode: 'en',
  firstNames:
    'Abigail Callum Darcy Eleanor Fergus Georgina Harriet Imran Jasmine Kieran Lowri Maeve Nisha Oliver Priya Rhys Siobhan Tobias'.split(
      ' ',
    ),
  lastNames:
    'Abbott Barlow Crossley Dunmore Eastwood Fairweather Gallagher Holloway Ingram Kershaw Langley Mistry Newbold Okafor Pemberton Redfern Sutcliffe Whitlock'.split(
      ' ',
    ),
  businesses: [
    ['{last} Plumbing & Heating', '{last}-plumbing'],
    '{city} Dental Care',
    ['{last} & Daughters Bakery', '{last}-bakery'],
    '{last} Landscapes',
    ['The {last} Bookshop', '{last}-books'],
    '{last} Bicycles',
    ['{last} Accounting Ltd', '{last}-accounting'],
    '{city} Pottery',
    ['{last} Veterinary Clinic', '{last}-vets'],
    '{city} Running Club',
    'Hotel {last}',
    '{last} Joinery',
    '{last} Architects',
    ['{city} Community Garden', '{city}-garden'],
    '{last} Opticians',
    'Café {last}',
  ],
  schools: [
    ['{city} Primary School', '{city}-primary'],
    ['St Anne’s School, {city}', 'st-annes-{city}'],
  ],
  streets: ['High Street', 'Mill Lane', 'Station Road', 'Castle Gate', 'Church Row'],
  places: [
    { city: 'Manchester', postalCode: 'M1 2AB' },
    { city: 'Bristol', postalCode: 'BS1 4ST' },
    { city: 'York', postalCode: 'YO1 7HH' },
    { city: 'Cardiff', postalCode: 'CF10 1BH' },
    { city: 'Whitby', postalCode: 'YO21 1EB' },
  ],
  phone: '+44 20 7946 00',
}

export const america: Region = {
  countryCode: 'US',
  languageCode: 'en-US',
  firstNames: ['Avery', 'Brooke', 'Carlos', 'Dolores', 'Everett', 'Juniper', 'Malik', 'Savannah'],
  lastNames: ['Ashby', 'Calloway', 'Delgado', 'Hendricks', 'Larkspur', 'Montoya', 'Prescott'],
  businesses: [
    '{last} Roofing',
    ['{city} Coffee Roasters', '{city}-coffee'],
    '{last} Family Law',
    'Tacos {last}',
    '{city} Music Academy',
  ],
  streets: ['Main Street', 'Elm Avenue', 'Harbor Drive'],
  places: [
    { city: 'Portsmouth', postalCode: '03801', region: 'NH' },
    { city: 'Santa Fe', postalCode: '87501', region: 'NM' },
    { city: 'Duluth', postalCode: '55802', region: 'MN' },
  ],
  phone: '+1 202 555 01',
}

export const france: Region = {
  countryCode: 'FR',
  languageCode: 'fr',
  firstNames: ['Amélie', 'Benoît', 'Chloé', 'Étienne', 'Solène'],
  lastNames: ['Lefèvre', 'Marchand', 'Béranger', 'D’Aubigné', 'Rousselet'],
  businesses: ['Boulangerie {last}', 'Cabinet {last}', 'Librairie {last}', 'Atelier {last}'],
  streets: ['rue des Halles', 'place du Marché', 'quai Saint-Antoine'],
  places: [
    { city: 'Lyon', postalCode: '69002' },
    { city: 'Nantes', postalCode: '44000' },
  ],
  phone: '+33 1 99 00 12 ',
}

export const spain: Region = {
  countryCode: 'ES',
  languageCode: 'es',
  firstNames: ['Begoña', 'Íñigo', 'Lucía', 'Joaquín'],
  lastNames: ['Núñez', 'Ibáñez', 'Carrasco', 'Peñalver'],
  businesses: ['Panadería {last}', 'Clínica {last}', 'Bodegas {last}'],
  streets: ['Calle Mayor', 'Plaza Nueva'],
  places: [
    { city: 'Sevilla', postalCode: '41001' },
    { city: 'Bilbao', postalCode: '48001' },
  ],
}

export const italy: Region = {
  countryCode: 'IT',
  languageCode: 'it',
  firstNames: ['Chiara', 'Niccolò', 'Ornella'],
  lastNames: ['Barbieri', 'Dell’Orto', 'Zanetti'],
  businesses: ['Trattoria {last}', 'Studio {last}', 'Sartoria {last}'],
  streets: ['Via Roma', 'Piazza Dante'],
  places: [
    { city: 'Torino', postalCode: '10121', region: 'TO' },
    { city: 'Parma', postalCode: '43121', region: 'PR' },
  ],
}

export const japan: Region = {
  countryCode: 'JP',
  languageCode: 'ja',
  firstNames: [
    ['陽菜', 'hina'],
    ['健太', 'kenta'],
    ['さくら', 'sakura'],
  ],
  lastNames: [
    ['佐藤', 'sato'],
    ['高橋', 'takahashi'],
    ['小林', 'kobayashi'],
  ],
  businesses: [
    ['{last}製作所', '{last}-works'],
    ['喫茶 {last}', 'kissa-{last}'],
    ['{last}デザイン事務所', '{last}-design'],
  ],
  streets: ['中央', '本町'],
  places: [
    { city: '京都市', postalCode: '604-8571' },
    { city: '札幌市', postalCode: '060-0042' },
  ],
}

export const emirates: Region = {
  countryCode: 'AE',
  languageCode: 'ar',
  firstNames: [
    ['ليلى', 'layla'],
    ['يوسف', 'yusuf'],
  ],
  lastNames: [
    ['الحداد', 'alhaddad'],
    ['منصور', 'mansour'],
  ],
  businesses: [
    ['مكتبة {last}', 'maktabat-{last}'],
    ['عيادة {last}', 'clinic-{last}'],
  ],
  streets: ['شارع الميناء'],
  places: [{ city: 'دبي' }],
}

export const greece: Region = {
  countryCode: 'GR',
  languageCode: 'el',
  firstNames: [
    ['Ελένη', 'eleni'],
    ['Νίκος', 'nikos'],
  ],
  lastNames: [
    ['Οικονόμου', 'oikonomou'],
    ['Γεωργίου', 'georgiou'],
    ['Παπανικολάου', 'papanikolaou'],
  ],
  businesses: [
    ['Φούρνος {last}', 'fournos-{last}'],
    ['Ξενώνας {last}', 'xenonas-{last}'],
  ],
  streets: ['Ερμού'],
  places: [{ city: 'Χανιά', postalCode: '731 32' }],
}
