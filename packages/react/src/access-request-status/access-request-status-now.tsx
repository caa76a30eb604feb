'use client'

import type { AccessGrant, AccessRequest } from '@clientele/contract'
import { Button } from '../parts/button.tsx'
import { Notice, type NoticeProps } from '../parts/notice.tsx'
import { useFormats } from '../words/use-formats.ts'
import type { AccessRequestStatusRecordProps } from './access-request-status-record.tsx'
import type { AccessRequestStatusModel } from './use-access-request-status.ts'

type Props = AccessRequestStatusRecordProps

/** How the request stands, in sentences: what waits is said to wait, what is not in effect is not said to be (R211). */
export function AccessRequestStatusNow({ t, status, request, onAddProducts }: Props) {
  const sentence = useSentence(t)
  const { grant } = status
  const isAccepted = request.status === 'accepted'
  return (
    <Notice
      role="status"
      tone={toneOf(status)}
      title={status.state === 'expiring' ? t('expiring') : undefined}
      actions={
        isAccepted && onAddProducts && !isOver(grant) ? (
          <Button look="primary" onClick={() => onAddProducts(request)}>
            {t('addProducts')}
          </Button>
        ) : undefined
      }
    >
      <p data-part="text">{sentence(request, status.state)}</p>
      <Details {...{ t, request }} />
      {request.status === 'pending' && status.state !== 'bounced' ? <p data-part="text">{t('nothingYet')}</p> : null}
      {isAccepted && grant ? <p data-part="text">{t(effectOf(grant))}</p> : null}
      {isAccepted && !isOver(grant) ? <p data-part="text">{t('next')}</p> : null}
    </Notice>
  )
}

/** What the client or its mail server said beside it. */
function Details({ t, request }: Pick<Props, 't' | 'request'>) {
  const formats = useFormats()
  const { delivery, decisionReason, renewalAskedAt, status } = request
  const detail = delivery?.state === 'bounced' && status === 'pending' ? delivery.detail : null
  return (
    <>
      {detail ? (
        <p data-part="text" data-muted="">
          {t('mailServer', { detail })}
        </p>
      ) : null}
      {decisionReason ? (
        <div data-part="reason">
          <p data-part="text">{t('reason')}</p>
          <blockquote data-part="quote" dir="auto">
            {decisionReason}
          </blockquote>
        </div>
      ) : null}
      {renewalAskedAt ? (
        <p data-part="text">
          <strong data-part="strong">{t('askedAgain', { time: formats.dateTime(renewalAskedAt) })}</strong>
        </p>
      ) : null}
    </>
  )
}

function useSentence(t: Props['t']) {
  const { dateTime } = useFormats()
  const at = (iso: string | null) => (iso === null ? '' : dateTime(iso))
  return (request: AccessRequest, state: AccessRequestStatusModel['state']): string => {
    const { delivery, sentAt, expiresAt, decidedAt, updatedAt, recipientEmail: email } = request
    const sent = { time: at(sentAt), expiry: at(expiresAt) }
    switch (request.status) {
      case 'pending':
        if (state === 'bounced') return t(delivery?.state === 'complained' ? 'complained' : 'bounced', { email })
        if (delivery?.state === 'opened') return t('opened', sent)
        return t(delivery?.state === 'queued' ? 'queued' : 'pending', sent)
      case 'expired':
        return t('expired', sent)
      case 'declined':
      case 'accepted':
        return t(request.status, { time: at(decidedAt) })
      default:
        return t(request.status, { time: at(updatedAt) })
    }
  }
}

function toneOf({ state, grant }: AccessRequestStatusModel): NonNullable<NoticeProps['tone']> {
  if (state === 'accepted' && grant?.status === 'failed') return 'danger'
  if (state === 'bounced' || state === 'expiring' || state === 'expired') return 'warning'
  return state === 'accepted' && grant?.status === 'active' ? 'positive' : 'info'
}

const isOver = (grant: AccessGrant | undefined) =>
  grant !== undefined && ['ending', 'ended', 'expired', 'failed'].includes(grant.status)

function effectOf(grant: AccessGrant) {
  if (grant.status === 'failed') return 'acceptedFailed'
  if (isOver(grant)) return 'acceptedOver'
  if (grant.status === 'active') return 'acceptedActive'
  return grant.status === 'paused' ? 'acceptedPaused' : 'acceptedActivating'
}
