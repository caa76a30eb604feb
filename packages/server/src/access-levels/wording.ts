import type { LevelTexts } from '@clientele/contract'
import type { LevelRow } from './access-levels.store.ts'

/** What somebody reads of a level, and in which of its languages. */
export interface Wording {
  languageCode: string
  texts: LevelTexts
}

/** The texts of a level in the language that is asked for, else in the one it is a variety of, else in English. */
export function wordingIn(level: Pick<LevelRow, 'key' | 'texts'>, languageCode: string): Wording {
  const base = languageCode.split('-')[0] ?? ''
  for (const code of [languageCode, base, 'en']) {
    const texts = Object.hasOwn(level.texts, code) ? level.texts[code] : undefined
    if (texts) return { languageCode: code, texts }
  }
  throw new Error(`Clientele: the level ${level.key} has no English text, which publishing requires.`)
}
