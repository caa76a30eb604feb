'use client'

import type { ReplacedLinks } from '@clientele/contract'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { managedLinkStrings, type ManagedLinkStrings } from './managed-link.strings.ts'
import type { ManagedAccessModel } from './use-managed-access.ts'

interface LinkProps {
  model: ManagedAccessModel
  messages: Partial<ManagedLinkStrings> | undefined
}

/** What the link is to whoever has it, and the way to take it back; once that is done, where a new one went. */
export function ManagedAccessLink({ model, messages }: LinkProps) {
  const t = useAccessWords('managedLink', managedLinkStrings, messages)
  const words = useAccessFailureWords()
  const [isAsking, setAsking] = useState(false)
  const id = useId()
  if (model.replaced) return <Replaced {...{ t }} {...model.replaced} />
  return (
    <section data-part="landing-section" aria-labelledby={id}>
      <h3 data-part="section-title" id={id}>
        {t('link')}
      </h3>
      <p data-part="text">{t('linkHint')}</p>
      <Button onClick={() => setAsking(true)}>{t('linkReplace')}</Button>
      {isAsking ? (
        <Confirm
          title={t('linkTitle')}
          action={t('linkReplace')}
          words={words}
          onConfirm={async () => {
            if (!(await model.replaceLink())) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          {t('linkEffect')}
        </Confirm>
      ) : null}
    </section>
  )
}

/** All that is left of the page: the link is dead, and shows nothing of the access any more. */
function Replaced({ t, sentTo }: ReplacedLinks & { t: AccessWords<'managedLink'> }) {
  const notice = useRef<HTMLDivElement>(null)
  // the button that had the focus is gone
  useEffect(() => notice.current?.focus(), [])
  return (
    <Notice ref={notice} role="status" tabIndex={-1} tone="positive" title={t('linkReplaced')}>
      {sentTo === null ? t('linkNotMailed') : t('linkMailed', { email: sentTo })}
    </Notice>
  )
}
