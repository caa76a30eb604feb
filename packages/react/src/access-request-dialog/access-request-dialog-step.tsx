'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { AccessWords } from '../words/use-words.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  step: 1 | 2
  title: string
  onSubmit: () => void
  children: ReactNode
}

/** One of the two steps. When it comes it takes the focus, so that it is read out from its beginning. */
export function AccessRequestDialogStep({ t, step, title, onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const name = t('step', { step, title })
  useEffect(() => {
    form.current?.focus({ preventScroll: true })
    form.current?.closest('dialog')?.scrollTo?.(0, 0)
  }, [])
  return (
    <form
      ref={form}
      data-part="form"
      data-step={step}
      noValidate
      tabIndex={-1}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <p data-part="text" data-muted="">
        {name}
      </p>
      {children}
    </form>
  )
}
