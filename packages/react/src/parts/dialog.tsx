'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'

export interface DialogProps {
  title: ReactNode
  /** Escape, the cross and a press beside it ask for this; it is open as long as it is drawn. */
  onClose: () => void
  children: ReactNode
  /** The buttons at its end. */
  actions?: ReactNode
  /** @default 'dialog' */
  role?: 'dialog' | 'alertdialog'
}

/** A window above the page, by the browser's own: the page behind is inert, and the focus goes back when it closes. */
export function Dialog({ title, onClose, children, actions, role = 'dialog' }: DialogProps) {
  const common = useWords('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // APG: on what does the least, which is Cancel; before it on what has to be written
    element?.querySelector<HTMLElement>(begins)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the backdrop is no element; Escape does the same
    <dialog
      ref={dialog}
      data-part="dialog"
      role={role}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && isBeside(event.currentTarget, event)) onClose()
      }}
    >
      <div data-part="dialog-head">
        <h2 data-part="title" id={id}>
          {title}
        </h2>
        <Button look="quiet" aria-label={common('close')} onClick={onClose}>
          <span data-part="cross" aria-hidden />
        </Button>
      </div>
      <div data-part="dialog-body">{children}</div>
      {actions ? <div data-part="actions">{actions}</div> : null}
    </dialog>
  )
}

/** A step that is read out as a whole; else the first that decides nothing. The cross stands outside of the form. */
const begins = 'form[tabindex],form :is(input:not([type=radio]),textarea,[type=button])'

/** The backdrop belongs to the dialog, so a press on it is a press on the dialog outside of its box. */
function isBeside(dialog: HTMLDialogElement, { clientX, clientY }: { clientX: number; clientY: number }): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
