import type { FieldError, Settings } from '@clientele/contract'
import {
  crossFieldErrors,
  fieldErrors,
  OrganizationClient,
  QuickClient,
  type ClientFacts,
} from '@clientele/contract/forms'
import { inputOf, type AddClientValues } from './add-client-values.ts'

/** What is wrong with the form, found by the schema and the rules that the server uses too. */
export function problemsOf(values: AddClientValues, rules: Settings['client']): FieldError[] {
  const input = inputOf(values, undefined)
  const schema = values.form === 'quick' ? QuickClient : OrganizationClient
  const parsed = schema.safeParse(input)
  const own = parsed.success ? [] : fieldErrors(parsed.error, { input })
  // a field that is wrong in itself is not compared with others
  const taken = new Set(own.map((error) => error.pointer))
  const across = crossFieldErrors(factsOf(values.form, input), rules).filter((error) => !taken.has(error.pointer))
  return [...own, ...across]
}

/** The fields that the rules across fields look at, each only where it is right in itself. */
function factsOf(form: AddClientValues['form'], input: Record<string, unknown>): ClientFacts {
  if (form === 'quick') return { form, company: right(QuickClient.shape.company, input['company']) }
  const { productFamily, customerType, primaryDomain, primaryEmail, secondaryEmail } = OrganizationClient.shape
  return {
    form,
    productFamily: right(productFamily, input['productFamily']),
    customerType: right(customerType, input['customerType']),
    primaryDomain: right(primaryDomain, input['primaryDomain']),
    primaryEmail: right(primaryEmail, input['primaryEmail']),
    secondaryEmail: right(secondaryEmail, input['secondaryEmail']),
  }
}

interface Field<T> {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

function right<T>(field: Field<T>, value: unknown): T | undefined {
  const parsed = field.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
