'use client'

import { CheckField } from '../parts/check-field.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { useWords } from '../words/use-words.ts'
import type { AddClientFormOrganizationProps } from './add-client-form-organization.tsx'

/** The product family decides what can be ordered (R44) and whether the client may be a team (R47). */
export function AddClientFormProduct({ t, form, field }: Pick<AddClientFormOrganizationProps, 't' | 'form' | 'field'>) {
  const fields = useWords('fields')
  const types = useWords('customerType')
  const refusals = useWords('fieldErrors')
  const { productFamily, customerType, education } = form.values
  const teamFamilies = form.rules.teamFamilies
  const isTeamRefused = productFamily !== '' && !teamFamilies.includes(productFamily)
  const products = teamFamilies.map((key) => form.families.find((family) => family.key === key)?.name ?? key)
  return (
    <fieldset data-part="section">
      <legend data-part="legend">{fields('product')}</legend>
      <SelectField
        label={fields('productFamily')}
        hint={t('productFamilyHint')}
        name="productFamily"
        placeholder={t('productFamilyNone')}
        options={form.families.map((family) => ({ value: family.key, label: family.name }))}
        {...field('productFamily')}
      />
      <ChoiceField
        legend={t('customerType')}
        value={customerType}
        onValue={(type) => form.setValue('customerType', type)}
        error={field('customerType').error}
        choices={[
          { value: 'domain', label: types('domain'), hint: t('typeDomainHint') },
          {
            value: 'team',
            label: types('team'),
            hint: isTeamRefused ? refusals('team_type_not_allowed_for_product', { products }) : t('typeTeamHint'),
            disabled: isTeamRefused,
          },
        ]}
      />
      <CheckField
        label={fields('education')}
        checked={education}
        onChecked={(checked) => form.setValue('education', checked)}
      />
    </fieldset>
  )
}
