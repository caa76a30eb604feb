import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import { EmailAddress } from '../contact.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, paragraph } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { AccessLevel, LevelId } from './access-levels.schema.ts'
import {
  AccessScope,
  CreateAccessRequest,
  NamedSubscription,
  ResendAccessRequest,
} from './access-requests.input.schema.ts'
import { AccountRef } from './clients.schema.ts'
import { Actor } from './events.schema.ts'

/** What can be done with one request; each is the row of the same name. */
export const accessRequestActions = ['send', 'resend', 'cancel', 'remind'] as const

const Status = z.enum(['draft', 'pending', 'declined', 'expired', 'accepted', 'canceled', 'superseded'])

/** A request for access on its way to an answer (SM2). */
export const AccessRequest = z.object({
  id: id('arq'),
  client: AccountRef,
  reseller: AccountRef,
  level: LevelId,
  scope: AccessScope,
  recipientEmail: z.string(),
  message: z.string(),
  languageCode: z.string(),
  duration: z.nullable(z.string()),
  autoExtend: z.nullable(z.string()),
  status: Status,
  /** What became of the mail: a side track, which ends no request. */
  delivery: z.nullable(
    z.object({
      state: z.enum(['queued', 'sent', 'delivered', 'opened', 'bounced', 'complained']),
      at: Timestamp,
      detail: z.nullable(z.string()),
    }),
  ),
  /** How often it was sent, reminders apart. */
  attempt: z.int(),
  /** Times it can still be sent within 30 days. */
  attemptsLeft: z.int(),
  sentAt: z.nullable(Timestamp),
  expiresAt: z.nullable(Timestamp),
  remindedAt: z.array(Timestamp),
  decidedAt: z.nullable(Timestamp),
  decidedBy: z.nullable(Actor),
  decisionReason: z.nullable(z.string()),
  /** The client asked, on the page of the expired link, to be asked again. */
  renewalAskedAt: z.nullable(Timestamp),
  supersedesId: z.nullable(id('arq')),
  grantId: z.nullable(id('agr')),
  /**
   * A link to pass on by other means: for the reseller that sent the request, while it is pending. Unlike the one in the
   * mail it proves no mailbox: whoever answers by it has to be signed in. Not in a replayed answer: read it again.
   */
  copyableLink: z.optional(z.nullable(z.string())),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
  actions: z.optional(z.record(z.enum(accessRequestActions), ActionState)),
})
export interface AccessRequest extends z.infer<typeof AccessRequest> {}
export type AccessRequestAction = (typeof accessRequestActions)[number]

/** What the holder of a link sees: who asks for what, and who may answer. */
export const LinkedRequest = z.object({
  id: id('arq'),
  /** `pending` can be answered; the others say why not any more. */
  status: Status,
  reseller: z.object({ name: z.string(), supportEmail: z.nullable(z.string()) }),
  client: z.object({ name: z.string(), binding: z.enum(['placeholder', 'bound']) }),
  level: AccessLevel,
  scope: AccessScope,
  /** Those that the scope names, if it names any. */
  subscriptions: z.array(NamedSubscription),
  /** Plain text, with its variables filled in. */
  message: z.string(),
  languageCode: z.string(),
  duration: z.nullable(z.string()),
  autoExtend: z.nullable(z.string()),
  /** When the access would end if it were accepted now. */
  endsAt: z.nullable(Timestamp),
  expiresAt: z.nullable(Timestamp),
  decidedAt: z.nullable(Timestamp),
  /** The name or the mailbox of whoever answered. */
  decidedBy: z.nullable(z.string()),
  /** The reseller was told that the client would like to be asked again. */
  renewalAskedAt: z.nullable(Timestamp),
  /** `null` for whoever may not answer, as one who only has a link that was passed on. */
  paymentMethodOnFile: z.nullable(z.boolean()),
  /** What is known of the person: nobody signed in, the wrong person, or the accounts to accept for (R30, R32). */
  viewer: z.object({
    signedIn: z.boolean(),
    /** `sign_in`: answer after signing in at the host. `not_administrator`: not as this person. */
    mayAnswer: z.enum(['yes', 'sign_in', 'not_administrator']),
    accounts: z.array(AccountRef),
  }),
})
export interface LinkedRequest extends z.infer<typeof LinkedRequest> {}

/** What accepting led to. */
export const AcceptedRequest = z.object({
  request: LinkedRequest,
  grantId: id('agr'),
  /** The consent receipt, a compact JWS: it is mailed to both sides as well. */
  receipt: z.string(),
  /** The account that it was accepted for. */
  clientId: AccountId,
  /**
   * The link of the page to see, pause and end the access, without an account. `null` where the host has no page for it
   * (setting `links.manageUrl`), and in a replayed answer.
   */
  manageLink: z.nullable(z.string()),
})
export interface AcceptedRequest extends z.infer<typeof AcceptedRequest> {}

const params = z.object({ id: id('arq') })

export const list = {
  query: z.strictObject({
    ...pageQuery,
    clientId: z.optional(AccountId),
    resellerId: z.optional(AccountId),
    status: z.optional(z.array(Status).check(z.minLength(1), z.maxLength(10))),
    include: z.optional(z.array(z.enum(['actions'])).check(z.maxLength(1))),
  }),
  output: page(AccessRequest),
}
export const create = { input: CreateAccessRequest, output: AccessRequest }
export const get = { params, output: AccessRequest }
export const send = { params, output: AccessRequest }
export const resend = { params, input: ResendAccessRequest, output: AccessRequest }
export const cancel = { params, output: AccessRequest }
export const remind = { params, output: AccessRequest }
export const reportDelivery = {
  params,
  input: z.strictObject({
    /** `deliverable`: mail gets through to the mailbox again, or is wanted there again, after it came back or was not. */
    state: z.enum(['delivered', 'opened', 'bounced', 'complained', 'deliverable']),
    /**
     * Where the mail went. Of another mailbox than the one that is asked now, that mail came back or is not wanted is kept
     * for that mailbox, and the request stays as it is.
     * @default who is asked now
     */
    recipientEmail: z.optional(EmailAddress),
    detail: z.optional(paragraph(500)),
  }),
  output: AccessRequest,
}
export const current = { output: LinkedRequest }
export const accept = {
  input: z.strictObject({
    /** The level version that was on the page: another one is not accepted by mistake. */
    level: LevelId,
    /** Which of the accounts that the person administers is meant (R32). */
    accountId: z.optional(AccountId),
    /** The language the page was read in, for the receipt. */
    languageCode: z.optional(z.string().check(z.maxLength(35))),
  }),
  output: AcceptedRequest,
}
export const decline = {
  input: z.strictObject({ reason: z.optional(z.nullable(paragraph(500))) }),
  output: LinkedRequest,
}
export const askAgain = { output: LinkedRequest }
