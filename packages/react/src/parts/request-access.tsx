'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useState, type ReactNode } from 'react'
import type { AccessRequestDialogProps } from '../access-request-dialog/access-request-dialog.tsx'
import { askingStrings } from '../words/asking.strings.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { Button, type ButtonProps } from './button.tsx'
import { Failure } from './failure.tsx'

interface RequestAccessProps extends Pick<ButtonProps, 'look' | 'busy'> {
  client: Client
  onOpen: (clientId: string) => void
  /** Whose it is stands elsewhere: the button need not name the client. */
  isNamed?: boolean
  /** Id and text of the reason why the client cannot be asked, to be placed by the caller. */
  children: (button: ReactNode, reason: string | undefined) => ReactNode
  reasonId: string
}

/** The way to ask a client for access, or to the request that waits for its answer; where there is neither, why (R21). */
export function RequestAccess({ client, onOpen, isNamed, children, reasonId, ...button }: RequestAccessProps) {
  const t = useAccessWords('asking', askingStrings)
  const words = useFailureWords()
  const action = client.actions?.requestAccess
  if (!action) return null
  const isPending = action.code === 'access_request_pending'
  const reason = action.allowed || isPending ? undefined : words.reason(action)
  const { name } = client
  return children(
    <Button
      {...button}
      refusedBy={reason === undefined ? undefined : reasonId}
      title={isNamed ? reason : undefined}
      aria-label={isNamed ? t(isPending ? 'showFor' : 'requestFor', { name }) : undefined}
      onClick={() => onOpen(client.id)}
    >
      {t(isPending ? 'show' : 'request')}
    </Button>,
    reason,
  )
}

type LoadedDialog = typeof import('../access-request-dialog/access-request-dialog.tsx')
let loaded: LoadedDialog | undefined

/** The dialog that asks: it is loaded when it is first opened. If it does not come, that is said, and tried again. */
export function RequestAccessDialog(props: Pick<AccessRequestDialogProps, 'clientId' | 'onClose' | 'onSent'>) {
  const t = useAccessWords('asking', askingStrings)
  const [module, setModule] = useState(loaded)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (module || error !== undefined) return
    import('../access-request-dialog/access-request-dialog.tsx').then((now) => {
      loaded = now
      setModule(now)
    }, setError)
  }, [module, error])
  if (module) return <module.AccessRequestDialog {...props} />
  if (error === undefined) return null
  return <Failure title={t('failedTitle')} error={error} onRetry={() => setError(undefined)} />
}
