const spelled: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  å: 'aa',
  ł: 'l',
  ı: 'i',
  đ: 'd',
}

/** A name as a label of a domain, in ASCII. */
export function slugOf(name: string): string {
  const ascii = name
    .toLowerCase()
    .replaceAll(/[äöüßøæåłıđ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
  return hyphenated(ascii, /[^a-z0-9]+/g)
}

/** The same with its umlauts, as internationalized domains have them. */
export function umlautSlugOf(name: string): string {
  return hyphenated(name.toLowerCase(), /[^a-z0-9äöüß]+/g)
}

function hyphenated(text: string, separators: RegExp): string {
  return text
    .replaceAll(/[’'.]/g, '')
    .replaceAll('&', ' ')
    .replaceAll(separators, '-')
    .replaceAll(/^-+|-+$/g, '')
}
