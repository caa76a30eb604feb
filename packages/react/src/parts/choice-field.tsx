'use client'

import type { ReactNode } from 'react'
import { ChoiceSet } from './choice-set.tsx'

export interface Choice<T extends string> {
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
  return (
    <ChoiceSet legend={legend} error={error}>
      {(name) => (
        <div data-part="choice-list">
          {choices.map((choice) => (
            <label data-part="choice" key={choice.value} data-checked={choice.value === value ? '' : undefined}>
              <input
                data-part="radio"
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value}
                disabled={choice.disabled ?? false}
                onChange={() => onValue(choice.value)}
                aria-labelledby={`${name}-${choice.value}`}
                aria-describedby={choice.hint ? `${name}-${choice.value}-hint` : undefined}
              />
              <span data-part="choice-text">
                <span data-part="choice-label" id={`${name}-${choice.value}`}>
                  {choice.label}
                </span>
                {choice.hint ? (
                  <span data-part="hint" id={`${name}-${choice.value}-hint`}>
                    {choice.hint}
                  </span>
                ) : null}
              </span>
            </label>
          ))}
        </div>
      )}
    </ChoiceSet>
  )
}
