'use client'

import { useId, useState, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Failure, type FailureProps } from './failure.tsx'
import { TextField } from './text-field.tsx'

export interface ConfirmProps {
  title: ReactNode
  /** What will happen. */
  children: ReactNode
  /** What the button that does it reads: the command itself, never “OK”. */
  action: ReactNode
  /** @default 'danger' */
  tone?: 'danger' | 'primary'
  /** Has to be typed before it goes on, for what cannot be taken back. */
  phrase?: string | undefined
  /** May be async: the dialog waits, and says what went wrong. */
  onConfirm: () => void | Promise<void>
  onClose: () => void
  words?: FailureProps['words']
}

/** Asks before something is done. The caller closes it, once it is done or when it asks to be closed. */
export function Confirm(props: ConfirmProps) {
  const { title, children, action, tone = 'danger', phrase, onConfirm, onClose, words } = props
  const common = useWords('common')
  const [typed, setTyped] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useId()
  const isMissing = phrase !== undefined && typed.trim() !== phrase

  const run = async () => {
    if (isMissing || isRunning) return
    setRunning(true)
    setError(undefined)
    try {
      await onConfirm()
    } catch (thrown) {
      setError(thrown)
    }
    setRunning(false)
  }

  return (
    <Dialog role="alertdialog" title={title} onClose={onClose}>
      <form
        data-part="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <div data-part="text">{children}</div>
        {phrase === undefined ? null : (
          <div data-part="phrase" id={id}>
            <TextField label={common('typePhrase', { phrase })} value={typed} onValue={setTyped} autoComplete="off" />
          </div>
        )}
        {error === undefined ? null : <Failure error={error} words={words} />}
        <div data-part="actions">
          <Button type="submit" look={tone} busy={isRunning} refusedBy={isMissing ? id : undefined}>
            {action}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
