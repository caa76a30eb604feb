'use client'

import type { ComponentPropsWithoutRef } from 'react'
import { Field, type FieldProps } from './field.tsx'

export interface TextFieldProps
  extends FieldProps, Pick<ComponentPropsWithoutRef<'input'>, 'autoComplete' | 'inputMode' | 'name'> {
  value: string
  onValue: (value: string) => void
  onBlur?: (() => void) | undefined
  type?: 'text' | 'email' | 'tel'
  /** More than one is a text area. @default 1 */
  rows?: number
}

/** A field of one line, or of several. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, announced, value, onValue, type = 'text', rows = 1, onBlur, ...rest } = props
  return (
    <Field {...{ label, hint, error, optional, announced }}>
      {(control) =>
        rows > 1 ? (
          <textarea
            {...control}
            data-part="control"
            name={rest.name}
            rows={rows}
            value={value}
            onChange={(event) => onValue(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <input
            {...control}
            {...rest}
            data-part="control"
            type={type}
            value={value}
            onChange={(event) => onValue(event.target.value)}
            onBlur={onBlur}
          />
        )
      }
    </Field>
  )
}
