import type { Client } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { nameOfQuick, orderableSkus } from '../behaviours/clients/client-rules.ts'
import { ownAccount, refTo, type AccountLike } from './accounts.ts'
import { made, type Given } from './made.ts'
import { companyOf, personOf, slugOf } from './names.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

const families = examples.productFamilies.list.output.data
const { actions } = examples.clients.get.output

/**
 * A client, an organisation where nothing else is said. What hangs together stays together: names, addresses and what
 * can be ordered follow from what is given. `owner` takes a reseller as it is.
 *
 * @example
 * const client = aClient({ name: 'Blue Ocean', status: 'suspended' })
 * const person = aClient({ form: 'quick', person: { firstName: 'Ada', lastName: 'Holt' } })
 * const theirs = aClient({ owner: aReseller() })
 */
export function aClient(given: Omit<Given<Client>, 'owner'> & { owner?: AccountLike } = {}): Client {
  const number = nextNumber()
  const time = given.createdAt ?? factoryTime(number)
  const common: Client = {
    ...examples.clients.get.output,
    id: factoryId('acc', number),
    owner: ownAccount,
    description: null,
    tags: [],
    externalIds: [],
    createdAt: time,
    updatedAt: time,
    ...(actions ? { actions } : {}),
  }
  const rest = { ...given, ...(given.owner ? { owner: refTo(given.owner) } : {}) }
  const form = given.form === 'quick' ? quick(given, number) : organization(given, number)
  return made('aClient', schemasOf('clients', 'get').output, { ...common, ...form }, rest)
}

type Some = Omit<Given<Client>, 'owner'>

function quick(given: Some, number: number): Partial<Client> {
  const person = { ...personOf(number), ...withoutUndefined(given.person) }
  const company = given.company ?? given.name ?? null
  const name = nameOfQuick(company, person)
  return {
    form: 'quick',
    binding: 'placeholder',
    name,
    person,
    company: given.company === undefined && given.name === undefined ? null : company,
    productFamily: null,
    customerType: null,
    verificationMethod: null,
    orderableSkus: orderableSkus(
      { productFamily: null, customerType: null, verification: given.verification ?? 'none' },
      families,
    ),
    primaryDomain: null,
    primaryDomainDisplay: null,
    primaryEmail: `${slugOf(name)}@example.org`,
    secondaryEmail: null,
    admin: null,
    phone: null,
    postalAddress: null,
  }
}

function organization(given: Some, number: number): Partial<Client> {
  const name = given.name ?? companyOf(number)
  const customerType = given.customerType ?? 'domain'
  const productFamily = given.productFamily ?? (customerType === 'team' ? 'workspace_essentials' : 'google_workspace')
  const verification = given.verification ?? 'none'
  const primaryDomain =
    given.primaryDomain === undefined && customerType === 'domain'
      ? `${slugOf(name)}.example.com`
      : (given.primaryDomain ?? null)
  const admin = personOf(number)
  const host = primaryDomain ?? 'example.net'
  return {
    form: 'organization',
    binding: 'bound',
    name,
    productFamily,
    customerType,
    verificationMethod: customerType === 'team' ? 'email' : 'domain',
    verification,
    orderableSkus: orderableSkus({ productFamily, customerType, verification }, families),
    primaryDomain,
    primaryDomainDisplay: primaryDomain,
    primaryEmail: `${slugOf(admin.firstName)}@${host}`,
    secondaryEmail: `${slugOf(name)}@example.org`,
    admin: { ...admin, username: slugOf(admin.firstName) },
  }
}

function withoutUndefined(value: object | null | undefined): Record<string, string> {
  const entries = Object.entries(value ?? {}).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries) as Record<string, string>
}
