import type { ErrorCode, Role, Settings } from '@clientele/contract'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, instant, key, transactionId } from './columns.ts'

interface StoredName {
  firstName: string
  lastName: string
}
export type StoredAddress = { countryCode: string } & Partial<
  Record<
    'line1' | 'line2' | 'line3' | 'locality' | 'region' | 'postalCode' | 'organizationName' | 'contactName',
    string | undefined
  >
>

/** The platform, resellers and clients in one table, so that converting one into another keeps its id. */
export const accounts = pgTable(
  'accounts',
  {
    id: key('id').primaryKey(),
    kind: text('kind').$type<'platform' | 'reseller' | 'client'>().notNull(),
    /** Of a client: its owner. Of a reseller: the reseller or platform above. */
    parentId: key('parent_id'),
    /** Of the platform and resellers: the ids from the top down to this one, each with a slash behind. */
    path: key('path'),
    name: text('name').notNull(),
    /** The name folded, for order and for finding equal names. */
    nameKey: key('name_key').notNull(),
    status: text('status').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),

    form: text('form').$type<'quick' | 'organization'>(),
    binding: text('binding').$type<'placeholder' | 'bound'>(),
    /** Of a placeholder whose client came with an account of its own: that account (R32). */
    aliasOf: key('alias_of'),
    person: jsonb('person').$type<StoredName>(),
    company: text('company'),
    productFamily: text('product_family'),
    customerType: text('customer_type').$type<'domain' | 'team'>(),
    verificationMethod: text('verification_method').$type<'domain' | 'email'>(),
    verification: text('verification').$type<'none' | 'email_verified' | 'domain_verified'>(),
    segments: text('segments')
      .array()
      .notNull()
      .default(sql`'{}'`),
    primaryDomain: key('primary_domain'),
    primaryEmail: text('primary_email'),
    secondaryEmail: text('secondary_email'),
    admin: jsonb('admin').$type<StoredName & { username?: string | undefined }>(),
    phone: text('phone'),
    postalAddress: jsonb('postal_address').$type<StoredAddress>(),
    languageCode: text('language_code'),
    regionCode: text('region_code'),
    timeZone: text('time_zone'),
    subscriptionState: text('subscription_state')
      .$type<'none' | 'trial' | 'active' | 'suspended' | 'mixed' | 'ended'>()
      .notNull()
      .default('none'),
    paymentMethodOnFile: boolean('payment_method_on_file').notNull().default(false),
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'`),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull().default({}),
    lastComparedAt: instant('last_compared_at'),

    publicIdentifier: key('public_identifier'),
    legalName: text('legal_name'),
    domains: text('domains')
      .array()
      .notNull()
      .default(sql`'{}'`),
    supportEmail: text('support_email'),
    maxClients: integer('max_clients'),
  },
  (t) => {
    const client = sql`kind = 'client'`
    const facets = { status: t.status, form: t.form, family: t.productFamily, subscriptions: t.subscriptionState }
    return [
      // a page is one stretch of one of these, for one owner and for the platform
      index('clients_by_owner').on(t.parentId, t.id).where(client),
      index('clients_by_owner_name').on(t.parentId, t.nameKey, t.id).where(client),
      index('clients_by_owner_update').on(t.parentId, t.updatedAt, t.id).where(client),
      index('clients_by_id').on(t.id).where(client),
      index('records_by_account')
        .on(t.aliasOf)
        .where(sql`alias_of is not null`),
      index('clients_by_name').on(t.nameKey, t.id).where(client),
      index('clients_by_update').on(t.updatedAt, t.id).where(client),
      ...Object.entries(facets).flatMap(([name, column]) => [
        index(`clients_by_owner_${name}`).on(t.parentId, column, t.nameKey, t.id).where(client),
        index(`clients_by_${name}`).on(column, t.nameKey, t.id).where(client),
      ]),
      index('clients_by_tags').using('gin', t.tags).where(client),
      index('clients_by_primary_email')
        .on(t.parentId, sql`lower(primary_email)`)
        .where(client),
      uniqueIndex('one_domain_client')
        .on(t.primaryDomain)
        .where(sql`kind = 'client' and customer_type = 'domain'`),
      uniqueIndex('one_public_identifier').on(t.publicIdentifier),
      index('resellers_by_path')
        .on(t.path)
        .where(sql`kind <> 'client'`),
      index('resellers_by_id')
        .on(t.id)
        .where(sql`kind = 'reseller'`),
    ]
  },
)

/** The words a client is found by, folded. The name stands beside each, so that matches come in order. */
export const terms = pgTable(
  'terms',
  {
    ownerId: key('owner_id').notNull(),
    term: key('term').notNull(),
    nameKey: key('name_key').notNull(),
    clientId: key('client_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.term] }),
    index('terms_by_owner').on(t.ownerId, t.term, t.nameKey, t.clientId),
    // the owner at the end, so that the policy needs no look at the row
    index('terms_by_term').on(t.term, t.nameKey, t.clientId, t.ownerId),
  ],
)

/** What each organisation has noted about a client, for itself and those above it (R92, R93). */
export const descriptions = pgTable(
  'descriptions',
  {
    clientId: key('client_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    accountId: key('account_id').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.accountId] })],
)

/** The names of clients in other systems, unique per owner and system. */
export const externalIds = pgTable(
  'external_ids',
  {
    ownerId: key('owner_id').notNull(),
    system: key('system').notNull(),
    externalId: key('external_id').notNull(),
    clientId: key('client_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.system, t.externalId] }), index('external_ids_by_client').on(t.clientId)],
)

/** Secret keys, as hashes. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: key('id').primaryKey(),
    accountId: key('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    hash: bytes('hash').notNull(),
    hint: text('hint').notNull(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('api_keys_by_hash').on(t.hash), index('api_keys_by_account').on(t.accountId, t.id)],
)

/** The secrets that sign widget sessions, encrypted with the master key and shared by all replicas. */
export const signingKeys = pgTable('signing_keys', {
  kid: key('kid').primaryKey(),
  sealed: bytes('sealed').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** Everything that happened, written in the transaction of the change. */
export const events = pgTable(
  'events',
  {
    id: key('id').primaryKey(),
    /** The transaction that wrote it: readers stop before the oldest one still running, so none is missed. */
    transaction: transactionId('transaction')
      .notNull()
      .default(sql`pg_current_xact_id()`),
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    type: text('type').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    /** Whose business it is: a reseller that has to do with the client, or the account itself. */
    ownerId: key('owner_id').notNull(),
    /** The client that may see it, where it concerns one and is not internal. */
    clientId: key('client_id'),
    subjectType: text('subject_type').notNull(),
    subjectId: key('subject_id').notNull(),
    /** As people know it; it keeps the name that it had. */
    subjectDisplay: text('subject_display'),
    /** A reseller beside that one, who did it under a grant. */
    resellerId: key('reseller_id'),
    /** The grant under which it was done. */
    grantId: key('grant_id'),
    actor: jsonb('actor').notNull(),
    changes: jsonb('changes').notNull(),
    requestId: text('request_id'),
  },
  (t) => [
    index('events_in_order').on(t.transaction, t.position),
    index('events_by_owner').on(t.ownerId, t.transaction, t.position),
    index('events_by_subject').on(t.subjectId, t.transaction, t.position),
    index('events_by_reseller').on(t.resellerId, t.transaction, t.position),
    index('events_by_client').on(t.clientId, t.transaction, t.position),
  ],
)

/** Answers to writes, kept for a day: the same key gets the same answer. */
export const idempotency = pgTable(
  'idempotency',
  {
    caller: key('caller').notNull(),
    key: key('key').notNull(),
    requestHash: bytes('request_hash').notNull(),
    status: smallint('status').notNull(),
    body: json('body').$type<unknown>(),
    /** Of a refusal: its code. */
    code: text('code').$type<ErrorCode>(),
    etag: text('etag'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caller, t.key] }), index('idempotency_by_age').on(t.createdAt)],
)

/** One row: what the operator has decided. */
export const settings = pgTable('settings', {
  id: smallint('id').primaryKey().default(1),
  companyRequired: boolean('company_required').notNull().default(false),
  teamFamilies: text('team_families').array().notNull(),
  maxDepth: smallint('max_depth').notNull().default(2),
  /** What was decided about access, links and notices; what was not is the default. */
  access: jsonb('access').$type<Partial<Settings['access']>>().notNull().default({}),
  links: jsonb('links').$type<Partial<Settings['links']>>().notNull().default({}),
  notify: jsonb('notify').$type<Partial<Settings['notify']>>().notNull().default({}),
  version: integer('version').notNull().default(1),
})
