'use client'

import type { AccessRequestAction, ActionState } from '@clientele/contract'
import { useEffect, useId, useRef, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import { AccessRequestStatusAddress } from './access-request-status-address.tsx'
import type { AccessRequestStatusRecordProps } from './access-request-status-record.tsx'
import type { AccessRequestStatusModel } from './use-access-request-status.ts'

type Props = Omit<AccessRequestStatusRecordProps, 'onAddProducts'>

/** What can be done about a request. What makes no sense in its state is not there; what is refused says why. */
export function AccessRequestStatusCommands({ t, status, request }: Props) {
  const id = useId()
  const reasonOf = useReasons(t, status)
  const [open, setOpen] = useState<'address' | 'resend' | 'cancel'>()
  const isWaiting = request.status === 'pending'
  const shown = commandsOf(status)
  const mayGoThere = status.refusalOf('resend') === undefined
  const reasons = [...new Set(shown.flatMap((action) => reasonOf(action) ?? []))]
  const refusedBy = (action: AccessRequestAction | 'address') => {
    const reason = reasonOf(action)
    return reason === undefined ? undefined : `${id}-${reasons.indexOf(reason)}`
  }
  const isFailed = status.failure !== undefined && open === undefined
  const actions = useRef<HTMLDivElement>(null)
  const closed = useRef<typeof open>(undefined)
  // the form stood in the place of its button
  useEffect(() => {
    if (open !== undefined || closed.current === undefined) return
    actions.current?.querySelector<HTMLElement>(`[data-opens=${closed.current}]`)?.focus()
    closed.current = undefined
  }, [open])
  if (shown.length === 0) return null

  if (open === 'address' || open === 'resend')
    return (
      <AccessRequestStatusAddress
        {...{ t, status, request }}
        submitLabel={t(isWaiting ? 'resend' : 'askAgain')}
        onClose={() => {
          closed.current = open
          setOpen(undefined)
        }}
      />
    )
  return (
    <div data-part="commands">
      {isFailed && status.isStale ? (
        <Notice role="alert" tone="warning" title={t('changedTitle')}>
          {t('changedHint')}
        </Notice>
      ) : isFailed ? (
        <AccessFailure title={t('refused')} error={status.failure} />
      ) : null}
      <div data-part="actions" ref={actions}>
        {shown.includes('send') ? (
          <Button
            look="primary"
            busy={status.running === 'send'}
            refusedBy={refusedBy('send')}
            onClick={() => void status.run({ action: 'send' })}
          >
            {t('send')}
          </Button>
        ) : null}
        {shown.includes('resend') ? (
          <Button
            data-opens="resend"
            look={status.state === 'bounced' && mayGoThere ? 'primary' : 'plain'}
            refusedBy={refusedBy('resend')}
            onClick={() => setOpen('resend')}
          >
            {t(isWaiting ? 'resend' : 'askAgain')}
          </Button>
        ) : null}
        {shown.includes('resend') && isWaiting ? (
          <Button
            data-opens="address"
            look={status.state === 'bounced' && !mayGoThere ? 'primary' : 'plain'}
            refusedBy={refusedBy('address')}
            onClick={() => setOpen('address')}
          >
            {t('changeAddress')}
          </Button>
        ) : null}
        {shown.includes('remind') ? (
          <Button
            busy={status.running === 'remind'}
            refusedBy={refusedBy('remind')}
            onClick={() => void status.run({ action: 'remind' })}
          >
            {t('remind')}
          </Button>
        ) : null}
        {shown.includes('cancel') ? (
          <Button look="quiet" refusedBy={refusedBy('cancel')} onClick={() => setOpen('cancel')}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
      {reasons.map((reason, index) => (
        <p data-part="hint" id={`${id}-${index}`} key={reason}>
          {reason}
        </p>
      ))}
      <Done {...{ t, status, request }} />
      {open === 'cancel' ? <Cancel {...{ t, status, onClose: () => setOpen(undefined) }} /> : null}
    </div>
  )
}

/** Said where nothing else on the screen does. */
function Done({ t, status, request }: Props) {
  const texts = { resend: 'resent', send: 'resent', remind: 'remindSent', cancel: undefined } as const
  const text = status.done && texts[status.done]
  return text ? (
    <p data-part="text" role="status">
      {t(text, { email: request.recipientEmail })}
    </p>
  ) : (
    <HiddenText role="status" />
  )
}

function Cancel({ t, status, onClose }: Pick<Props, 't' | 'status'> & { onClose: () => void }) {
  const words = useAccessFailureWords()
  return (
    <Confirm
      title={t('cancelTitle')}
      action={t('cancel')}
      words={words}
      onClose={onClose}
      onConfirm={async () => {
        await status.run({ action: 'cancel' })
        onClose()
      }}
    >
      {t('cancelText')}
    </Confirm>
  )
}

/** The commands of a state, in their order: those that it could not have are left out. */
function commandsOf({ refusalOf, request }: AccessRequestStatusModel): AccessRequestAction[] {
  if (!request?.actions) return []
  const all: readonly AccessRequestAction[] = ['send', 'resend', 'remind', 'cancel']
  return all.filter((action) => refusalOf(action)?.code !== 'invalid_state_transition')
}

/** Why a command cannot be given now. Another address may go where this one cannot. */
function useReasons(t: Props['t'], { refusalOf }: AccessRequestStatusModel) {
  const words = useAccessFailureWords()
  const { dateTime } = useFormats()
  const worded = (action: AccessRequestAction, { code, data }: ActionState): string => {
    const nextAt = data?.['nextAt']
    if (action === 'remind' && typeof nextAt === 'string') return t('remindFrom', { time: dateTime(nextAt) })
    return words.reason({ code, data })
  }
  return (command: AccessRequestAction | 'address'): string | undefined => {
    const action = command === 'address' ? 'resend' : command
    const refusal = refusalOf(action)
    if (!refusal || (command === 'address' && refusal.code === 'recipient_bounced')) return undefined
    return worded(action, refusal)
  }
}
