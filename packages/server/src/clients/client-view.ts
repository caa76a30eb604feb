import type { Client } from '@clientele/contract'
import type { Caller } from '../auth/caller.ts'
import { etagOf } from '../handler.ts'
import type { Family } from '../product-families/catalogue.ts'
import { accessStateOf } from './access-state.rules.ts'
import { actionsOn } from './client-actions.ts'
import type { ReadClient } from './clients.store.ts'
import { orderableSkus } from './orderable.rules.ts'
import { toUnicode } from './unicode-domain.ts'

const addressParts = [
  'line1',
  'line2',
  'line3',
  'locality',
  'region',
  'postalCode',
  'organizationName',
  'contactName',
] as const

/** Who reads, and when. */
export interface Reader {
  caller: Caller
  families: readonly Family[]
  now: Date
}

/**
 * A client as this caller may see it. A record that was joined with an account keeps its own name, notes and tags; its
 * binding, access, subscriptions and what can be ordered for it are the account's (R32).
 */
export function toClient(read: ReadClient, by: Reader, withActions: boolean): Client {
  const { row, behind } = read
  const { caller, families } = by
  return {
    id: row.id,
    form: row.form ?? 'quick',
    binding: row.aliasOf === null ? (row.binding ?? 'placeholder') : 'bound',
    // a client sees the name of its owner, though not the owner's account
    owner: { id: row.parentId, name: read.ownerName ?? caller.account.parentName ?? '' },
    name: row.name,
    nameIsShared: read.nameIsShared,
    person: row.person,
    company: row.company,
    productFamily: row.productFamily,
    customerType: row.customerType,
    verificationMethod: row.verificationMethod,
    verification: row.verification ?? 'none',
    orderableSkus: orderableSkus(behind ?? row, families),
    segments: row.segments,
    primaryDomain: row.primaryDomain,
    primaryDomainDisplay: row.primaryDomain && toUnicode(row.primaryDomain),
    primaryEmail: row.primaryEmail,
    secondaryEmail: row.secondaryEmail,
    admin: row.admin && { ...row.admin, username: row.admin.username ?? null },
    phone: row.phone,
    postalAddress: row.postalAddress && toAddress(row.postalAddress),
    languageCode: row.languageCode,
    regionCode: row.regionCode,
    timeZone: row.timeZone,
    status: row.status as Client['status'],
    subscriptionState: row.subscriptionState,
    accessState: accessStateOf(read.access, read.notices, by.now),
    paymentMethodOnFile: (behind ?? row).paymentMethodOnFile,
    ...(caller.account.kind === 'client' ? {} : internalPart(read, caller)),
    lastComparedAt: row.lastComparedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
    ...(withActions ? { actions: actionsOn(caller, row, read.access, by.now) } : {}),
  }
}

/** What the client itself must not see (R96). */
function internalPart({ row, descriptions, externalIds }: ReadClient, caller: Caller) {
  const isOwn = (description: { accountId: string }) => description.accountId === caller.account.id
  return {
    description: descriptions.find(isOwn)?.text ?? null,
    otherDescriptions: descriptions
      .filter((description) => !isOwn(description))
      .map(({ accountId, accountName, text }) => ({ account: { id: accountId, name: accountName ?? '' }, text })),
    tags: row.tags,
    externalIds,
    metadata: row.metadata,
  }
}

function toAddress(stored: NonNullable<ReadClient['row']['postalAddress']>): NonNullable<Client['postalAddress']> {
  const parts = addressParts.map((part) => [part, stored[part] ?? null] as const)
  return {
    countryCode: stored.countryCode,
    ...(Object.fromEntries(parts) as Record<(typeof addressParts)[number], string | null>),
  }
}
