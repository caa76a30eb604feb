import type { Client, clients, Event, ExternalId, FieldError, Parsed, UpdateClient } from '@clientele/contract'
import { crossFieldErrors } from '@clientele/contract/forms'
import type { Tx } from '../database/transaction.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { requireVersion, type Call } from '../handler.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import { clientRules } from '../settings/settings.store.ts'
import { reaches, requireAction } from './client-actions.ts'
import { saveClient, type ClientRow } from './clients.store.ts'
import { externalIdsOf, writeExternalIds } from './external-ids.store.ts'
import { quickName } from './create-client.ts'
import { clientToChange, readClient } from './read-client.ts'
import { refuseExternalId, refuseTakenDomain } from './refusals.ts'
import { dialledFromAbroad, tableErrors } from './table-checks.ts'

type Update = (typeof clients)['update']
type Changes = Parsed<Update>['input']

/** Fields that want the right to update the organisation; all others are contact data. */
const organizationFields = [
  'name',
  'customerType',
  'segments',
  'primaryDomain',
  'primaryEmail',
  'secondaryEmail',
  'admin',
] as const
const contactFields = ['person', 'company', 'phone', 'postalAddress', 'languageCode', 'regionCode', 'timeZone'] as const
/** Fields that the client itself neither sees nor sets (R96). */
const internalFields = ['metadata', 'externalIds'] as const
/** Fields that only one of the two forms has. */
const formOf: Partial<Record<keyof UpdateClient, ClientRow['form']>> = {
  person: 'quick',
  company: 'quick',
  name: 'organization',
  customerType: 'organization',
  segments: 'organization',
  primaryDomain: 'organization',
  admin: 'organization',
}

/** Changes a client and checks the whole of it again, as on create: a change of one field can make another wrong (R62). */
export async function updateClient(call: Call<Update>, tx: Tx): Promise<Client> {
  const { caller, input, params, now } = call
  const before = await clientToChange(caller, tx, params.id)
  requireAction(caller, before, 'update')
  const touched = organizationFields.filter((field) => input[field] !== undefined)
  // a client may correct its record, but not what kind of customer it is
  const isOwnType = touched.includes('customerType') && caller.account.kind === 'client'
  if (isOwnType || (touched.length > 0 && !reaches(caller, before, 'clients.update_organization'))) {
    throw new Refusal(
      'permission_denied',
      `Changing ${touched.join(', ')} wants the right clients.update_organization.`,
      {
        data: { right: 'clients.update_organization' },
      },
    )
  }
  requireVersion(call, before.version)
  if (caller.account.kind === 'client')
    refuseInvalid(internalFields.filter((field) => input[field] !== undefined).map(unknownField))

  const after = applied(before, input)
  const facts = { ...after, form: after.form ?? 'quick' }
  refuseInvalid([
    ...wrongForm(before, input),
    ...typeChange(before, after),
    ...requiredStays(after),
    ...crossFieldErrors(facts, await clientRules(tx)),
    ...tableErrors({ ...after, postalAddress: after.postalAddress ?? undefined }),
  ])
  const claims = after.customerType === 'domain' ? after.primaryDomain : null
  if (claims && (claims !== before.primaryDomain || before.customerType !== 'domain')) {
    await refuseTakenDomain(tx, caller, claims, { exceptId: before.id })
  }
  const internal = {
    ...changesBetween(before, after, ['metadata']),
    ...(input.externalIds && (await changeExternalIds(tx, after, input.externalIds))),
  }
  const contact = changesBetween(before, after, contactFields)
  const organization = changesBetween(before, after, [...organizationFields, 'verification'])
  const isChanged = [contact, organization, internal].some((changes) => Object.keys(changes).length > 0)
  if (isChanged) await saveClient(tx, after, now)
  const about = { subject: { type: 'client', id: before.id }, ownerId: before.parentId } as const
  for (const [type, changes, reader] of [
    ['client.contact_updated', contact, { clientId: before.id }],
    ['client.organization_updated', organization, { clientId: before.id }],
    ['client.contact_updated', internal, {}],
  ] as const) {
    if (Object.keys(changes).length > 0) await recordEvent(tx, call, { type, ...about, ...reader, changes })
  }
  return readClient(call, tx, before.id)
}

async function changeExternalIds(tx: Tx, client: ClientRow, ids: ExternalId[]): Promise<Event['changes']> {
  const before = await externalIdsOf(tx, client.id)
  refuseExternalId(await writeExternalIds(tx, client, ids))
  return changesBetween({ externalIds: before }, { externalIds: await externalIdsOf(tx, client.id) }, ['externalIds'])
}

function applied(before: ClientRow, { externalIds: _externalIds, ...input }: Changes): ClientRow {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const after: ClientRow = { ...before, ...given }
  after.phone = dialledFromAbroad(after.phone)
  if (after.form === 'quick' && after.person) after.name = quickName({ company: after.company, person: after.person })
  // what was proved was another domain
  if (after.primaryDomain !== before.primaryDomain && after.verification === 'domain_verified')
    after.verification = 'none'
  if (after.customerType !== before.customerType && after.customerType === 'domain') after.verificationMethod = 'domain'
  return after
}

function wrongForm({ form }: ClientRow, input: Changes): FieldError[] {
  const fields = Object.keys(input) as (keyof UpdateClient)[]
  return fields
    .filter((field) => input[field] !== undefined && formOf[field] !== undefined && formOf[field] !== form)
    .map((field) => unknownField(field))
}

function unknownField(field: string): FieldError {
  return { pointer: `/${field}`, code: 'unknown_field', detail: `This client has no ${field}, or not for this caller.` }
}

/** The type is for life, but a team that verified its domain may become a domain customer. */
function typeChange(before: ClientRow, after: ClientRow): FieldError[] {
  if (before.customerType === after.customerType) return []
  if (after.customerType === 'domain' && before.verification === 'domain_verified') return []
  return [
    {
      pointer: '/customerType',
      code: 'customer_type_immutable',
      detail: 'The type can change only by verifying a domain.',
    },
  ]
}

function requiredStays(after: ClientRow): FieldError[] {
  if (after.form !== 'organization' || after.postalAddress) return []
  return [{ pointer: '/postalAddress', code: 'required', detail: 'An organisation needs a postal address.' }]
}
