'use client'

import { countryCodes } from '@clientele/contract/forms'
import { useMemo } from 'react'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** An alias, not an interface: forms look at their values by name. */
export type AddressValues = {
  countryCode: string
  line1: string
  line2: string
  postalCode: string
  locality: string
  region: string
}

export interface FieldState {
  value: string
  onValue: (value: string) => void
  onBlur?: () => void
  error?: string | undefined
}

/** A postal address (R75). With `countryOptional`, no country means no address. */
export function AddressFields(props: { field: (name: keyof AddressValues) => FieldState; countryOptional?: boolean }) {
  const { field, countryOptional = false } = props
  const t = useWords('fields')
  const formats = useFormats()
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: formats.country(code) }))
        .toSorted((a, b) => formats.compare(a.label, b.label)),
    [formats],
  )
  return (
    <>
      <SelectField
        label={t('country')}
        placeholder={t('countryNone')}
        options={countries}
        optional={countryOptional}
        autoComplete="off"
        {...field('countryCode')}
      />
      <TextField label={t('line1')} optional autoComplete="off" {...field('line1')} />
      <TextField label={t('line2')} optional autoComplete="off" {...field('line2')} />
      <div data-part="field-row" data-columns="postal">
        <TextField label={t('postalCode')} optional autoComplete="off" {...field('postalCode')} />
        <TextField label={t('locality')} optional autoComplete="off" {...field('locality')} />
      </div>
      <TextField label={t('region')} optional autoComplete="off" {...field('region')} />
    </>
  )
}
