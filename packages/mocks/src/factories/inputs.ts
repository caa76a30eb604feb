import type {
  Client,
  ClientCheck,
  ClientDraft,
  DuplicateCandidate,
  Input,
  OrganizationClient,
  QuickClient,
  Row,
} from '@clientele/contract'
import { createQuickClient, examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { endpointOf } from '../contract-table.ts'
import { aClient } from './a-client.ts'
import { made, type Given } from './made.ts'
import { companyOf, personOf, slugOf } from './names.ts'
import { nextNumber } from './sequence.ts'

/**
 * What a form sends to add a person.
 *
 * @example
 * await clientele.clients.create(aQuickClient({ company: 'Blue Ocean' }))
 */
export function aQuickClient(given: Given<QuickClient> = {}): QuickClient {
  const number = nextNumber()
  const person = personOf(number)
  const all = {
    ...createQuickClient.input,
    person,
    company: companyOf(number),
    primaryEmail: `${slugOf(person.firstName)}.${slugOf(person.lastName)}.${number}@example.org`,
  }
  return made('aQuickClient', inputOf('create'), all as QuickClient, given)
}

/**
 * What a form sends to add an organisation.
 *
 * @example
 * await clientele.clients.create(anOrganizationClient({ productFamily: 'workspace_essentials' }))
 */
export function anOrganizationClient(given: Given<OrganizationClient> = {}): OrganizationClient {
  const number = nextNumber()
  const name = given.name ?? companyOf(number)
  const primaryDomain = given.primaryDomain ?? `${slugOf(name)}.example.com`
  const { externalIds: _externalIds, ...example } = examples.clients.create.input as OrganizationClient
  const all: OrganizationClient = {
    ...example,
    name,
    primaryDomain,
    primaryEmail: `admin@${primaryDomain}`,
    secondaryEmail: `${slugOf(name)}@example.org`,
    admin: personOf(number),
  }
  return made('anOrganizationClient', inputOf('create'), all, given)
}

/**
 * A client as far as it has been typed.
 *
 * @example
 * await clientele.clients.check(aClientDraft({ form: 'quick', company: 'Blue Ocean' }))
 */
export function aClientDraft(given: Given<ClientDraft> = {}): ClientDraft {
  return made('aClientDraft', inputOf('check'), { form: 'organization', name: companyOf(nextNumber()) }, given)
}

/**
 * What the server says of a draft: nothing, where nothing else is said.
 *
 * @example
 * server.use(mock(clients.check, aClientCheck({ duplicates: [aDuplicate(aClient())] })))
 */
export function aClientCheck(given: Given<ClientCheck> = {}): ClientCheck {
  const all: ClientCheck = { errors: [], warnings: [], blockers: [], duplicates: [], domain: 'not_checked' }
  return made('aClientCheck', schemasOf('clients', 'check').output, all, given)
}

/**
 * A client as a suspected duplicate.
 *
 * @example
 * mockError(clients.create, 'duplicate_suspected', { candidates: [aDuplicate(aClient())] })
 */
export function aDuplicate(
  client: Client = aClient(),
  matches: DuplicateCandidate['matches'] = 'name',
): DuplicateCandidate {
  const { id, name, primaryDomain, primaryEmail, createdAt } = client
  return { id, name, primaryDomain, primaryEmail, createdAt, matches }
}

/**
 * What any row is called with: the example of the contract, and what is given.
 *
 * @example
 * await clientele.resellers.create(anInput(resellers.create, { displayName: 'Elbnetz' }))
 */
export function anInput<R extends Row>(row: R, given: Given<Input<R>> | Record<string, never> = {}): Input<R> {
  const { resource, name, schemas, example } = endpointOf(row)
  if (!schemas.input) {
    throw new TypeError(`Clientele mocks: ${resource}.${name} takes no input. Call it without one.`)
  }
  return made(`anInput(${resource}.${name}, …)`, schemas.input, example.input as object, given as object) as Input<R>
}

function inputOf(row: 'create' | 'check') {
  const { input } = schemasOf('clients', row)
  if (!input) throw new Error(`Clientele mocks: clients.${row} has no input.`)
  return input
}
