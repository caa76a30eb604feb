import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import type { ErrorCode } from '../errors.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccessGrant, ConsentReceipt } from './access-grants.schema.ts'
import { AccessLevel, LevelId } from './access-levels.schema.ts'
import { NamedSubscription } from './access-requests.input.schema.ts'
import { AccountRef } from './clients.schema.ts'
import { Actor, Event } from './events.schema.ts'

/** What can be done with the access of one reseller; each is the row of the same name. */
export const accessActions = ['save', 'agree', 'request'] as const

/** A value that is wanted, the one that is in effect as far as we know, and how long the difference may take (R165). */
export const Propagating = z.object({
  wanted: z.boolean(),
  observed: z.boolean(),
  /** `overdue`: longer than it may take. Neither is a failure. */
  propagation: z.enum(['in_sync', 'pending', 'overdue']),
  changedAt: z.nullable(Timestamp),
  /** While pending: when it should have taken effect at the latest. */
  effectiveBy: z.nullable(Timestamp),
})
export interface Propagating extends z.infer<typeof Propagating> {}

/** A subscription that the client bought elsewhere than from this reseller, and whether the reseller may look after it. */
export const DirectSubscription = z.extend(Propagating, {
  subscription: z.object({ id: id('sub'), sku: z.string(), name: z.string(), soldBy: z.nullable(AccountRef) }),
})
export interface DirectSubscription extends z.infer<typeof DirectSubscription> {}

/** The access of one reseller to one client: the client's switch (SM4), the ticks below it, and the grants. */
export const ClientAccess = z.object({
  clientId: AccountId,
  reseller: AccountRef,
  /** `owner`: the client is its own. `secondary`: it was let in beside the owner. */
  link: z.enum(['owner', 'secondary']),
  allow: Propagating,
  changedBy: z.nullable(Actor),
  /** Ticked one by one; without effect while the switch is off (R176). */
  direct: z.array(DirectSubscription),
  /** That the reseller agreed to look after direct subscriptions (R171). */
  agreement: z.object({
    state: z.enum(['none', 'attested_by_client', 'confirmed_by_reseller']),
    at: z.nullable(Timestamp),
  }),
  /** All access of all resellers stands still since then. */
  pausedAt: z.nullable(Timestamp),
  /** The clause of the contract that keeps the switch on. */
  lockedByContract: z.nullable(z.string()),
  /** Those that live, and the last one that ended. */
  grants: z.array(AccessGrant),
  pendingRequestId: z.nullable(id('arq')),
  /** How long a change takes: at most, and as seen of late; in ISO 8601. */
  propagation: z.object({ max: z.string(), typical: z.nullable(z.string()) }),
  etag: z.string(),
  actions: z.record(z.enum(accessActions), ActionState),
})
export interface ClientAccess extends z.infer<typeof ClientAccess> {}

/** All resellers of one client. */
export const ClientAccessList = z.object({
  clientId: AccountId,
  pausedAt: z.nullable(Timestamp),
  resellers: z.array(ClientAccess),
  actions: z.record(z.enum(['pause', 'resume']), ActionState),
})
export interface ClientAccessList extends z.infer<typeof ClientAccessList> {}

/** The client's decision, saved as a whole (R170). */
export const SaveAccess = z.strictObject({
  allow: z.boolean(),
  /** The direct subscriptions that are ticked. Left out, they stay as they are. */
  direct: z.optional(z.array(id('sub')).check(z.maxLength(500))),
  /** The client says that the reseller has agreed to look after direct subscriptions (R171). */
  resellerHasAgreed: z.optional(z.literal(true)),
  /**
   * The version of the console's level that was on the page: what is ticked first is granted by it. Where another one is
   * the newest by now, nothing is saved. Left out, it is the newest one, whichever that is.
   */
  level: z.optional(LevelId),
  /** The language the page was read in, for the receipt of that grant. @default the client's */
  languageCode: z.optional(z.string().check(z.maxLength(35))),
})
export interface SaveAccess extends z.infer<typeof SaveAccess> {}

/** What is asked about: may this reseller do this, at this client, with this subscription. */
export const AccessQuestion = z.strictObject({
  clientId: AccountId,
  /** @default the caller's account */
  resellerId: z.optional(AccountId),
  /** One of the capabilities, or any other word, which no level contains. */
  capability: z.string().check(z.regex(/^[a-z][a-z0-9_.]{0,63}$/, { error: 'invalid_format' })),
  subscriptionId: z.optional(id('sub')),
  /** Of the person at the reseller. Left out: the caller's own, and of others no role in particular. */
  role: z.optional(z.enum(['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support'])),
})
export interface AccessQuestion extends z.infer<typeof AccessQuestion> {}

const Code = z.string() as z.ZodMiniType<ErrorCode | (string & {}), ErrorCode | (string & {})>

/** Yes, or the code and data that the call itself would be refused with. */
export const AccessAnswer = z.object({
  allowed: z.boolean(),
  /**
   * Why not: `link_missing`, `access_switch_off`, `access_paused`, `access_not_granted`, `grant_ended`,
   * `propagation_pending`, `capability_not_in_level`, `subscription_not_in_scope`, `capability_never_delegable`,
   * `payment_method_missing`, `account_suspended` or `role_required`.
   */
  code: z.optional(Code),
  data: z.optional(z.record(z.string(), z.unknown())),
  /** The grant that allows it. */
  grantId: z.nullable(id('agr')),
})
export interface AccessAnswer extends z.infer<typeof AccessAnswer> {}

/** What is about to be done. */
export const AccessUse = z.extend(AccessQuestion, {
  /** What it is, in words for the client: “Opened the console”. */
  summary: z.optional(line(200)),
  /** Who does it, where the host signs in its people itself and calls with a key. */
  person: z.optional(line(200)),
})
export interface AccessUse extends z.infer<typeof AccessUse> {}

/** The steps in the order they are looked at (model 5.5). */
export const accessSteps = [
  'link',
  'switch',
  'grant',
  'never_list',
  'payment_method',
  'holds',
  'role',
  'second_factor',
] as const

/** Why one may or may not (N2): the steps in order, up to the first that blocks. */
export const AccessExplanation = z.extend(AccessAnswer, {
  steps: z.array(
    z.object({
      step: z.enum(accessSteps),
      ok: z.boolean(),
      code: z.optional(Code),
      data: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  /** Who can remove what blocks: nobody where no level ever allows it. */
  removableBy: z.nullable(z.enum(['client', 'reseller', 'platform', 'time', 'nobody'])),
})
export interface AccessExplanation extends z.infer<typeof AccessExplanation> {}

/** What the holder of a manage link sees: one client, one reseller, and what can be done about it. */
export const ManagedAccess = z.object({
  client: z.object({ name: z.string() }),
  access: ClientAccess,
  /** The levels of the grants, in the versions that were agreed to: a link opens no list of levels. */
  levels: z.array(AccessLevel),
  /** Those that the scopes of the grants name. */
  subscriptions: z.array(NamedSubscription),
})
export interface ManagedAccess extends z.infer<typeof ManagedAccess> {}

/** The links by which access was managed without an account are dead. */
export const ReplacedLinks = z.object({
  /** Where a new one was mailed; `null` where no mailbox of the client is known, or the host has no page for it. */
  sentTo: z.nullable(z.string()),
})
export interface ReplacedLinks extends z.infer<typeof ReplacedLinks> {}

/** `id`: the client. */
const params = z.object({ id: AccountId })
const pair = z.object({ id: AccountId, resellerId: AccountId })

export const list = { params, output: ClientAccessList }
export const get = { params: pair, output: ClientAccess }
export const save = { params: pair, input: SaveAccess, output: ClientAccess }
export const agree = { params: pair, output: ClientAccess }
export const lock = {
  params: pair,
  input: z.strictObject({
    /** As the client reads it beside the switch; `null` takes the lock away. */
    clause: z.nullable(line(500)),
  }),
  output: ClientAccess,
}
export const replaceLinks = { params: pair, output: ReplacedLinks }
export const pause = { params, output: ClientAccessList }
export const resume = { params, output: ClientAccessList }
export const activity = {
  params,
  query: z.strictObject({ ...pageQuery, grantId: z.optional(id('agr')), resellerId: z.optional(AccountId) }),
  output: page(Event),
}
export const check = { input: AccessQuestion, output: AccessAnswer }
export const use = { input: AccessUse, output: AccessAnswer }
export const explain = { input: AccessQuestion, output: AccessExplanation }
export const managed = { output: ManagedAccess }
export const pauseManaged = { output: ManagedAccess }
export const resumeManaged = { output: ManagedAccess }
export const endManaged = { output: ManagedAccess }
export const replaceManagedLink = { output: ReplacedLinks }
export const managedReceipt = { params: z.object({ id: id('agr') }), output: ConsentReceipt }
