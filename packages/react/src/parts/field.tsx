'use client'

import { useId, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'

/** What every control of a form is told. */
export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, in words. */
  error?: string | undefined
  /** Optional fields say so; required ones are the rule. @default false */
  optional?: boolean | undefined
  /** What is wrong may turn out while one is elsewhere already: it is said when it appears. @default false */
  announced?: boolean | undefined
}

/** What the control itself has to carry, so that label, hint and error belong to it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label, control, hint and error, tied together. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, hint, error, optional = false, announced = false, children } = props
  const t = useWords('common')
  const id = useId()
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const wrong = error ? (
    <p data-part="error" id={`${id}-error`}>
      {error}
    </p>
  ) : null
  return (
    <div data-part="field" data-invalid={error ? '' : undefined}>
      <label data-part="label" htmlFor={id}>
        {label}
        {optional ? <span data-part="optional"> ({t('optional')})</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      {announced ? (
        <div data-part="announced" aria-live="polite">
          {wrong}
        </div>
      ) : (
        wrong
      )}
      {hint ? (
        <p data-part="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
