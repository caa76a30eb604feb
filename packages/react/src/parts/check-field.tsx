'use client'

import { useId, type ReactNode } from 'react'

export interface CheckFieldProps {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChecked: (checked: boolean) => void
  /** One thing that is on or off, and the main one of its place. @default 'checkbox' */
  look?: 'checkbox' | 'switch'
  /** Why it cannot be changed: the id of the text that says so. It can still be reached and read. */
  refusedBy?: string | undefined
  /** What is wrong, in words. */
  error?: string | undefined
}

/** A thing that is so or is not. */
export function CheckField(props: CheckFieldProps) {
  const { label, hint, checked, onChecked, look = 'checkbox', refusedBy, error } = props
  const id = useId()
  const describedBy = [refusedBy, error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <label data-part="check" data-look={look} data-refused={refusedBy === undefined ? undefined : ''} htmlFor={id}>
      <input
        id={id}
        data-part="checkbox"
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        checked={checked}
        onChange={(event) => refusedBy === undefined && onChecked(event.target.checked)}
        aria-disabled={refusedBy !== undefined || undefined}
        aria-invalid={error ? true : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy || undefined}
      />
      <span data-part="choice-text">
        <span data-part="choice-label" id={`${id}-label`}>
          {label}
        </span>
        {hint ? (
          <span data-part="hint" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
        {error ? (
          <span data-part="error" id={`${id}-error`}>
            {error}
          </span>
        ) : null}
      </span>
    </label>
  )
}
