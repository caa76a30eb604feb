'use client'

import type { AccessLevel } from '@clientele/contract'
import { accessStrings, neverStrings } from '../words/access.strings.ts'
import type { ShownLevelTexts } from '../words/level-texts.ts'
import { useAccessWords } from '../words/use-words.ts'

interface LevelLimitsProps {
  level: Pick<AccessLevel, 'never'>
  texts: ShownLevelTexts
  /** Above what it allows, and above what it does not. */
  titles: { can: string; cannot: string }
}

/** What a level allows and what not, sentence by sentence, and what no level ever allows. */
export function LevelLimits({ level, texts, titles }: LevelLimitsProps) {
  const access = useAccessWords('access', accessStrings)
  const never = useAccessWords('never', neverStrings)
  return (
    <div data-part="limits">
      <Sentences kind="can" title={titles.can} sentences={texts.can} language={texts.language} />
      <Sentences kind="cannot" title={titles.cannot} sentences={texts.cannot} language={texts.language} />
      {level.never.length > 0 ? (
        <p data-part="text" data-muted="">
          {access('never', { list: level.never.map((key) => never(key)) })}
        </p>
      ) : null}
    </div>
  )
}

interface SentencesProps {
  kind: 'can' | 'cannot'
  title: string
  sentences: readonly string[]
  language: string
}

function Sentences({ kind, title, sentences, language }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <>
      <p data-part="limits-title">{title}</p>
      <ul data-part="limits-list" lang={language} dir="auto">
        {sentences.map((sentence) => (
          <li data-part="limit" data-kind={kind} key={sentence}>
            {sentence}
          </li>
        ))}
      </ul>
    </>
  )
}
