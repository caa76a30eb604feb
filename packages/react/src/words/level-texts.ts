import type { LevelTexts } from '@clientele/contract'

/** The texts of a level, and the language they are in, for `lang`. */
export interface ShownLevelTexts extends LevelTexts {
  language: string
}

/** What a level says in a language: the very one, the same without a region, else English, which is always there. */
export function levelTextsIn(texts: Readonly<Record<string, LevelTexts>>, wanted: string): ShownLevelTexts {
  const language = languageOfLevel(texts, wanted) ?? 'en'
  return { ...(texts[language] ?? { name: '', summary: '', can: [], cannot: [] }), language }
}

/** Which of the languages that a thing is written in comes closest to a wanted one, if any does. */
export function languageOfLevel(texts: Readonly<Record<string, object>>, wanted: string): string | undefined {
  const parts = wanted.split('-')
  const candidates = parts.map((_, count) => parts.slice(0, parts.length - count).join('-'))
  return candidates.find((candidate) => Object.hasOwn(texts, candidate))
}
