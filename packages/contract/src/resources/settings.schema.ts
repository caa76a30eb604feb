import * as z from 'zod/mini'
import { EmailAddress } from '../contact.schema.ts'
import { Duration, DurationOrNone } from '../duration.schema.ts'
import { Key } from '../text.schema.ts'

/** What a person can be told of by mail, and the platform may leave out (R204). The request itself is always sent. */
export const notices = [
  'request_reminder',
  'request_canceled',
  'request_declined',
  'request_expired',
  'renewal_asked',
  'access_confirmed',
  'access_failed',
  'access_ended',
  'access_expiring',
  'access_extended',
  'access_paused',
  'access_resumed',
  'switch_changed',
  'access_changed',
  'level_version_offered',
  'suggestion_sent',
] as const
export type Notice = (typeof notices)[number]

const Address = z.string().check(
  z.maxLength(500),
  z.refine((text) => ['https:', 'http:'].includes(URL.parse(text)?.protocol ?? ''), {
    error: 'invalid_format: A whole address, as in https://panel.example.com/access.',
  }),
  z.refine((text) => !text.includes('#'), {
    error: 'invalid_format: Without a #: the token of the link follows there.',
  }),
)

/** What the operator of the platform has decided. */
export const Settings = z.object({
  client: z.object({
    /** Quick clients need a company (R18). */
    companyRequired: z.boolean(),
    /** The product families whose clients may be teams (R47). */
    teamFamilies: z.array(z.string()),
  }),
  tree: z.object({
    /** Tiers of resellers; 1 is no sub-resellers. */
    maxDepth: z.int(),
  }),
  access: z.object({
    /** Where a new client begins: with access off, or on with a grant of `autoLevel` (R202). Changes no existing client. */
    preset: z.enum(['consent_first', 'managed_on']),
    /** The key of the level that `managed_on` grants. */
    autoLevel: z.nullable(z.string()),
    requestTtl: z.string(),
    /** How long after sending the client is reminded. */
    requestReminders: z.array(z.string()),
    /** Times a client may be asked within 30 days. */
    requestMaxAttempts: z.int(),
    /** The longest a grant may last; `null` is without an end. */
    maxDuration: z.nullable(z.string()),
    /** How long before its end both sides are told. */
    expiryNotices: z.array(z.string()),
    /** After this a change that was not seen to take effect is overdue (R165). */
    propagationMax: z.string(),
    /** Ticks beside direct subscriptions survive the switch being off (R176). */
    keepDirectSelection: z.boolean(),
    /** Who may change the switch of an organisation (R166). */
    clientAdminIdentity: z.enum(['managed_only', 'any']),
  }),
  links: z.object({
    /** The host's pages that links in mails lead to; the token follows as the fragment. */
    requestUrl: z.nullable(z.string()),
    manageUrl: z.nullable(z.string()),
    /** Where a client that is signed in answers suggestions: their id follows as the fragment, and lets nobody in. */
    suggestionUrl: z.nullable(z.string()),
  }),
  notify: z.object({
    /** Mails that are not sent. */
    off: z.array(z.enum(notices)),
    /** Who at the platform is told of changes of access that are overdue; `null` is nobody. The platform alone reads it. */
    operatorEmail: z.nullable(z.string()),
  }),
  etag: z.string(),
})
export interface Settings extends z.infer<typeof Settings> {}

export const get = { output: Settings }
export const update = {
  input: z.strictObject({
    client: z.optional(
      z.strictObject({
        companyRequired: z.optional(z.boolean()),
        teamFamilies: z.optional(z.array(Key).check(z.maxLength(100))),
      }),
    ),
    tree: z.optional(z.strictObject({ maxDepth: z.optional(z.int().check(z.gte(1), z.lte(5))) })),
    access: z.optional(
      z.strictObject({
        preset: z.optional(z.enum(['consent_first', 'managed_on'])),
        autoLevel: z.optional(z.nullable(Key)),
        requestTtl: z.optional(Duration),
        requestReminders: z.optional(z.array(Duration).check(z.maxLength(10))),
        requestMaxAttempts: z.optional(z.int().check(z.gte(1), z.lte(10))),
        maxDuration: z.optional(z.nullable(Duration)),
        expiryNotices: z.optional(z.array(DurationOrNone).check(z.maxLength(10))),
        propagationMax: z.optional(DurationOrNone),
        keepDirectSelection: z.optional(z.boolean()),
        clientAdminIdentity: z.optional(z.enum(['managed_only', 'any'])),
      }),
    ),
    links: z.optional(
      z.strictObject({
        requestUrl: z.optional(z.nullable(Address)),
        manageUrl: z.optional(z.nullable(Address)),
        suggestionUrl: z.optional(z.nullable(Address)),
      }),
    ),
    notify: z.optional(
      z.strictObject({
        off: z.optional(z.array(z.enum(notices)).check(z.maxLength(50))),
        operatorEmail: z.optional(z.nullable(EmailAddress)),
      }),
    ),
  }),
  output: Settings,
}
