'use client'

import { isApiError } from '@clientele/sdk'
import { useEffect, useRef, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import type { AccessRequestStatusRecordProps } from './access-request-status-record.tsx'

interface Props extends Omit<AccessRequestStatusRecordProps, 'onAddProducts'> {
  submitLabel: string
  onClose: () => void
}

/** Sends it again, to this address or another, and says beforehand what that does to the link that is out. */
export function AccessRequestStatusAddress({ t, status, request, submitLabel, onClose }: Props) {
  const common = useWords('common')
  const words = useAccessFailureWords()
  const form = useRef<HTMLFormElement>(null)
  const [email, setEmail] = useState(request.recipientEmail)
  const { failure, isStale } = status
  const wrong = isApiError(failure, 'validation_failed') ? failure.errors[0] : undefined
  const bounced = isApiError(failure, 'recipient_bounced') ? words.failure(failure).text : undefined
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const send = async () => {
    const recipientEmail = email.trim()
    const input = recipientEmail === request.recipientEmail ? {} : { recipientEmail }
    if (await status.run({ action: 'resend', input })) onClose()
    else form.current?.querySelector('input')?.focus()
  }

  return (
    <form
      ref={form}
      data-part="form"
      noValidate
      aria-label={submitLabel}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        label={t('address')}
        hint={t('resendHint')}
        type="email"
        autoComplete="off"
        value={email}
        onValue={(value) => {
          status.clearFailure()
          setEmail(value)
        }}
        error={bounced ?? (wrong && words.field(wrong))}
      />
      {isStale ? (
        <Notice role="alert" tone="warning" title={t('changedTitle')}>
          {t('changedHint')}
        </Notice>
      ) : failure !== undefined && !wrong && !bounced ? (
        <AccessFailure title={t('refused')} error={failure} />
      ) : null}
      <p data-part="text" data-muted="">
        {t('notified', { list: [email.trim()] })}
      </p>
      <div data-part="actions">
        <Button type="submit" look="primary" busy={status.running === 'resend'}>
          {submitLabel}
        </Button>
        <Button
          onClick={() => {
            status.clearFailure()
            onClose()
          }}
        >
          {common('cancel')}
        </Button>
      </div>
    </form>
  )
}
