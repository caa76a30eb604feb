'use client'

import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'
import { HiddenText } from './hidden-text.tsx'

export interface CopyButtonProps {
  value: string
  /** For long values. @default what is copied is named */
  label?: string | undefined
  /** @default 'quiet', beside the value */
  look?: 'quiet' | 'plain'
}

/** Copies a value, and says so. Where the browser refuses, nothing is said: the value stands beside the button. */
export function CopyButton({ value, label, look = 'quiet' }: CopyButtonProps) {
  const t = useWords('common')
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <Button
        look={look}
        data-size={look === 'quiet' ? 'small' : undefined}
        aria-label={t('copyValue', { value: label ?? value })}
        onClick={copy}
        onBlur={() => setCopied(false)}
      >
        {copied ? t('copied') : t('copy')}
      </Button>
      <HiddenText role="status">{copied ? t('copied') : ''}</HiddenText>
    </>
  )
}
