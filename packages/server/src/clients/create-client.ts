import { clients, type Client, type CreateClient } from '@clientele/contract'
import { crossFieldErrors } from '@clientele/contract/forms'
import { and, eq, sql } from 'drizzle-orm'
import { beginByPreset } from '../access/preset.ts'
import { askConnector, type Verdict } from '../connector/ask-connector.ts'
import { accounts, descriptions } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Asking, Call } from '../handler.ts'
import { newId } from '../new-id.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'
import { clientRules } from '../settings/settings.store.ts'
import { reaches } from './client-actions.ts'
import { insertClient } from './clients.store.ts'
import { findDuplicates } from './duplicates.store.ts'
import { clientWithExternalId, writeExternalIds } from './external-ids.store.ts'
import { readClient } from './read-client.ts'
import { refuseExternalId, refuseTakenDomain } from './refusals.ts'
import { nameKey } from './search-terms.ts'
import { dialledFromAbroad, tableErrors } from './table-checks.ts'

type Create = (typeof clients)['create']
type OwnerRow = typeof accounts.$inferSelect

/**
 * Adds a client. Checked in this order (model 5.9): shape, rights, external ids, fields together, eligibility,
 * duplicates, domain, quota. The vendor is asked before the transaction begins.
 */
export const createClient: Asking<Create> = {
  async ask({ input, connector, connectorPatience }) {
    const organization = input.form === 'organization' ? input : undefined
    const verdict = await askConnector(
      connector,
      {
        primaryDomain: organization?.primaryDomain,
        primaryEmail: input.primaryEmail,
        productFamily: organization?.productFamily,
      },
      connectorPatience,
    )
    return (call, tx) => add(call, tx, verdict)
  },
}

async function add(call: Call<Create>, tx: Tx, verdict: Verdict): Promise<Client> {
  const { input, caller, now } = call
  const owner = await ownerOf(call, tx)
  const ids = input.externalIds ?? []
  refuseExternalId(await clientWithExternalId(tx, owner.id, ids, undefined))
  const facts = input.form === 'quick' ? input : withVerificationMethod(input)
  refuseInvalid([...unknownFamily(call), ...crossFieldErrors(facts, await clientRules(tx)), ...tableErrors(input)])
  refuseIneligible(verdict)
  const row = rowOf(facts, owner, newId('acc', now), now)
  if (!input.acceptDuplicate) await refuseDuplicates(tx, row)
  if (row.customerType === 'domain' && row.primaryDomain) {
    await refuseTakenDomain(tx, caller, row.primaryDomain, { vendor: verdict.domain })
  }
  await requireQuota(tx, owner)

  const added = await insertClient(tx, row)
  // two calls at the same time: the other one was quicker
  if (!added && row.primaryDomain) await refuseTakenDomain(tx, caller, row.primaryDomain, {})
  refuseExternalId(await writeExternalIds(tx, row, ids))
  if (input.description !== undefined) {
    await tx.db.insert(descriptions).values({ clientId: row.id, accountId: caller.account.id, text: input.description })
  }
  const changes = { name: { from: null, to: row.name }, form: { from: null, to: row.form } }
  const subject = { type: 'client', id: row.id } as const
  await recordEvent(tx, call, { type: 'client.created', subject, ownerId: owner.id, clientId: row.id, changes })
  if (owner.kind === 'reseller') await beginByPreset(tx, call, { id: row.id, ownerId: owner.id })
  return readClient(call, tx, row.id)
}

/** The account whose client it becomes, locked where a limit has to be counted against. */
async function ownerOf({ input, caller }: Call<Create>, tx: Tx): Promise<OwnerRow> {
  const id = input.ownerId ?? caller.account.id
  const query = tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), sql`kind <> 'client'`))
  const [owner] = await query
  if (!owner || !reaches(caller, { id: '', parentId: id }, 'clients.create')) throw notFound()
  if (owner.maxClients !== null) await query.for('update')
  return owner
}

type Organization = Extract<CreateClient, { form: 'organization' }>

/** Left open, a team verifies by e-mail and an organisation with a domain by that. */
function withVerificationMethod(input: Organization): Organization & { verificationMethod: 'domain' | 'email' } {
  return {
    ...input,
    verificationMethod: input.verificationMethod ?? (input.customerType === 'team' ? 'email' : 'domain'),
  }
}

function unknownFamily({ input, families }: Call<Create>) {
  if (input.form === 'quick' || families.some(({ key }) => key === input.productFamily)) return []
  return [{ pointer: '/productFamily', code: 'invalid_choice', detail: 'There is no such product family.' }] as const
}

function rowOf(input: CreateClient, owner: OwnerRow, id: string, now: Date) {
  const name = input.form === 'quick' ? quickName(input) : input.name
  return {
    id,
    kind: 'client' as const,
    parentId: owner.id,
    name,
    nameKey: nameKey(name),
    status: 'active',
    createdAt: now,
    updatedAt: now,
    form: input.form,
    binding: input.form === 'quick' ? ('placeholder' as const) : ('bound' as const),
    verification: 'none' as const,
    primaryEmail: input.primaryEmail ?? null,
    secondaryEmail: input.secondaryEmail ?? null,
    phone: dialledFromAbroad(input.phone) ?? null,
    languageCode: input.languageCode ?? owner.languageCode,
    regionCode: input.regionCode ?? owner.regionCode,
    tags: input.tags ?? [],
    metadata: input.metadata ?? {},
    ...(input.form === 'quick' ? quickPart(input) : organizationPart(input)),
  }
}

function quickPart(input: Extract<CreateClient, { form: 'quick' }>) {
  return { person: input.person, company: input.company ?? null, customerType: null, primaryDomain: null }
}

function organizationPart(input: Organization) {
  return {
    productFamily: input.productFamily,
    customerType: input.customerType,
    verificationMethod: input.verificationMethod ?? null,
    segments: input.segments ?? [],
    primaryDomain: input.primaryDomain ?? null,
    admin: input.admin,
    postalAddress: input.postalAddress,
    timeZone: input.timeZone ?? null,
  }
}

/** A quick client is called after its company, else after its person. */
export function quickName(client: {
  company?: string | null | undefined
  person: { firstName: string; lastName: string }
}): string {
  return client.company || `${client.person.firstName} ${client.person.lastName}`
}

/** R40, R41 */
function refuseIneligible({ blockers: [blocker] }: Verdict): void {
  if (!blocker) return
  throw new Refusal(blocker.code, `This client uses ${blocker.edition}. Such accounts cannot be added by a reseller.`, {
    data: { edition: blocker.edition },
  })
}

/** R53: names are not unique, so this asks and does not forbid. */
async function refuseDuplicates(tx: Tx, row: ReturnType<typeof rowOf>): Promise<void> {
  const candidates = await findDuplicates(tx, row.parentId, {
    name: row.name,
    primaryEmail: row.primaryEmail ?? undefined,
  })
  if (candidates.length === 0) return
  throw new Refusal(
    'duplicate_suspected',
    'There is a client like this one already. Look at the candidates, or send it again with acceptDuplicate.',
    {
      data: { candidates },
    },
  )
}

async function requireQuota(tx: Tx, owner: OwnerRow): Promise<void> {
  const limit = owner.maxClients
  if (limit === null) return
  const [counted] = await tx.query<{ used: string }>(
    "select count(*) as used from accounts where kind = 'client' and parent_id = $1",
    [owner.id],
  )
  const used = Number(counted?.used ?? 0)
  if (used < limit) return
  throw new Refusal(
    'quota_exceeded',
    `${owner.name} may have ${limit} clients and has ${used}. Ask for a higher limit.`,
    {
      data: { limit, used, missing: used + 1 - limit },
    },
  )
}
