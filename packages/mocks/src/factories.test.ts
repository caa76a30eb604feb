import { access, accessLevels, clients, orders, resellers, suggestions, type RowSchemas } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { Problem, resourceSchemas } from '@clientele/contract/schemas'
import { afterEach, describe, expect, test } from 'vitest'
import { contractEndpoints } from './contract-table.ts'
import * as mocks from './index.ts'

type Schema = RowSchemas['output']

/** Which factory makes what a schema of the contract describes, whole or as a part. */
const factories: Readonly<Record<string, () => unknown>> = {
  AccountRef: () => mocks.aClient().owner,
  ForeignDescription: () => ({ account: mocks.aClient().owner, text: 'Pays late.' }),
  Client: () => mocks.aClient(),
  ClientCheck: () => mocks.aClientCheck({ duplicates: [mocks.aDuplicate()] }),
  ClientDraft: () => mocks.aClientDraft(),
  ClientQuery: () => ({ limit: '50', status: [mocks.aClient().status] }),
  DuplicateCandidate: () => mocks.aDuplicate(),
  Reseller: () => mocks.aReseller(),
  CreateReseller: () => mocks.anInput(resellers.create),
  ProductFamily: () => mocks.aProductFamily(),
  Sku: () => mocks.aSku(),
  Viewer: () => ({ id: 'staff-17' }),
  CreateSession: () => mocks.anInput(byName('sessions', 'create')),
  Session: () => mocks.aSession(),
  ApiKey: () => mocks.anApiKey(),
  NewApiKey: () => mocks.aNewApiKey(),
  CreateApiKey: () => mocks.anInput(byName('apiKeys', 'create')),
  Me: () => mocks.aMe(),
  Actor: () => mocks.anEvent().actor,
  Event: () => mocks.anEvent(),
  Settings: () => mocks.theSettings(),
  Problem: () => mocks.aProblem('quota_exceeded'),
  LevelId: () => mocks.anAccessLevel().id,
  LevelTexts: () => mocks.anAccessLevel().texts['en'],
  AccessLevel: () => mocks.anAccessLevel({ version: 3 }),
  PublishLevel: () => mocks.anInput(accessLevels.publish),
  AccessRequest: () => mocks.anAccessRequest({ client: mocks.aClient(), status: 'expired' }),
  LinkedRequest: () => mocks.aLinkedRequest(),
  AcceptedRequest: () => examples.accessRequests.accept.output,
  NamedSubscription: () => ({ id: mocks.aSubscription().id, name: mocks.aSubscription().name }),
  AccessGrant: () => mocks.anAccessGrant({ level: mocks.anAccessLevel() }),
  ConsentReceipt: () => examples.accessGrants.receipt.output,
  Receipt: () => JSON.parse(atob(examples.accessGrants.receipt.output.jws.split('.')[1] ?? '')) as unknown,
  ReceiptKey: () => examples.accessGrants.receiptKeys.output.keys[0],
  Propagating: () => mocks.aClientAccess().allow,
  DirectSubscription: () => mocks.aDirectSubscription({ wanted: true }),
  ClientAccess: () => mocks.aClientAccess({ direct: [mocks.aDirectSubscription()], grants: [mocks.anAccessGrant()] }),
  ClientAccessList: () => examples.access.list.output,
  SaveAccess: () => mocks.anInput(access.save),
  AccessQuestion: () => mocks.anInput(access.check),
  AccessUse: () => mocks.anInput(byName('access', 'use')),
  AccessAnswer: () => mocks.anAccessExplanation(),
  AccessExplanation: () => mocks.anAccessExplanation({ removableBy: 'time' }),
  ManagedAccess: () => mocks.aManagedAccess(),
  ReplacedLinks: () => examples.access.replaceLinks.output,
  Propagation: () => mocks.aPropagation(),
  Subscription: () => mocks.aSubscription({ soldBy: null }),
  Suggestion: () => mocks.aSuggestion(),
  CreateSuggestion: () => mocks.anInput(suggestions.create),
  Order: () => mocks.anOrder(),
  CreateOrder: () => mocks.anInput(orders.create),
  WebhookEndpoint: () => mocks.aWebhookEndpoint(),
  WebhookEndpointWithSecret: () => mocks.aNewWebhookEndpoint(),
  WebhookDelivery: () => mocks.aWebhookDelivery(),
  WebhookMessage: () => mocks.aWebhookMessage(),
}

afterEach(() => mocks.resetFactories())

const named = Object.values(resourceSchemas).flatMap((module) =>
  Object.entries(module as Record<string, unknown>).filter(([name]) => /^[A-Z]/.test(name)),
) as [string, Schema][]

describe('a factory gives valid data, whatever its number, for', () => {
  test.each([...named, ['Problem', Problem] as const])('%s', (name, schema) => {
    const factory = factories[name]
    if (!factory) throw new Error(`There is no factory for ${name}: write one, and name it here.`)
    for (let number = 0; number < 50; number++) expect(schema.safeParse(factory()).error).toBeUndefined()
  })

  test.each(
    contractEndpoints.filter(({ schemas }) => schemas.input).map((one) => [`${one.resource}.${one.name}`, one]),
  )('the input of %s', (_, { row, schemas }) => {
    expect(schemas.input?.safeParse(mocks.anInput(row)).error).toBeUndefined()
  })

  test('both forms of a new client, of which no two are alike', () => {
    const schema = contractEndpoints.find(({ row }) => row === clients.create)?.schemas.input
    const inputs = Array.from({ length: 60 }, () => [mocks.aQuickClient(), mocks.anOrganizationClient()]).flat()
    for (const input of inputs) expect(schema?.safeParse(input).error).toBeUndefined()
    expect(new Set(inputs.map(({ primaryEmail }) => primaryEmail)).size).toBe(inputs.length)
  })
})

describe('a client', () => {
  test('holds together', () => {
    expect(mocks.aClient({ name: 'Bäckerei Süß' })).toMatchObject({
      form: 'organization',
      primaryDomain: 'backerei-suss.example.com',
      secondaryEmail: 'backerei-suss@example.org',
      orderableSkus: ['workspace_starter', 'workspace_standard', 'workspace_storage'],
    })
    expect(mocks.aClient({ form: 'quick', person: { lastName: 'Holt' } })).toMatchObject({
      name: expect.stringMatching(/ Holt$/),
      company: null,
      primaryDomain: null,
    })
    expect(mocks.aClient({ customerType: 'team' })).toMatchObject({
      productFamily: 'workspace_essentials',
      verificationMethod: 'email',
      primaryDomain: null,
    })
    expect(mocks.aClient({ verification: 'domain_verified' }).orderableSkus).toContain('workspace_archive')
  })

  test('takes what is given at any depth, and null', () => {
    const client = mocks.aClient({
      postalAddress: { locality: 'Kiel' },
      phone: null,
      actions: { update: { allowed: false, code: 'permission_denied' } },
    })
    expect(client.postalAddress).toMatchObject({ locality: 'Kiel', countryCode: 'DE' })
    expect(client.phone).toBeNull()
    expect(client.actions?.setTags).toEqual({ allowed: true })
  })
})

test('things are linked', () => {
  const reseller = mocks.aReseller({ displayName: 'Elbnetz' })
  const client = mocks.aClient({ owner: reseller })
  expect(client.owner).toEqual({ id: reseller.id, name: 'Elbnetz' })
  expect(mocks.anEvent({ subject: client }).subject).toEqual({ type: 'client', id: client.id })
  expect(mocks.anEvent({ subject: reseller }).subject).toEqual({ type: 'reseller', id: reseller.id })
  expect(mocks.anApiKey({ account: reseller }).accountId).toBe(reseller.id)
  expect(mocks.aMe({ account: reseller }).account).toEqual({ id: reseller.id, name: 'Elbnetz', kind: 'reseller' })
  expect(mocks.aReseller({ parent: reseller })).toMatchObject({ parentId: reseller.id, depth: 2 })
  expect(mocks.aClient().owner.id).toBe(mocks.aMe().account.id)
  expect(mocks.aDuplicate(client)).toMatchObject({ id: client.id, name: client.name })
})

test('every run gives the same', () => {
  const some = () => [mocks.aClient(), mocks.aReseller(), mocks.anEvent()]
  const first = some()
  mocks.resetFactories()
  expect(some()).toEqual(first)
  expect(new Set(first.map(({ id }) => id)).size).toBe(3)
})

test('a factory refuses what no answer can hold', () => {
  expect(() => mocks.aClient({ status: 'sleeping' as never })).toThrow(
    'aClient(…) gives what the API never answers: /status',
  )
  expect(() => mocks.aReseller({ name: 'x' } as never)).toThrow('/name (there is no such field)')
})

function byName(resource: string, name: string) {
  const endpoint = contractEndpoints.find((one) => one.resource === resource && one.name === name)
  if (!endpoint) throw new Error(`There is no row ${resource}.${name}.`)
  return endpoint.row
}
