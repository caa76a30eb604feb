import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import { FieldErrorSchema } from '../problem.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, Key, lookup } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { CreateClient, Description, Tag, Tags, UpdateClient } from './clients.input.schema.ts'

/** What can be done with one client; each is the row of the same name, `requestAccess` that of `accessRequests.create`. */
export const clientActions = [
  'update',
  'setDescription',
  'setTags',
  'setPaymentMethod',
  'setVerification',
  'requestAccess',
] as const

const Person = z.object({ firstName: z.string(), lastName: z.string() })
const Code = z.string()

/** A short reference to an account, to show and to link. */
export const AccountRef = z.object({ id: AccountId, name: z.string() })
export interface AccountRef extends z.infer<typeof AccountRef> {}

/** What another organisation has noted about a client, for those who may see it (R92). */
export const ForeignDescription = z.object({ account: AccountRef, text: z.string() })

/** A client: somebody a reseller or the platform serves. Adding one gives no right on the client's own account (R1). */
export const Client = z.object({
  /** Immutable and unique, also where names are not (R52, R53). */
  id: AccountId,
  form: z.enum(['quick', 'organization']),
  /**
   * `placeholder`: a note card with no account behind it yet. One that was joined with an account the client had already
   * is `bound`, and shows that account's access, subscriptions and what it can order beside its own name and notes (R32).
   */
  binding: z.enum(['placeholder', 'bound']),
  owner: AccountRef,
  name: z.string(),
  /** Another client that the caller can see has the same name: show the id beside it (R52). */
  nameIsShared: z.boolean(),
  person: z.nullable(Person),
  company: z.nullable(z.string()),
  productFamily: z.nullable(z.string()),
  customerType: z.nullable(z.enum(['domain', 'team'])),
  verificationMethod: z.nullable(z.enum(['domain', 'email'])),
  verification: z.enum(['none', 'email_verified', 'domain_verified']),
  /** Keys of the products that can be ordered for it now (R44, R49, R50). */
  orderableSkus: z.array(z.string()),
  segments: z.array(z.string()),
  /** A-labels, lower case. */
  primaryDomain: z.nullable(z.string()),
  /** The same for people to read, in U-labels. */
  primaryDomainDisplay: z.nullable(z.string()),
  primaryEmail: z.nullable(z.string()),
  secondaryEmail: z.nullable(z.string()),
  admin: z.nullable(z.extend(Person, { username: z.nullable(z.string()) })),
  /** E.164. */
  phone: z.nullable(z.string()),
  postalAddress: z.nullable(
    z.object({
      countryCode: z.string(),
      line1: z.nullable(z.string()),
      line2: z.nullable(z.string()),
      line3: z.nullable(z.string()),
      locality: z.nullable(z.string()),
      region: z.nullable(z.string()),
      postalCode: z.nullable(z.string()),
      organizationName: z.nullable(z.string()),
      contactName: z.nullable(z.string()),
    }),
  ),
  languageCode: z.nullable(z.string()),
  regionCode: z.nullable(z.string()),
  /** `null`: set at each person's first sign-in (R72). */
  timeZone: z.nullable(z.string()),
  status: z.enum(['provisioning', 'provisioning_failed', 'active', 'suspended', 'closed', 'pending_deletion']),
  /** `none` until a first order: shown blank (R65). */
  subscriptionState: z.enum(['none', 'trial', 'active', 'suspended', 'mixed', 'ended']),
  /** The caller's access to the client's account (R2). */
  accessState: z.enum(['none', 'requested', 'active', 'paused', 'expiring', 'ended', 'declined']),
  /** That there is one, and never anything else of it (R11). */
  paymentMethodOnFile: z.boolean(),
  /** What the caller's own organisation has noted. Absent for callers who are the client (R96). */
  description: z.optional(z.nullable(z.string())),
  /** What organisations below the caller's have noted (R92). Absent for callers who are the client. */
  otherDescriptions: z.optional(z.array(ForeignDescription)),
  /** Absent for callers who are the client. */
  tags: z.optional(z.array(z.string())),
  /** Absent for callers who are the client. */
  externalIds: z.optional(z.array(z.object({ system: z.string(), id: z.string() }))),
  /** Absent for callers who are the client. */
  metadata: z.optional(z.record(z.string(), z.string())),
  /** When the record was last compared with the vendor's; changes made there do not come by themselves (R66). */
  lastComparedAt: z.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** For `If-Match`. */
  etag: z.string(),
  /** With `include=actions`, and on a single client always. */
  actions: z.optional(z.record(z.enum(clientActions), ActionState)),
})
export interface Client extends z.infer<typeof Client> {}

/** The name of a thing that can be done with one client. */
export type ClientAction = (typeof clientActions)[number]

const anyOf = <T extends z.ZodMiniType<string>>(item: T) =>
  z.optional(z.array(item).check(z.minLength(1), z.maxLength(50)))

/** The query of `clients.list`: filters of one name are joined by or, filters of several by and. */
export const ClientQuery = z.strictObject({
  ...pageQuery,
  /** Beginnings of words in names, company, domain, e-mail addresses and id. All words have to match. */
  q: z.optional(lookup(200)),
  status: anyOf(Client.shape.status),
  form: anyOf(Client.shape.form),
  productFamily: anyOf(Key),
  /** `none` finds the clients without a first order. */
  subscriptionState: anyOf(Client.shape.subscriptionState),
  owner: anyOf(AccountId),
  tags: anyOf(Tag),
  /** A minus sign reverses the order. @default 'name', and by match where there is a `q` */
  sort: z.optional(z.enum(['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'])),
  include: z.optional(z.array(z.enum(['total', 'actions'])).check(z.maxLength(2))),
})
export interface ClientQuery extends z.input<typeof ClientQuery> {}

/** A client that looks like the one being added, with what tells them apart. */
export const DuplicateCandidate = z.object({
  id: AccountId,
  name: z.string(),
  primaryDomain: z.nullable(z.string()),
  primaryEmail: z.nullable(z.string()),
  createdAt: Timestamp,
  matches: z.enum(['name', 'email']),
})
export interface DuplicateCandidate extends z.infer<typeof DuplicateCandidate> {}

const draft = (max: number) => z.optional(z.nullable(lookup(max)))

/** A client as far as it has been typed. Nothing is required and nothing is refused: what is wrong comes as `errors`. */
export const ClientDraft = z.strictObject({
  form: z.enum(['quick', 'organization']),
  /** The client that is being edited; it is no duplicate of itself. */
  clientId: z.optional(AccountId),
  ownerId: z.optional(AccountId),
  firstName: draft(1000),
  lastName: draft(1000),
  company: draft(1000),
  name: draft(1000),
  productFamily: draft(100),
  customerType: z.optional(z.nullable(z.enum(['domain', 'team']))),
  primaryDomain: draft(1000),
  primaryEmail: draft(1000),
  secondaryEmail: draft(1000),
  phone: draft(100),
  countryCode: draft(10),
  postalCode: draft(100),
})
export interface ClientDraft extends z.infer<typeof ClientDraft> {}

/** What the server knows of a draft. Nothing is stored and nobody is told. */
export const ClientCheck = z.object({
  /** What the form cannot find by itself: public suffixes, phone numbers, postal codes. */
  errors: z.array(FieldErrorSchema),
  /** What should be looked at, and stops nothing. */
  warnings: z.array(z.object({ pointer: z.string(), code: z.enum(['secondary_email_on_sibling_domain']) })),
  /** Why the client cannot be added at all (R40, R41). */
  blockers: z.array(z.object({ code: Code, data: z.optional(z.record(z.string(), z.unknown())) })),
  duplicates: z.array(DuplicateCandidate),
  /** Whose the domain is. Of other resellers' clients no more is said than this (R78). */
  domain: z.enum(['not_checked', 'available', 'own', 'other', 'direct', 'unknown']),
  /** With `own`: the client that has the domain. */
  domainClientId: z.optional(AccountId),
})
export interface ClientCheck extends z.infer<typeof ClientCheck> {}

const params = z.object({ id: AccountId })

export const list = { query: ClientQuery, output: page(Client) }
export const create = { input: CreateClient, output: Client }
export const check = { input: ClientDraft, output: ClientCheck }
export const get = { params, output: Client }
export const update = { params, input: UpdateClient, output: Client }
export const setDescription = {
  params,
  input: z.strictObject({
    /** `null` takes it away. */
    text: z.nullable(Description),
    /** Whose description: the caller's organisation, or one below it (R92). @default the caller's account */
    accountId: z.optional(AccountId),
  }),
  output: Client,
}
export const setTags = { params, input: z.strictObject({ tags: Tags }), output: Client }
export const setVerification = {
  params,
  input: z.strictObject({ verification: z.enum(['email_verified', 'domain_verified']) }),
  output: Client,
}
export const setPaymentMethod = { params, input: z.strictObject({ onFile: z.boolean() }), output: Client }
