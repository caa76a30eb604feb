// letters that Unicode does not take apart, but people do not type
const plain: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}
// scripts that are written without spaces
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu
const longest = 64

/** Text without case, accents and invisible characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœıħ]/g, (letter) => plain[letter] ?? letter)
}

/** What names are ordered by. */
export function nameKey(name: string): string {
  return fold(name).replaceAll(/\s+/g, ' ').trim().slice(0, 120)
}

/** The words a text is found by. Domains and addresses fall apart into theirs. */
export function termsOf(texts: readonly (string | null | undefined)[]): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    if (!text) continue
    for (const word of words(text)) for (const term of pairs(word, true)) found.add(term.slice(0, longest))
  }
  return [...found].toSorted()
}

/** What to look for, the most telling first: each is the beginning of a term. */
export function searchPrefixes(q: string): string[] {
  const found = new Set(words(q).flatMap((word) => pairs(word, false)))
  return [...found].map((term) => term.slice(0, longest)).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** A tag among the terms: found as a whole, and by no word that is typed. */
export function tagTerm(tag: string): string {
  return `#${tag}`
}

function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Pairs of characters where a script has no spaces; each last character is a term too, so that one can be looked for. */
function pairs(word: string, store: boolean): string[] {
  const rest = word.replaceAll(unspaced, ' ').split(' ').filter(Boolean)
  const runs = word.match(unspaced) ?? []
  return [
    ...rest,
    ...runs.flatMap((run) => {
      const letters = [...run]
      const two = letters.slice(0, -1).map((letter, i) => letter + letters[i + 1])
      return store || letters.length === 1 ? [...two, letters.at(-1) ?? ''] : two
    }),
  ]
}
