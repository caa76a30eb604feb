'use client'

import type { AccessRequest } from '@clientele/contract'
import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { LinkToCopy } from '../parts/link-to-copy.tsx'
import { useFormats } from '../words/use-formats.ts'
import type { AccessWords } from '../words/use-words.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  request: AccessRequest
  onClose: () => void
}

/** What happens now. The mail is queued, not delivered, and nothing is allowed yet: neither is said to be. */
export function AccessRequestDialogSent({ t, request, onClose }: Props) {
  const formats = useFormats()
  const { recipientEmail: email, expiresAt, copyableLink } = request
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <>
      <div data-part="sent" ref={place} tabIndex={-1} role="status">
        <ol data-part="sentence-list">
          <li data-part="sentence">{t('sentMail', { email, expiry: expiresAt ? formats.dateTime(expiresAt) : '' })}</li>
          <li data-part="sentence">{t('sentNothing')}</li>
          <li data-part="sentence">{t('sentAnswer')}</li>
        </ol>
      </div>
      {copyableLink ? <LinkToCopy label={t('link')} link={copyableLink} hint={t('linkHint')} /> : null}
      <div data-part="actions">
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </>
  )
}
