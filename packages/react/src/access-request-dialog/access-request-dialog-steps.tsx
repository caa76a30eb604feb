'use client'

import { AccessRequestStatus } from '../access-request-status/access-request-status.tsx'
import { Button } from '../parts/button.tsx'
import type { AccessWords } from '../words/use-words.ts'
import { AccessRequestDialogLevel } from './access-request-dialog-level.tsx'
import { AccessRequestDialogMessage } from './access-request-dialog-message.tsx'
import { AccessRequestDialogSent } from './access-request-dialog-sent.tsx'
import type { AccessRequestDialogModel } from './use-access-request-dialog.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  form: AccessRequestDialogModel
  onClose: () => void
  /** Asks first where something was written. */
  close: () => void
}

/** The way of a request: to the one that is there already, or by level and message to what happens now. */
export function AccessRequestDialogSteps({ t, form, onClose, close }: Props) {
  const { facts, created } = form
  if (created) return <AccessRequestDialogSent {...{ t, onClose }} request={created} />
  switch (form.state) {
    case 'pending':
      return (
        <>
          <AccessRequestStatus requestId={facts.pending?.id ?? ''} />
          <div data-part="actions">
            <Button onClick={form.askForAnother}>{t('pendingOther')}</Button>
          </div>
        </>
      )
    case 'level':
      return <AccessRequestDialogLevel {...{ t, form, close }} />
    default:
      return <AccessRequestDialogMessage {...{ t, form }} />
  }
}
