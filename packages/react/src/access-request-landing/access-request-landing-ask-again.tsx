'use client'

import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useFormats } from '../words/use-formats.ts'
import type { LandingPartProps } from './access-request-landing-request.tsx'

/** What cannot be accepted any more, why, and the one click that asks for a new request. */
export function AccessRequestLandingAskAgain({ t, landing, request }: LandingPartProps) {
  const { dateTime } = useFormats()
  const { reseller, status, renewalAskedAt, expiresAt } = request
  const texts = { expired: 'expiredText', declined: 'declinedAgain' } as const
  const text = status === 'expired' || status === 'declined' ? texts[status] : 'outdatedText'
  const isNews = status === 'pending'
  const notice = useRef<HTMLDivElement>(null)
  const before = useRef(renewalAskedAt)
  // the button that had the focus is gone
  useEffect(() => {
    if (renewalAskedAt !== before.current) notice.current?.focus()
  }, [renewalAskedAt])
  return (
    <Notice
      ref={notice}
      tabIndex={-1}
      tone={isNews ? 'warning' : 'info'}
      title={isNews ? t('outdatedTitle') : undefined}
      actions={
        renewalAskedAt === null ? (
          <Button busy={landing.isAsking} onClick={() => void landing.askAgain()}>
            {t('askAgain')}
          </Button>
        ) : undefined
      }
    >
      <p data-part="text">{t(text, { reseller: reseller.name, time: expiresAt ? dateTime(expiresAt) : '' })}</p>
      <p data-part="asked-again" role="status">
        {renewalAskedAt === null ? null : t('askedAgain', { reseller: reseller.name, time: dateTime(renewalAskedAt) })}
      </p>
    </Notice>
  )
}
