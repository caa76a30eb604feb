'use client'

import { useState } from 'react'
import { linkStrings } from '../words/link.strings.ts'
import { useAccessWords } from '../words/use-words.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { LaterFailure } from './later-failure.tsx'
import { laterPart } from './later-file.ts'
import { useLater } from './use-later.ts'

interface LinkToCopyProps {
  label: string
  link: string
  hint: string
}

/** A link to pass on: as text, or to a telephone by its camera (N13). */
export function LinkToCopy({ label, link, hint }: LinkToCopyProps) {
  const t = useAccessWords('link', linkStrings)
  const [isCodeShown, setCodeShown] = useState(false)
  return (
    <div data-part="link-block">
      <p data-part="label">{label}</p>
      <p data-part="link-line">
        <code data-part="code" dir="ltr">
          {link}
        </code>
        <CopyButton value={link} label={label} look="plain" />
      </p>
      <p data-part="hint">{hint}</p>
      <Button look="link" aria-expanded={isCodeShown} onClick={() => setCodeShown(!isCodeShown)}>
        {t(isCodeShown ? 'hideCode' : 'showCode')}
      </Button>
      {isCodeShown ? <Code label={t('code', { link: label })} link={link} /> : null}
    </div>
  )
}

const loadCode = laterPart(() => import('./qr-code.tsx'), 'QrCode')

function Code(props: { label: string; link: string }) {
  const { Part, error, retry } = useLater(loadCode)
  if (Part) return <Part {...props} />
  // as high as what comes
  return error === undefined ? <span data-part="qr-code" /> : <LaterFailure onRetry={retry} />
}
