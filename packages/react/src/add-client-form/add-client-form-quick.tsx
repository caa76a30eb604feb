'use client'

import type { FieldState } from '../parts/address-fields.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import type { AddClientField } from './add-client-values.ts'
import type { AddClientFormModel } from './use-add-client-form.ts'

interface Props {
  form: AddClientFormModel
  field: (name: AddClientField) => FieldState
}

/** A person, perhaps with a company (R18). No e-mail address: it is asked for with the access (R19). */
export function AddClientFormQuick({ form, field }: Props) {
  const t = useWords('fields')
  return (
    <div data-part="section">
      <div data-part="field-row">
        <TextField label={t('firstName')} name="firstName" autoComplete="off" {...field('firstName')} />
        <TextField label={t('lastName')} name="lastName" autoComplete="off" {...field('lastName')} />
      </div>
      <TextField
        label={t('company')}
        name="company"
        autoComplete="off"
        optional={!form.rules.companyRequired}
        {...field('company')}
      />
    </div>
  )
}
