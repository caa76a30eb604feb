'use client'

import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Failure } from '../parts/failure.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useWords, type Words } from '../words/use-words.ts'
import { AddClientFormDuplicates } from './add-client-form-duplicates.tsx'
import { AddClientFormOrganization } from './add-client-form-organization.tsx'
import { AddClientFormQuick } from './add-client-form-quick.tsx'
import { AddClientFormStopped } from './add-client-form-stopped.tsx'
import type { AddClientFormModel } from './use-add-client-form.ts'
import { useFieldState } from './use-field-state.ts'

export interface AddClientFormBodyProps {
  t: Words<'addClientForm'>
  form: AddClientFormModel
  onCancel: (() => void) | undefined
  onOpenClient: ((clientId: string) => void) | undefined
}

/*
  title
  ( ) a person   ( ) an organization
  fields of the kind
  description
  what stops it · duplicates · what went wrong
  [Save] [Cancel]
*/
export function AddClientFormBody({ t, form, onCancel, onOpenClient }: AddClientFormBodyProps) {
  const common = useWords('common')
  const contact = useWords('fields')
  const field = useFieldState(form)
  return (
    <form
      data-part="form"
      data-kind={form.values.form}
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <h2 data-part="title">{t('title')}</h2>
      <ChoiceField
        legend={t('kind')}
        value={form.values.form}
        onValue={(kind) => form.setValue('form', kind)}
        choices={[
          { value: 'quick', label: t('quick'), hint: t('quickHint') },
          { value: 'organization', label: t('organization'), hint: t('organizationHint') },
        ]}
      />
      {form.values.form === 'quick' ? (
        <AddClientFormQuick {...{ form, field }} />
      ) : (
        <AddClientFormOrganization {...{ t, form, field, onOpenClient }} />
      )}
      <TextField
        label={contact('description')}
        hint={contact('descriptionHint')}
        optional
        rows={3}
        name="description"
        {...field('description')}
      />
      <AddClientFormStopped {...{ t, form }} />
      <AddClientFormDuplicates {...{ t, form, onOpenClient }} />
      {form.failure === undefined ? null : (
        <Failure title={t('refusedTitle')} error={form.failure} onRetry={() => void form.submit()} />
      )}
      <div data-part="actions">
        <Button type="submit" look="primary" busy={form.isSaving}>
          {form.isSaving ? common('saving') : t('submit')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{common('cancel')}</Button> : null}
        <HiddenText role="status">{form.isChecking ? t('checking') : ''}</HiddenText>
      </div>
    </form>
  )
}
