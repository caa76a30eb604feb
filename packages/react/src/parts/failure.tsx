'use client'

import { forwardRef, type ReactNode } from 'react'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'
import { Identity } from './identity.tsx'
import { Notice } from './notice.tsx'

export interface FailureProps {
  error: unknown
  /** @default no button */
  onRetry?: (() => void) | undefined
  title?: ReactNode
  /** What else can be done about it. */
  actions?: ReactNode
  /** For codes that only some components can meet. @default those that anybody can */
  words?: Pick<ReturnType<typeof useFailureWords>, 'failure'> | undefined
}

/** Something that did not work, in the reader's words, with the request id to give when asking for help. */
export const Failure = forwardRef<HTMLDivElement, FailureProps>(function Failure(props, ref) {
  const { error, onRetry, title, actions, words } = props
  const t = useWords('common')
  const common = useFailureWords()
  const { text, requestId } = (words ?? common).failure(error)
  return (
    <Notice
      ref={ref}
      role="alert"
      tone="danger"
      tabIndex={-1}
      title={title}
      actions={onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : actions}
    >
      <p data-part="text">{text}</p>
      {requestId ? (
        <p data-part="text" data-muted="">
          {t('requestId')}: <Identity id={requestId} />
        </p>
      ) : null}
    </Notice>
  )
})
