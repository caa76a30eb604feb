import type { AccountRef, Client, clients, Reseller } from '@clientele/contract'
import type { CallTo, Surroundings } from '../../answers/mock-call.ts'
import { notFound, refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { recordOf } from '../change.ts'
import { keepRecord, newRecord } from '../write-records.ts'
import { beginByPreset } from './begin-by-preset.ts'
import {
  duplicatesOf,
  familiesOf,
  fieldErrorsOf,
  nameOfQuick,
  orderableSkus,
  refuseTakenDomain,
  refuseTakenExternalId,
} from './client-rules.ts'
import { clientView } from './client-view.ts'

type Create = CallTo<typeof clients.create>

/** Adds a client, and refuses in the order of the server: external ids, fields together, duplicates, domain, quota. */
export function createClient(call: Create): Client {
  const { input } = call
  const { owner, reseller } = ownerOf(call, input.ownerId)
  const about = { ownerId: owner.id }
  refuseTakenExternalId(call, input.externalIds ?? [], about)
  const client = clientFrom(call, owner, reseller)
  refuseFields(fieldErrorsOf(client, call))
  const candidates = input.acceptDuplicate ? [] : duplicatesOf(call, client, about)
  if (candidates.length > 0) {
    throw new Refusal('duplicate_suspected', 'There is a client like this one already. Look at the candidates.', {
      candidates,
    })
  }
  refuseTakenDomain(call, client, about)
  requireQuota(call, reseller)
  keepRecord(call, client)
  beginByPreset(call, client)
  return clientView(recordOf(call, 'clients', client.id), call)
}

function ownerOf({ store }: Surroundings, ownerId: string | undefined): { owner: AccountRef; reseller?: Reseller } {
  const { account } = store.me
  const id = ownerId ?? account.id
  const reseller = store.find('resellers', id)
  if (reseller) return { owner: { id, name: reseller.displayName }, reseller }
  if (id !== account.id) throw notFound()
  return { owner: { id, name: account.name } }
}

function clientFrom(call: Create, owner: AccountRef, reseller: Reseller | undefined): Client {
  const { input } = call
  const isQuick = input.form === 'quick'
  const { actions: _actions, ...blank } = newRecord(call, 'clients')
  const client: Client = {
    ...blank,
    owner,
    name: isQuick ? nameOfQuick(input.company, input.person) : input.name,
    nameIsShared: false,
    binding: isQuick ? 'placeholder' : 'bound',
    status: 'active',
    verification: 'none',
    subscriptionState: 'none',
    accessState: 'none',
    primaryDomainDisplay: blank.primaryDomain,
    languageCode: input.languageCode ?? reseller?.defaults.languageCode ?? null,
    regionCode: input.regionCode ?? reseller?.defaults.regionCode ?? null,
    description: input.description ?? null,
    otherDescriptions: [],
    tags: input.tags ?? [],
    externalIds: input.externalIds ?? [],
    metadata: input.metadata ?? {},
  }
  const { customerType } = client
  if (customerType) client.verificationMethod ??= customerType === 'team' ? 'email' : 'domain'
  return { ...client, orderableSkus: orderableSkus(client, familiesOf(call)) }
}

function requireQuota({ store }: Surroundings, owner: Reseller | undefined): void {
  const limit = owner?.limits.maxClients ?? null
  if (!owner || limit === null) return
  const used = store.records('clients').filter((client) => client.owner.id === owner.id).length
  if (used < limit) return
  const data = { limit, used, missing: used + 1 - limit }
  throw new Refusal('quota_exceeded', `${owner.displayName} may have ${limit} clients and has ${used}.`, data)
}
