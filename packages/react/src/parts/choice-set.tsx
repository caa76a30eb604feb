'use client'

import { useId, type ReactNode } from 'react'

interface ChoiceSetProps {
  legend: ReactNode
  error: string | undefined
  /** Takes the name of the group. */
  children: (name: string) => ReactNode
}

/** What stands around a choice of one: its name, and what is wrong. */
export function ChoiceSet({ legend, error, children }: ChoiceSetProps) {
  const id = useId()
  return (
    <fieldset
      data-part="choices"
      role="radiogroup"
      aria-required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend data-part="legend">{legend}</legend>
      {children(id)}
      {error ? (
        <p data-part="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
