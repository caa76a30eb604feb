import type { Client, FieldError, Settings, UpdateClient } from '@clientele/contract'
import { crossFieldErrors, fieldErrors, UpdateClient as UpdateClientSchema } from '@clientele/contract/forms'
import type { AddressValues } from '../parts/address-fields.tsx'

/** The contact data of a client, as it stands in the form. */
export type ContactValues = AddressValues & {
  firstName: string
  lastName: string
  company: string
  name: string
  phone: string
}

export type ContactField = keyof ContactValues

const addressFields = ['countryCode', 'line1', 'line2', 'postalCode', 'locality', 'region'] as const

/** The contact data that a client has: of the person, or of the administrator of an organization. */
export function contactOf(client: Client): ContactValues {
  const person = client.form === 'quick' ? client.person : client.admin
  const address = addressFields.map((field) => [field, client.postalAddress?.[field] ?? ''] as const)
  return {
    firstName: person?.firstName ?? '',
    lastName: person?.lastName ?? '',
    company: client.company ?? '',
    name: client.name,
    phone: client.phone ?? '',
    ...(Object.fromEntries(address) as Record<keyof AddressValues, string>),
  }
}

/** What has to be sent for the fields that were changed; `null` where nothing was. */
export function updateOf(client: Client, changes: Partial<ContactValues>): UpdateClient | null {
  const before = contactOf(client)
  const now = { ...before, ...changes }
  const isChanged = (...fields: ContactField[]) => fields.some((field) => now[field].trim() !== before[field])
  const input: UpdateClient = {}
  if (isChanged('firstName', 'lastName')) {
    const names = { firstName: now.firstName, lastName: now.lastName }
    if (client.form === 'quick') input.person = names
    else input.admin = { ...names, ...(client.admin?.username ? { username: client.admin.username } : {}) }
  }
  if (client.form === 'quick' && isChanged('company')) input.company = now.company.trim() || null
  if (client.form === 'organization' && isChanged('name')) input.name = now.name
  if (isChanged('phone')) input.phone = now.phone.trim() || null
  if (isChanged(...addressFields)) input.postalAddress = addressOf(client, now)
  return Object.keys(input).length === 0 ? null : input
}

/** The parts that have no field here stay as they are. */
function addressOf(client: Client, values: ContactValues): NonNullable<UpdateClient['postalAddress']> | null {
  const typed = addressFields.map((field) => [field, values[field].trim()] as const).filter(([, value]) => value !== '')
  if (typed.length === 0) return null
  const { line3, organizationName, contactName } = client.postalAddress ?? {}
  const kept = Object.entries({ line3, organizationName, contactName }).filter(([, value]) => value != null)
  return Object.fromEntries([...kept, ...typed]) as unknown as NonNullable<UpdateClient['postalAddress']>
}

/** What is wrong with an update, by the schema and rules that the server uses too. */
export function updateProblems(
  client: Client,
  input: UpdateClient,
  rules: Settings['client'] | undefined,
): FieldError[] {
  const parsed = UpdateClientSchema.safeParse(input)
  if (!parsed.success) return fieldErrors(parsed.error, { input })
  if (client.form !== 'quick' || input.company === undefined || !rules) return []
  return crossFieldErrors({ form: 'quick', company: input.company }, rules)
}

/** The field that a pointer into the body of an update means. */
export function contactFieldOf(pointer: string): ContactField | undefined {
  const name = pointer.split('/').at(-1)
  if (pointer === '/postalAddress') return 'countryCode'
  const fields: readonly ContactField[] = ['firstName', 'lastName', 'company', 'name', 'phone', ...addressFields]
  return fields.find((field) => field === name)
}
