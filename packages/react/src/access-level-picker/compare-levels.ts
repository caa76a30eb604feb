import type { AccessLevel } from '@clientele/contract'
import { levelTextsIn, type ShownLevelTexts } from '../words/level-texts.ts'

/** A level as it stands in the picker. */
export interface PickedLevel {
  level: AccessLevel
  texts: ShownLevelTexts
  /** The next lower level, where what this one allows can be told as “all of that, and more” (R12). */
  lower: string | undefined
  /** What it allows beyond the lower one; without one, all that it allows. */
  more: readonly string[]
}

/** Levels from the lowest rank up, each with what it adds. Two languages are not compared: then all is listed. */
export function comparedLevels(levels: readonly AccessLevel[], language: string): PickedLevel[] {
  const byRank = levels.toSorted((a, b) => a.rank - b.rank)
  let below: ShownLevelTexts | undefined
  return byRank.map((level) => {
    const texts = levelTextsIn(level.texts, language)
    const contained = below?.can.every((sentence) => texts.can.includes(sentence)) ?? false
    const lower = below && contained && below.language === texts.language ? below : undefined
    const more = texts.can.filter((sentence) => !lower?.can.includes(sentence))
    below = texts
    return { level, texts, lower: lower?.name, more }
  })
}

/** What any of the levels allows, each once, with the language it is written in. */
export function allAbilities(levels: readonly PickedLevel[]): { sentence: string; language: string }[] {
  const found = new Map<string, string>()
  for (const { texts } of levels) for (const sentence of texts.can) found.set(sentence, texts.language)
  return [...found].map(([sentence, language]) => ({ sentence, language }))
}
