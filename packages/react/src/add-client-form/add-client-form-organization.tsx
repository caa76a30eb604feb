'use client'

import { AddressFields, type FieldState } from '../parts/address-fields.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useWords, type Words } from '../words/use-words.ts'
import { AddClientFormProduct } from './add-client-form-product.tsx'
import type { AddClientField } from './add-client-values.ts'
import type { AddClientFormModel } from './use-add-client-form.ts'

export interface AddClientFormOrganizationProps {
  t: Words<'addClientForm'>
  form: AddClientFormModel
  field: (name: AddClientField) => FieldState
  onOpenClient: ((clientId: string) => void) | undefined
}

/** Product first (R43), then the organization with its domain, its address, and its administrator (R54, R55). */
export function AddClientFormOrganization({ t, form, field, onOpenClient }: AddClientFormOrganizationProps) {
  const fields = useWords('fields')
  const kind = useWords('clientForm')
  const isTeam = form.values.customerType === 'team'
  const holder = form.problemOf('primaryDomain')?.data?.['clientId']
  return (
    <>
      <AddClientFormProduct {...{ t, form, field }} />
      <fieldset data-part="section">
        <legend data-part="legend">{kind('organization')}</legend>
        <TextField label={fields('organizationName')} name="name" autoComplete="off" {...field('name')} />
        <TextField
          label={fields('domain')}
          hint={t('domainHint')}
          name="primaryDomain"
          inputMode="url"
          autoComplete="off"
          optional={isTeam}
          announced
          {...field('primaryDomain')}
        />
        {onOpenClient && typeof holder === 'string' ? (
          <Button look="link" onClick={() => onOpenClient(holder)}>
            {t('open', { name: form.values.primaryDomain.trim() })}
          </Button>
        ) : null}
      </fieldset>
      <fieldset data-part="section">
        <legend data-part="legend">{fields('address')}</legend>
        <AddressFields field={field} />
      </fieldset>
      <fieldset data-part="section">
        <legend data-part="legend">{fields('administrator')}</legend>
        <div data-part="field-row">
          <TextField label={fields('firstName')} name="firstName" autoComplete="off" {...field('firstName')} />
          <TextField label={fields('lastName')} name="lastName" autoComplete="off" {...field('lastName')} />
        </div>
        <TextField
          label={fields('email')}
          hint={form.values.customerType === '' ? undefined : t(isTeam ? 'emailHintTeam' : 'emailHintDomain')}
          name="primaryEmail"
          type="email"
          autoComplete="off"
          {...field('primaryEmail')}
        />
        <TextField
          label={fields('secondaryEmail')}
          hint={[t('secondaryEmailHint'), ...form.warnings.map((warning) => t(warning.code))].join(' ')}
          name="secondaryEmail"
          type="email"
          autoComplete="off"
          optional={isTeam}
          {...field('secondaryEmail')}
        />
        <TextField
          label={fields('phone')}
          hint={fields('phoneHint')}
          name="phone"
          type="tel"
          autoComplete="off"
          optional
          {...field('phone')}
        />
      </fieldset>
    </>
  )
}
