'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './button.tsx'

export interface Toast {
  id: number
  text: ReactNode
  /** Takes back what was done. */
  onUndo?: (() => void) | undefined
}

/** Messages about what has just been done, to be drawn by {@link Toasts}. */
export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const last = useRef(0)
  return {
    toasts,
    show: (toast: Omit<Toast, 'id'>) => {
      last.current += 1
      const id = last.current
      setToasts((before) => [...before, { ...toast, id }])
    },
    dismiss: (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
  }
}

export interface ToastsProps {
  toasts: readonly Toast[]
  onDismiss: (id: number) => void
  /** Milliseconds that one stays. @default 8000, WCAG 2.2.1 asks for time enough */
  duration?: number
}

/**
 * Says what has just been done, and lets it be undone: above everything, dialogs too. It goes by itself, but not while
 * one looks at it.
 */
export function Toasts({ toasts, onDismiss, duration = 8000 }: ToastsProps) {
  const [isHeld, setHeld] = useState(false)
  const region = useRef<HTMLDivElement>(null)
  const isShown = toasts.length > 0
  useEffect(() => {
    const element = region.current
    if (!isShown || !element || !('showPopover' in element)) return undefined
    element.showPopover()
    return () => element.hidePopover()
  }, [isShown])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens to wait, nothing can be pressed
    <div
      ref={region}
      data-part="toasts"
      popover="manual"
      role="status"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <OneToast key={toast.id} {...{ toast, isHeld, duration, onDismiss }} />
      ))}
    </div>
  )
}

interface OneToastProps extends Required<Pick<ToastsProps, 'duration' | 'onDismiss'>> {
  toast: Toast
  isHeld: boolean
}

function OneToast({ toast, isHeld, duration, onDismiss }: OneToastProps) {
  const common = useWords('common')
  const { id, text, onUndo } = toast
  const dismiss = useRef(onDismiss)
  useEffect(() => {
    dismiss.current = onDismiss
  })
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => dismiss.current(id), duration)
    return () => clearTimeout(timer)
  }, [id, isHeld, duration])
  return (
    <div data-part="toast">
      <span data-part="text">{text}</span>
      {onUndo ? (
        <Button
          look="link"
          onClick={() => {
            onDismiss(id)
            onUndo()
          }}
        >
          {common('undo')}
        </Button>
      ) : null}
      <Button look="quiet" aria-label={common('close')} onClick={() => onDismiss(id)}>
        <span data-part="cross" aria-hidden />
      </Button>
    </div>
  )
}
