import * as z from 'zod/mini'
import {
  CountryCode,
  DomainName,
  EmailAddress,
  LanguageCode,
  PersonName,
  PhoneNumber,
  PostalAddress,
  TimeZone,
} from '../contact.schema.ts'
import { AccountId, kept, Key, line, paragraph } from '../text.schema.ts'

/** A short label. */
export const Tag = z
  .string()
  .check(
    z.trim(),
    z.normalize('NFC'),
    z.minLength(1),
    z.maxLength(40),
    z.regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._:/-]*$/u, { error: 'invalid_format' }),
  )

export const Tags = z.array(Tag).check(
  z.maxLength(50),
  z.overwrite((tags) => [...new Set(tags)]),
)

/** The name of a client in another system of the reseller's. Unique per owner and system. */
export const ExternalId = z.strictObject({ system: Key, id: line(200) })
export interface ExternalId extends z.infer<typeof ExternalId> {}

/** Internal text about a client (R90). Never shown to the client (R96). */
export const Description = paragraph(2000)

const ExternalIds = z.array(ExternalId).check(
  z.maxLength(20),
  z.overwrite((ids) => [...new Map(ids.map((one) => [`${one.system} ${one.id}`, one])).values()]),
)

// zod's record skips this one key without a word
const noProto = z.transform<Record<string, string>, Record<string, string>>((record, { issues }) => {
  if (Object.hasOwn(Object(record), '__proto__')) {
    issues.push({ code: 'unrecognized_keys', keys: ['__proto__'], input: record })
  }
  return record
})

const Metadata = z.pipe(
  noProto,
  z
    .record(kept(40).check(z.minLength(1)), kept(500))
    .check(z.refine((record) => Object.keys(record).length <= 50, { error: 'too_many' })),
)

/** What both forms may carry. */
const common = {
  /** Whose client it becomes. @default the caller's account */
  ownerId: z.optional(AccountId),
  phone: z.optional(PhoneNumber),
  /** @default the owner's */
  languageCode: z.optional(LanguageCode),
  /** @default the owner's */
  regionCode: z.optional(CountryCode),
  description: z.optional(Description),
  tags: z.optional(Tags),
  externalIds: z.optional(ExternalIds),
  metadata: z.optional(Metadata),
  /** Adds it although a client like it is there already (`duplicate_suspected`). */
  acceptDuplicate: z.optional(z.boolean()),
}

/** A person, perhaps with a company: a note card until access is asked for (R18, R19). */
export const QuickClient = z.strictObject({
  form: z.literal('quick'),
  person: PersonName,
  company: z.optional(line(255)),
  primaryEmail: z.optional(EmailAddress),
  secondaryEmail: z.optional(EmailAddress),
  ...common,
})
export interface QuickClient extends z.infer<typeof QuickClient> {}

/** An organisation with its administrator (R45, R54, R55). */
export const OrganizationClient = z.strictObject({
  form: z.literal('organization'),
  name: line(255),
  productFamily: Key,
  customerType: z.enum(['domain', 'team']),
  /** How the client proves who it is. A team does so by e-mail (R47). @default by the customer type */
  verificationMethod: z.optional(z.enum(['domain', 'email'])),
  /** Marks of the organisation, independent of its type (R48). */
  segments: z.optional(z.array(z.enum(['education'])).check(z.maxLength(10))),
  primaryDomain: z.optional(DomainName),
  primaryEmail: EmailAddress,
  secondaryEmail: z.optional(EmailAddress),
  admin: z.extend(PersonName, { username: z.optional(line(64)) }),
  postalAddress: PostalAddress,
  /** Left out, each person's is set at their first sign-in (R72). */
  timeZone: z.optional(TimeZone),
  ...common,
})
export interface OrganizationClient extends z.infer<typeof OrganizationClient> {}

/** A new client, told apart by `form` (R207). */
export const CreateClient = z.discriminatedUnion('form', [QuickClient, OrganizationClient])
export type CreateClient = z.infer<typeof CreateClient>

const nullable = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema))

/** Changes to a client. What is left out stays as it is, `null` takes the value away. */
export const UpdateClient = z.strictObject({
  person: z.optional(PersonName),
  company: nullable(line(255)),
  name: z.optional(line(255)),
  customerType: z.optional(z.enum(['domain', 'team'])),
  segments: z.optional(z.array(z.enum(['education'])).check(z.maxLength(10))),
  primaryDomain: nullable(DomainName),
  primaryEmail: nullable(EmailAddress),
  secondaryEmail: nullable(EmailAddress),
  admin: z.optional(z.extend(PersonName, { username: z.optional(line(64)) })),
  phone: nullable(PhoneNumber),
  postalAddress: nullable(PostalAddress),
  languageCode: z.optional(LanguageCode),
  regionCode: nullable(CountryCode),
  timeZone: nullable(TimeZone),
  externalIds: z.optional(ExternalIds),
  metadata: z.optional(Metadata),
})
export interface UpdateClient extends z.infer<typeof UpdateClient> {}
