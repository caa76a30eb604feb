import * as z from 'zod/mini'
import { DomainName, EmailAddress, LanguageCode } from '../contact.schema.ts'
import { Duration } from '../duration.schema.ts'
import { AccountId, id, paragraph } from '../text.schema.ts'

/** What of the client's account the access is for. */
export const AccessScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('sold_by_reseller') }),
  /** What the reseller sold, and the direct subscriptions that the client ticks (R174). */
  z.strictObject({ kind: z.literal('sold_plus_ticked') }),
  z.strictObject({
    kind: z.literal('subscriptions'),
    ids: z.array(id('sub')).check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ kind: z.literal('domains'), names: z.array(DomainName).check(z.minLength(1), z.maxLength(200)) }),
])
export type AccessScope = z.infer<typeof AccessScope>

/** A subscription that a scope names: nobody can agree to an id. */
export const NamedSubscription = z.object({ id: id('sub'), name: z.string() })
export interface NamedSubscription extends z.infer<typeof NamedSubscription> {}

/** The level that is asked for: its key for the newest version, or the version that was on the screen. */
const Level = z
  .string({ error: 'level_required' })
  .check(z.regex(/^[a-z][a-z0-9_]{0,63}(@[1-9]\d{0,3})?$/, { error: 'level_required' }))

/** A reseller's request for access to a client. */
export const CreateAccessRequest = z.strictObject({
  clientId: AccountId,
  /** Who asks. @default the caller's account */
  resellerId: z.optional(AccountId),
  level: Level,
  /** @default `all` for products, `sold_plus_ticked` for the console */
  scope: z.optional(AccessScope),
  recipientEmail: EmailAddress,
  /** Plain text. The link and what the level allows are added by the server and cannot be edited away (R35). */
  message: paragraph(2000),
  /** The language of the mail and of the rights in it: one that the level has. @default the client's, else English */
  languageCode: z.optional(LanguageCode),
  /** How long the access lasts, `P1D` at least; left out, it has no end, or the longest one the platform allows. */
  duration: z.optional(z.nullable(Duration)),
  /** By how much it is put off each time it would end, as the client agrees now. Only beside a duration. */
  autoExtend: z.optional(z.nullable(Duration)),
  /** `false` keeps it as a draft. @default true */
  send: z.optional(z.boolean()),
  /** The pending request with another level that this one takes the place of. */
  supersede: z.optional(id('arq')),
})
export interface CreateAccessRequest extends z.infer<typeof CreateAccessRequest> {}

/** Sends it again: a new link, and the old one is dead. */
export const ResendAccessRequest = z.strictObject({
  recipientEmail: z.optional(EmailAddress),
  message: z.optional(paragraph(2000)),
})
export interface ResendAccessRequest extends z.infer<typeof ResendAccessRequest> {}
