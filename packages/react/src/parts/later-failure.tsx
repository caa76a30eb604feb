'use client'

import { laterStrings } from '../words/later.strings.ts'
import { useAccessWords, useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/**
 * In the place of a part whose file did not come. Where the page is older than what it is served from, the file is gone,
 * and only loading the page anew helps.
 */
export function LaterFailure({ onRetry }: { onRetry: () => void }) {
  const t = useAccessWords('later', laterStrings)
  const common = useWords('common')
  return (
    <Notice
      role="alert"
      tone="danger"
      title={t('failed')}
      actions={
        <>
          <Button onClick={onRetry}>{common('retry')}</Button>
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
        </>
      }
    >
      {t('failedHint')}
    </Notice>
  )
}
