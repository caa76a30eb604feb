import type { CreateClient } from '@clientele/contract'

/** The columns of the export, in any order. Another system's export needs another list and another mapping below. */
export const columns = [
  'form',
  'external_id',
  'first_name',
  'last_name',
  'company',
  'name',
  'product_family',
  'customer_type',
  'education',
  'primary_domain',
  'primary_email',
  'secondary_email',
  'phone',
  'country',
  'line1',
  'locality',
  'region',
  'postal_code',
  'language',
  'description',
] as const

/** The cells of a row by their column, trimmed. An empty cell is `undefined`. */
export type Cells = { readonly [Column in (typeof columns)[number]]: string | undefined }

/** What is the same for all rows of a run. */
export interface Mapping {
  /** The system whose ids stand in `external_id`. */
  system: string
  /** Whose clients they become. @default the key's account */
  ownerId?: string | undefined
}

/** What a row says that cannot even be asked of the server. */
export interface RowProblem {
  code: string
  fields: readonly string[]
}

/**
 * What a row wants to have added. Cells go in as they are, also where they make no sense: the server judges them, and
 * nothing that stands in the file is dropped on the way.
 */
export function rowToInput(cells: Cells, { system, ownerId }: Mapping): { input: CreateClient } | RowProblem {
  const { form } = cells
  if (form !== 'quick' && form !== 'organization') return { code: 'invalid_choice', fields: ['/form:invalid_choice'] }
  const education = cells.education?.toLowerCase()
  if (education !== undefined && education !== 'true' && education !== 'false') {
    return { code: 'invalid_choice', fields: ['/segments:invalid_choice'] }
  }
  const person = filled({ firstName: cells.first_name, lastName: cells.last_name })
  const input = filled({
    form,
    ownerId,
    person: form === 'quick' ? person : undefined,
    admin: form === 'organization' ? person : undefined,
    company: cells.company,
    name: cells.name,
    productFamily: cells.product_family,
    customerType: cells.customer_type,
    // R47: a team verifies by e-mail address
    verificationMethod: cells.customer_type === 'team' ? 'email' : undefined,
    segments: education === 'true' ? ['education'] : undefined,
    primaryDomain: cells.primary_domain,
    primaryEmail: cells.primary_email,
    secondaryEmail: cells.secondary_email,
    phone: cells.phone,
    postalAddress: addressOf(cells),
    languageCode: cells.language,
    description: cells.description,
    externalIds: cells.external_id === undefined ? undefined : [{ system, id: cells.external_id }],
    // The external id says which client it is, so one of the same name is another one. A row without such an id is
    // asked about: nothing else would stop it from being added again after a day, when its idempotency key is forgotten.
    acceptDuplicate: cells.external_id === undefined ? undefined : true,
  })
  return { input: input as CreateClient }
}

function addressOf(cells: Cells): object | undefined {
  const address = filled({
    countryCode: cells.country,
    line1: cells.line1,
    locality: cells.locality,
    region: cells.region,
    postalCode: cells.postal_code,
  })
  return Object.keys(address).length === 0 ? undefined : address
}

function filled(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
