'use client'

import { useFailureWords } from '../words/use-failure-words.ts'
import type { FieldState } from '../parts/address-fields.tsx'
import type { AddClientField } from './add-client-values.ts'
import type { AddClientFormModel } from './use-add-client-form.ts'

/** What a field of the form is given: its value, its words for what is wrong, and whom to tell. */
export function useFieldState(form: AddClientFormModel): (name: AddClientField) => FieldState {
  const words = useFailureWords()
  const nameOfFamily = (key: string) => form.families.find((family) => family.key === key)?.name ?? key
  return (name) => {
    const problem = form.problemOf(name)
    const products = problem?.data?.['products']
    const values = Array.isArray(products) ? { products: products.map((key) => nameOfFamily(String(key))) } : {}
    return {
      value: form.values[name],
      onValue: (value) => form.setValue(name, value),
      onBlur: () => form.leave(name),
      error: problem && words.field(problem, values),
    }
  }
}
