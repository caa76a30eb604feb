import type { ClientDraft } from '@clientele/contract'
import type { AddressValues } from '../parts/address-fields.tsx'

/** What stands in the form. Both kinds share it, so that nothing typed is lost when the kind changes. */
export interface AddClientValues extends AddressValues {
  form: 'quick' | 'organization'
  firstName: string
  lastName: string
  company: string
  name: string
  productFamily: string
  customerType: 'domain' | 'team' | ''
  education: boolean
  primaryDomain: string
  primaryEmail: string
  secondaryEmail: string
  phone: string
  description: string
}

/** The fields that can be wrong. */
export type AddClientField = Exclude<keyof AddClientValues, 'form' | 'education'>

export const emptyAddClientValues: AddClientValues = {
  form: 'quick',
  firstName: '',
  lastName: '',
  company: '',
  name: '',
  productFamily: '',
  customerType: '',
  education: false,
  primaryDomain: '',
  primaryEmail: '',
  secondaryEmail: '',
  phone: '',
  countryCode: '',
  line1: '',
  line2: '',
  postalCode: '',
  locality: '',
  region: '',
  description: '',
}

/** Where each field stands in the request body, by kind: what is not named is not sent. */
const pointers: Record<AddClientValues['form'], Partial<Record<AddClientField, string>>> = {
  quick: {
    firstName: '/person/firstName',
    lastName: '/person/lastName',
    company: '/company',
    description: '/description',
  },
  organization: {
    productFamily: '/productFamily',
    customerType: '/customerType',
    name: '/name',
    primaryDomain: '/primaryDomain',
    countryCode: '/postalAddress/countryCode',
    line1: '/postalAddress/line1',
    line2: '/postalAddress/line2',
    postalCode: '/postalAddress/postalCode',
    locality: '/postalAddress/locality',
    region: '/postalAddress/region',
    firstName: '/admin/firstName',
    lastName: '/admin/lastName',
    primaryEmail: '/primaryEmail',
    secondaryEmail: '/secondaryEmail',
    phone: '/phone',
    description: '/description',
  },
}

/** The field that a pointer of an answer means: into the body of `create`, or into the flat draft of `check`. */
export function fieldOf(pointer: string, form: AddClientValues['form']): AddClientField | undefined {
  const names = Object.keys(pointers[form]) as AddClientField[]
  return (
    names.find((name) => pointers[form][name] === pointer) ??
    names.find((name) => `/${name}` === pointer) ??
    names.find((name) => pointers[form][name]?.startsWith(`${pointer}/`))
  )
}

/** The request body. It may still be wrong: the schema says so. */
export function inputOf(values: AddClientValues, ownerId: string | undefined): Record<string, unknown> {
  const input: Record<string, unknown> = { form: values.form }
  if (values.form === 'quick') input['person'] = {}
  else Object.assign(input, { admin: {}, postalAddress: {} }, values.education ? { segments: ['education'] } : {})
  for (const [name, pointer] of Object.entries(pointers[values.form]) as [AddClientField, string][]) {
    const value = values[name].trim()
    if (value !== '') put(input, pointer.slice(1).split('/'), value)
  }
  return ownerId === undefined ? input : { ...input, ownerId }
}

function put(target: Record<string, unknown>, [key = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) target[key] = value
  else put(target[key] as Record<string, unknown>, rest, value)
}

/** What the server is asked about while typing, or `null` while there is too little to ask about. */
export function draftOf(values: AddClientValues, ownerId: string | undefined): ClientDraft | null {
  const quick = { firstName: values.firstName, lastName: values.lastName, company: values.company }
  const organization = {
    firstName: values.firstName,
    lastName: values.lastName,
    name: values.name,
    productFamily: values.productFamily,
    customerType: values.customerType,
    primaryDomain: values.primaryDomain,
    primaryEmail: values.primaryEmail,
    secondaryEmail: values.secondaryEmail,
    phone: values.phone,
    countryCode: values.countryCode,
    postalCode: values.postalCode,
  }
  const typed = Object.entries(values.form === 'quick' ? quick : organization)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  const given = new Set(typed.map(([name]) => name))
  const isEnough =
    values.form === 'quick'
      ? given.has('company') || (given.has('firstName') && given.has('lastName'))
      : ['name', 'primaryDomain', 'primaryEmail', 'secondaryEmail', 'phone', 'postalCode'].some((name) =>
          given.has(name),
        )
  if (!isEnough) return null
  return { form: values.form, ...Object.fromEntries(typed), ...(ownerId === undefined ? {} : { ownerId }) }
}
