'use client'

import type { AcceptedRequest } from '@clientele/contract'
import { useEffect, useId, useRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { saveReceipt } from '../parts/save-receipt.ts'
import { useFormats } from '../words/use-formats.ts'
import { AccessRequestLandingAskAgain } from './access-request-landing-ask-again.tsx'
import type { LandingPartProps } from './access-request-landing-request.tsx'

/** A request that was answered or is over: how it ended, what that means, what can be done now. */
export function AccessRequestLandingOver({ t, landing, request }: LandingPartProps) {
  const { accepted, isDeclined, refusal } = landing
  const { status } = request
  const isNews = accepted !== undefined || isDeclined
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    if (isNews) heading.current?.focus()
  }, [isNews])
  const title = accepted
    ? t('acceptedNow', { reseller: request.reseller.name })
    : isDeclined
      ? t('declinedNow')
      : t(status in texts ? status : `over_${status}`, { reseller: request.reseller.name })
  return (
    <article data-part="landing" aria-labelledby={id}>
      <header data-part="landing-head">
        <h2 data-part="title" id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {isNews ? null : <Answered {...{ t, landing, request }} />}
      </header>
      {refusal === undefined ? null : <AccessFailure title={t('changedTitle')} error={refusal} />}
      {accepted ? (
        <Accepted {...{ t, landing, request, accepted }} />
      ) : isDeclined ? (
        <p data-part="text">{t('declinedNext', { reseller: request.reseller.name })}</p>
      ) : null}
      {status === 'expired' || status === 'declined' ? (
        <AccessRequestLandingAskAgain {...{ t, landing, request }} />
      ) : null}
    </article>
  )
}

/** What is said of an end that came before this page was opened. */
const texts = { accepted: 'acceptedText', declined: 'declinedText', expired: undefined } as const

/** When, by whom, and what it means. */
function Answered({ t, request }: LandingPartProps) {
  const { dateTime } = useFormats()
  const { status, decidedAt, decidedBy, reseller } = request
  const text = status in texts ? texts[status as keyof typeof texts] : 'overText'
  return (
    <>
      {decidedAt && decidedBy ? (
        <p data-part="text" data-muted="">
          {t('answered', { time: dateTime(decidedAt), name: decidedBy })}
        </p>
      ) : null}
      {text ? <p data-part="text">{t(text, { reseller: reseller.name })}</p> : null}
    </>
  )
}

/** What happens now: nothing is in effect yet (R211), what there is still to do, and how to stop it. */
function Accepted({ t, request, accepted }: LandingPartProps & { accepted: AcceptedRequest }) {
  const { manageLink } = accepted
  const { level, paymentMethodOnFile } = request
  const reseller = request.reseller.name
  return (
    <>
      <Notice>{t('acceptedNext', { reseller })}</Notice>
      {level.requiresPaymentMethod && paymentMethodOnFile === false ? (
        <Notice tone="warning">{t('payment', { reseller })}</Notice>
      ) : null}
      <p data-part="text">{t(manageLink === null ? 'acceptedMail' : 'acceptedMailManage')}</p>
      {manageLink === null ? null : (
        <p data-part="text">
          <a data-part="link" href={manageLink}>
            {t('manage')}
          </a>
        </p>
      )}
      <div data-part="receipt">
        <Button onClick={() => saveReceipt(accepted.grantId, accepted.receipt)}>{t('receipt')}</Button>
        <p data-part="hint">{t('receiptHint')}</p>
      </div>
    </>
  )
}
