import * as z from 'zod/mini'
import { CountryCode, DomainName, EmailAddress, LanguageCode, TimeZone } from '../contact.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

/** A reseller: an account with clients of its own, and perhaps sub-resellers. */
export const Reseller = z.object({
  id: AccountId,
  parentId: AccountId,
  /** 1 is right below the platform. */
  depth: z.int(),
  displayName: z.string(),
  legalName: z.nullable(z.string()),
  /** Unique, for people: tells resellers of similar names apart. */
  publicIdentifier: z.string(),
  domains: z.array(z.string()),
  supportEmail: z.nullable(z.string()),
  status: z.enum(['pending', 'active', 'suspended', 'offboarding', 'closed', 'revoked']),
  /** `null` is unlimited. */
  limits: z.object({ maxClients: z.nullable(z.int()) }),
  /** Given to its clients where they name none. */
  defaults: z.object({
    languageCode: z.nullable(z.string()),
    regionCode: z.nullable(z.string()),
    /** In which mails tell it the time (IANA), and its clients as long as theirs is not known. `null` is UTC. */
    timeZone: z.nullable(z.string()),
  }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
})
export interface Reseller extends z.infer<typeof Reseller> {}

/** A new reseller, active at once. */
export const CreateReseller = z.strictObject({
  /** @default the caller's account */
  parentId: z.optional(AccountId),
  displayName: line(255),
  legalName: z.optional(line(255)),
  publicIdentifier: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/, { error: 'invalid_format' })),
  domains: z.optional(z.array(DomainName).check(z.maxLength(20))),
  supportEmail: z.optional(EmailAddress),
  limits: z.optional(z.strictObject({ maxClients: z.nullable(z.int().check(z.gte(0), z.lte(10_000_000))) })),
  defaults: z.optional(
    z.strictObject({
      languageCode: z.optional(LanguageCode),
      regionCode: z.optional(CountryCode),
      timeZone: z.optional(TimeZone),
    }),
  ),
})
export interface CreateReseller extends z.infer<typeof CreateReseller> {}

export const list = { query: z.strictObject(pageQuery), output: page(Reseller) }
export const get = { params: z.object({ id: AccountId }), output: Reseller }
export const create = { input: CreateReseller, output: Reseller }
