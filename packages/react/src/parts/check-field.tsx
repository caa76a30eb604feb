'use client'

import { useId, type ReactNode } from 'react'

export interface CheckFieldProps {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChecked: (checked: boolean) => void
}

/** A thing that is so or is not. */
export function CheckField({ label, hint, checked, onChecked }: CheckFieldProps) {
  const id = useId()
  return (
    <label data-part="check" htmlFor={id}>
      <input
        id={id}
        data-part="checkbox"
        type="checkbox"
        checked={checked}
        onChange={(event) => onChecked(event.target.checked)}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
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
      </span>
    </label>
  )
}
