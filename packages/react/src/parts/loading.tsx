'use client'

import { useWords } from '../words/use-words.ts'
import { HiddenText } from './hidden-text.tsx'

/** Grey lines where text will be. */
export function Loading({ lines }: { lines: number }) {
  const t = useWords('common')
  return (
    <div data-part="loading" role="status">
      <HiddenText>{t('loading')}</HiddenText>
      {Array.from({ length: lines }, (_, index) => (
        <span data-part="skeleton" key={index} />
      ))}
    </div>
  )
}
