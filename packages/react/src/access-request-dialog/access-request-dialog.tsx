'use client'

import type { AccessLevel, AccessRequest, AccessScope, CreateAccessRequest } from '@clientele/contract'
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ComponentType,
} from 'react'
import type { AccessRequestStatusProps } from '../access-request-status/access-request-status.tsx'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useLater } from '../parts/use-later.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { AccessRequestDialogSent } from './access-request-dialog-sent.tsx'
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
    const { clientId, resellerId, scope, family, onClose, onBeforeSend, onSent, messages, ...rest } = props
    const t = useAccessWords('accessRequestDialog', accessRequestDialogStrings, messages)
    const form = useAccessRequestDialog({ clientId, resellerId, scope, family, onBeforeSend, onSent, messages })
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

function Body({ t, form, onClose, close }: BodyProps) {
  const words = useAccessFailureWords()
  const { facts, created } = form
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
    case 'pending':
      return (
        <>
          <Later key="status" load={loadStatus} requestId={facts.pending?.id ?? ''} />
          <div data-part="actions">
            <Button onClick={form.askForAnother}>{t('pendingOther')}</Button>
          </div>
        </>
      )
    case 'sent':
      return created ? <AccessRequestDialogSent {...{ t, request: created, onClose }} /> : null
    case 'level':
      return <Later key="level" load={loadLevel} {...{ t, form, close }} />
    default:
      return <Later key="message" load={loadMessage} {...{ t, form }} />
  }
}

const loadLevel = async () => (await import('./access-request-dialog-level.tsx')).AccessRequestDialogLevel
const loadMessage = async () => (await import('./access-request-dialog-message.tsx')).AccessRequestDialogMessage
const loadStatus = async () =>
  (await import('../access-request-status/access-request-status.tsx'))
    .AccessRequestStatus as ComponentType<AccessRequestStatusProps>

/** What not every visit needs: a file of its own, loaded when it is first drawn. */
function Later<P extends object>({ load, ...props }: { load: () => Promise<ComponentType<P>> } & P) {
  const { Part, error, retry } = useLater(load)
  if (Part) return <Part {...(props as unknown as P)} />
  return error === undefined ? <Loading lines={6} /> : <AccessFailure error={error} onRetry={retry} />
}

function titleOf(t: BodyProps['t'], { state, facts }: AccessRequestDialogModel): string {
  const name = facts.client?.name ?? '…'
  if (state === 'sent') return t('sentTitle', { name })
  if (state === 'pending') return t('pendingTitle', { name })
  return t(state === 'blocked' ? 'blockedTitle' : 'title', { name })
}
