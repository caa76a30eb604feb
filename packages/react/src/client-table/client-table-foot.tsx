'use client'

import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/failure.tsx'
import { useEvent } from '../parts/use-event.ts'
import { useWords, type Words } from '../words/use-words.ts'
import type { ClientTableModel } from './use-client-table.ts'

/** The next page: it comes shortly before the end is scrolled into view, or by the button. */
export function ClientTableFoot({ t, table }: { t: Words<'clientTable'>; table: ClientTableModel }) {
  const common = useWords('common')
  const end = useRef<HTMLDivElement>(null)
  const { hasMore, isLoadingMore, moreError } = table
  const loadMore = useEvent(table.loadMore)
  useEffect(() => {
    // after a failure only the button loads on, or a broken connection would be asked for ever
    if (!hasMore || isLoadingMore || moreError || !end.current || typeof IntersectionObserver === 'undefined')
      return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) loadMore()
      },
      { rootMargin: '0px 0px 400px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, isLoadingMore, moreError, loadMore])
  if (!hasMore && !moreError) return null
  return (
    <div data-part="foot" ref={end}>
      {moreError ? (
        <Failure title={t('loadMoreFailed')} error={moreError} onRetry={loadMore} />
      ) : (
        <Button busy={isLoadingMore} onClick={loadMore}>
          {isLoadingMore ? common('loading') : t('loadMore')}
        </Button>
      )}
    </div>
  )
}
