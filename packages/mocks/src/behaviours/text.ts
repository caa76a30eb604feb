import type { Stored } from '../store.ts'

/** Where words are looked for, of whatever resource. */
const searched = [
  'id',
  'name',
  'displayName',
  'company',
  'primaryDomain',
  'primaryDomainDisplay',
  'primaryEmail',
  'secondaryEmail',
]

/** Text without case, accents and invisible characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

/** Whether each word of a search is the beginning of a word of the record. */
export function matchesWords(given: object, q: string): boolean {
  const record: Stored = { ...given }
  const person: unknown[] = Object.values(Object(record['person']))
  const texts = [...searched.map((field) => record[field]), ...person]
  const words = texts.flatMap((text) => (typeof text === 'string' ? wordsOf(text) : []))
  return wordsOf(q).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
