'use client'

import type { AccessLevel, AccessRequest, AccessScope, CreateAccessRequest } from '@clientele/contract'
import { forwardRef, useEffect, useImperativeHandle, useRef, useState, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { LaterFailure } from '../parts/later-failure.tsx'
import { laterPart } from '../parts/later-file.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useLater } from '../parts/use-later.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { accessRequestDialogStrings, type AccessRequestDialogStrings } from './access-request-dialog.strings.ts'
import { useAccessRequestDialog, type AccessRequestDialogModel } from './use-access-request-dialog.ts'

export interface AccessRequestDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Who is asked. */
  clientId: string
  /** Who asks. @default the caller's account */
  resellerId?: string
  /** What of the account the access is for. @default what the level is usually for */
  scope?: AccessScope
  /** Which levels there are to choose from. @default 'products' */
  family?: AccessLevel['family']
  /** An earlier request that is asked again: its level, address, message and duration stand there at first. */
  again?: AccessRequest
  /** It is open as long as it is drawn, and asks to be closed: after sending too. Text that would be lost is asked about. */
  onClose: () => void
  /** Runs before the request is sent. Return `false` to stop it; what was written stays. */
  onBeforeSend?: (input: CreateAccessRequest) => boolean | void | Promise<boolean | void>
  onSent?: (request: AccessRequest) => void
  /** Texts that replace those of the language: the message that stands there at first is one of them. */
  messages?: Partial<AccessRequestDialogStrings>
}

/**
 * Asks a client for access, in two steps: the level; then address and message. The platform mails the request, and
 * nothing is allowed before the client has accepted. Where the client has been asked already, it shows that request.
 *
 * @example
 * {isAsking ? <AccessRequestDialog clientId={client.id} onClose={() => setAsking(false)} /> : null}
 */
export const AccessRequestDialog = forwardRef<HTMLDivElement, AccessRequestDialogProps>(
  function AccessRequestDialog(props, ref) {
    const { clientId, resellerId, scope, family, again, onClose, onBeforeSend, onSent, messages, ...rest } = props
    const t = useAccessWords('accessRequestDialog', accessRequestDialogStrings, messages)
    const form = useAccessRequestDialog({ clientId, resellerId, scope, family, again, onBeforeSend, onSent, messages })
    const [isLeaving, setLeaving] = useState(false)
    const root = useRef<HTMLDivElement>(null)
    useImperativeHandle(ref, () => root.current!)
    const close = () => (form.isWritten ? setLeaving(true) : onClose())

    useEffect(() => {
      if (form.refusals > 0) focusFirstInvalid(root.current)
    }, [form.refusals])

    return (
      <div {...rest} {...useRootProps('access-request-dialog', form.state)} ref={root}>
        <Dialog title={titleOf(t, form)} onClose={close}>
          <Body {...{ t, form, onClose, close }} />
        </Dialog>
        {isLeaving ? (
          <Confirm
            title={t('discardTitle')}
            action={t('discard')}
            onConfirm={onClose}
            onClose={() => setLeaving(false)}
          >
            {t('discardText')}
          </Confirm>
        ) : null}
      </div>
    )
  },
)

interface BodyProps {
  t: AccessWords<'accessRequestDialog'>
  form: AccessRequestDialogModel
  onClose: () => void
  close: () => void
}

function Body(props: BodyProps) {
  const { t, form } = props
  const { facts } = form
  const words = useAccessFailureWords()
  const steps = useLater(loadSteps)
  switch (form.state) {
    case 'loading':
      return <Loading lines={6} />
    case 'failed':
      return <AccessFailure title={t('failedTitle')} error={facts.error} onRetry={facts.reload} />
    case 'forbidden':
      return (
        <Notice title={t('forbiddenTitle')}>
          {facts.refusal ? words.reason(facts.refusal) : words.failure(facts.error).text}
        </Notice>
      )
    case 'blocked':
      return <Notice tone="warning">{words.reason(facts.refusal ?? {})}</Notice>
    default:
      if (steps.Part) return <steps.Part {...props} />
      return steps.error !== undefined ? <LaterFailure onRetry={steps.retry} /> : <Loading lines={6} />
  }
}

/** All that is shown to whoever can ask: one file, which comes while it is found out whether they can. */
const loadSteps = laterPart(() => import('../access-later.ts'), 'AccessRequestDialogSteps')

function titleOf(t: BodyProps['t'], { state, facts }: AccessRequestDialogModel): string {
  const name = facts.client?.name ?? '…'
  if (state === 'sent') return t('sentTitle', { name })
  if (state === 'pending') return t('pendingTitle', { name })
  return t(state === 'blocked' ? 'blockedTitle' : 'title', { name })
}
