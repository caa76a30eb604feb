'use client'

import type { Client } from '@clientele/contract'
import type { ReactNode } from 'react'
import type { AccessRequestDialogProps } from '../access-request-dialog/access-request-dialog.tsx'
import { askingStrings } from '../words/asking.strings.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { Button, type ButtonProps } from './button.tsx'
import { hasAccess } from './has-access.ts'
import { LaterFailure } from './later-failure.tsx'
import { laterPart } from './later-file.ts'
import { useLater } from './use-later.ts'

interface RequestAccessProps extends Pick<ButtonProps, 'look' | 'busy'> {
  client: Client
  onOpen: (clientId: string) => void
  /** Names the client for those who do not see which row the button stands in. @default false */
  isNamed?: boolean
  /** The id that the reason gets. */
  reasonId: string
  /** Places the button, and the reason why the client cannot be asked, if there is one. */
  children: (button: ReactNode, reason: string | undefined) => ReactNode
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
  const text = isPending ? 'show' : hasAccess(client) ? 'more' : 'request'
  return children(
    <Button
      {...button}
      refusedBy={reason === undefined ? undefined : reasonId}
      title={isNamed ? reason : undefined}
      aria-label={isNamed ? t(`${text}For`, { name }) : undefined}
      onClick={() => onOpen(client.id)}
    >
      {t(text)}
    </Button>,
    reason,
  )
}

type DialogProps = Pick<AccessRequestDialogProps, 'clientId' | 'resellerId' | 'again' | 'onClose' | 'onSent'>

const loadDialog = laterPart(() => import('../access-later.ts'), 'AccessRequestDialog')

/** The dialog that asks: its file is loaded when it is first opened. If that does not come, it is said, and tried again. */
export function RequestAccessDialog(props: DialogProps) {
  const { Part, error, retry } = useLater(loadDialog)
  if (Part) return <Part {...props} />
  return error === undefined ? null : <LaterFailure onRetry={retry} />
}
