import type { Client, DuplicateCandidate, ExternalId, FieldError, ProductFamily } from '@clientele/contract'
import { crossFieldErrors, type ClientFacts } from '@clientele/contract/forms'
import type { Surroundings } from '../../answers/mock-call.ts'
import { Refusal } from '../../refusal.ts'
import { fold } from '../text.ts'

/** Whose client it is, and which one is no other than itself. */
interface About {
  ownerId: string
  exceptId?: string | undefined
}

/** A quick client is called after its company, else after its person. */
export function nameOfQuick(
  company: string | null | undefined,
  person: { firstName: string; lastName: string },
): string {
  return company || `${person.firstName} ${person.lastName}`
}

/** What is sold, as this set of handlers has it. */
export function familiesOf({ store }: Surroundings): ProductFamily[] {
  return store.records('productFamilies')
}

/** What is wrong with a client across its fields, by the settings of this set of handlers. */
export function fieldErrorsOf(client: ClientFacts, call: Surroundings): FieldError[] {
  const { productFamily } = client
  const isUnknown = productFamily != null && !familiesOf(call).some(({ key }) => key === productFamily)
  const unknown: FieldError[] = isUnknown
    ? [{ pointer: '/productFamily', code: 'invalid_choice', detail: 'There is no such product family.' }]
    : []
  return [...unknown, ...crossFieldErrors(client, call.store.single('settings').client)]
}

/** R53: clients of the same owner with the same name or address. */
export function duplicatesOf(
  call: Surroundings,
  like: { name?: string | undefined; primaryEmail?: string | null | undefined },
  { ownerId, exceptId }: About,
): DuplicateCandidate[] {
  const name = like.name === undefined ? undefined : fold(like.name).replaceAll(/\s+/g, ' ').trim()
  const email = like.primaryEmail?.toLowerCase()
  const candidates = clientsOf(call)
    .filter((client) => client.owner.id === ownerId && client.id !== exceptId)
    .flatMap((client) => {
      const isSameName = name !== undefined && fold(client.name).trim() === name
      const isSameEmail = email !== undefined && client.primaryEmail?.toLowerCase() === email
      if (!isSameName && !isSameEmail) return []
      const { id, primaryDomain, primaryEmail, createdAt } = client
      const matches = isSameEmail ? ('email' as const) : ('name' as const)
      return [{ id, name: client.name, primaryDomain, primaryEmail, createdAt, matches }]
    })
  return candidates.slice(0, 5)
}

/** The domain client that has a domain already. */
export function holderOf(call: Surroundings, domain: string, exceptId?: string): Client | undefined {
  return clientsOf(call).find(
    (client) => client.customerType === 'domain' && client.primaryDomain === domain && client.id !== exceptId,
  )
}

export function refuseTakenDomain(
  call: Surroundings,
  { customerType, primaryDomain: domain }: Pick<Client, 'customerType' | 'primaryDomain'>,
  { exceptId }: About,
): void {
  const holder = customerType === 'domain' && domain ? holderOf(call, domain, exceptId) : undefined
  if (!holder || !domain) return
  const data = { domain, clientId: holder.id }
  throw new Refusal('domain_taken_own', `${domain} is the domain of client ${holder.id}. Open that one instead.`, data)
}

export function refuseTakenExternalId(
  call: Surroundings,
  ids: readonly ExternalId[],
  { ownerId, exceptId }: About,
): void {
  for (const { system, id } of ids) {
    const holder = clientsOf(call).find(
      (client) =>
        client.owner.id === ownerId &&
        client.id !== exceptId &&
        client.externalIds?.some((one) => one.system === system && one.id === id),
    )
    if (!holder) continue
    const data = { system, id, clientId: holder.id }
    throw new Refusal('external_id_taken', `Client ${holder.id} carries the external id ${system}:${id} already.`, data)
  }
}

const proof = { none: 0, email_verified: 1, domain_verified: 2 }

/** What can be ordered for a client: the products of its console that its type and its proof allow (R44, R49, R50). */
export function orderableSkus(
  client: Pick<Client, 'productFamily' | 'customerType' | 'verification'>,
  families: readonly ProductFamily[],
): string[] {
  const own = families.find(({ key }) => key === client.productFamily)
  // a person has no console yet, and chooses among what is sold to people
  if (!own && client.productFamily !== null) return []
  const type = client.customerType ?? 'person'
  const proved = proof[client.verification]
  return families
    .filter(({ consoleName }) => !own || consoleName === own.consoleName)
    .flatMap(({ skus }) => skus)
    .filter((sku) => sku.customerTypes.includes(type) || client.verification === 'domain_verified')
    .filter((sku) => proved >= proof[sku.minVerification])
    .map(({ key }) => key)
}

function clientsOf({ store }: Surroundings): Client[] {
  return store.records('clients')
}
