const first = ['Amara', 'Bastian', 'Chiara', 'Dilan', 'Esra', 'Finn', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaya', 'Lovis']
const last = [
  'Albers',
  'Bergmann',
  'Castro',
  'Dorn',
  'Eriksen',
  'Fischer',
  'Grønli',
  'Holt',
  'Imhof',
  'Jansen',
  'Keller',
]
const places = [
  'Nordlicht',
  'Marktplatz',
  'Seeblick',
  'Altstadt',
  'Bergwiese',
  'Hafen',
  'Lindenhof',
  'Mühlbach',
  'Kirchgasse',
]
const trades = ['Bäckerei', 'Architekten', 'Optik', 'Reisen', 'Gärtnerei', 'Druckerei', 'Werkstatt', 'Verlag']

/** An invented person; no two of 132 in a row are alike. */
export function personOf(number: number): { firstName: string; lastName: string } {
  return { firstName: at(first, number), lastName: at(last, number) }
}

/** An invented company. */
export function companyOf(number: number): string {
  return `${at(places, number)} ${at(trades, number)}${number < places.length * trades.length ? '' : ` ${number}`}`
}

/** A name as the label of a domain. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'client'
  )
}

function at(list: readonly string[], number: number): string {
  return list[number % list.length] ?? ''
}
