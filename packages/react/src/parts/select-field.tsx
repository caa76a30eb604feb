'use client'

import { Field, type FieldProps } from './field.tsx'

interface Option {
  value: string
  label: string
}

export interface SelectFieldProps extends FieldProps {
  name?: string
  value: string
  onValue: (value: string) => void
  onBlur?: (() => void) | undefined
  options: readonly Option[]
  /** Stands first and means no choice. */
  placeholder?: string
  autoComplete?: string
}

/** A choice of one out of many. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, value, onValue, options, placeholder, ...rest } = props
  return (
    <Field {...{ label, hint, error, optional }}>
      {(control) => (
        <select
          {...control}
          {...rest}
          data-part="control"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        >
          {placeholder === undefined ? null : (
            <option data-part="option" value="">
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option data-part="option" key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
