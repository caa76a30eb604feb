'use client'

import type { ReplacedLinks } from '@clientele/contract'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import type { ManagedDetailsProps } from './managed-access-details.tsx'

/** What the link is to whoever has it, and the way to take it back. */
export function ManagedAccessLink({ t, model }: ManagedDetailsProps) {
  const words = useAccessFailureWords()
  const [isAsking, setAsking] = useState(false)
  const id = useId()
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
export function ManagedAccessReplaced({ t, sentTo }: ReplacedLinks & Pick<ManagedDetailsProps, 't'>) {
  const notice = useRef<HTMLDivElement>(null)
  // the button that had the focus is gone
  useEffect(() => notice.current?.focus(), [])
  return (
    <div data-part="landing">
      <Notice ref={notice} role="status" tabIndex={-1} tone="positive" title={t('linkReplaced')}>
        {sentTo === null ? t('linkNotMailed') : t('linkMailed', { email: sentTo })}
      </Notice>
    </div>
  )
}
