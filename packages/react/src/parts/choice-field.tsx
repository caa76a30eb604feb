'use client'

import { useId, type ReactNode } from 'react'

interface Choice<T extends string> {
  value: T
  label: ReactNode
  hint?: ReactNode
  /** It cannot be chosen now; the hint says why. */
  disabled?: boolean
}

interface ChoiceFieldProps<T extends string> {
  legend: ReactNode
  choices: readonly Choice<T>[]
  value: T | ''
  onValue: (value: T) => void
  error?: string | undefined
}

/** A choice of one out of a few, all in view. */
export function ChoiceField<T extends string>({ legend, choices, value, onValue, error }: ChoiceFieldProps<T>) {
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
      <div data-part="choice-list">
        {choices.map((choice) => (
          <label data-part="choice" key={choice.value} data-checked={choice.value === value ? '' : undefined}>
            <input
              data-part="radio"
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled ?? false}
              onChange={() => onValue(choice.value)}
              aria-labelledby={`${id}-${choice.value}`}
              aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            />
            <span data-part="choice-text">
              <span data-part="choice-label" id={`${id}-${choice.value}`}>
                {choice.label}
              </span>
              {choice.hint ? (
                <span data-part="hint" id={`${id}-${choice.value}-hint`}>
                  {choice.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p data-part="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
