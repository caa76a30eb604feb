import * as z from 'zod/mini'
import { ActionState } from '../action.schema.ts'
import { capabilities } from '../capabilities.ts'
import { Duration } from '../duration.schema.ts'
import { page, pageQuery } from '../page.schema.ts'
import { AccountId, id, Key } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'
import { LevelId, LevelTexts } from './access-levels.schema.ts'
import { AccessScope } from './access-requests.input.schema.ts'
import { AccountRef } from './clients.schema.ts'
import { Actor } from './events.schema.ts'

/** What can be done with one grant; each is the row of the same name. */
export const accessGrantActions = ['end', 'lower', 'extend', 'letRunOut', 'acceptVersion', 'declineVersion'] as const

const Status = z.enum(['activating', 'active', 'paused', 'ending', 'ended', 'expired', 'failed'])

/** What a client has allowed a reseller, pinned to the version of the level it saw (SM3). */
export const AccessGrant = z.object({
  id: id('agr'),
  client: AccountRef,
  reseller: AccountRef,
  requestId: z.nullable(id('arq')),
  level: LevelId,
  family: z.enum(['products', 'console', 'support']),
  capabilities: z.array(z.enum(capabilities)),
  scope: AccessScope,
  source: z.enum(['request', 'preset', 'direct_tick']),
  /** `activating` is not active yet, however long it takes (R211). */
  status: Status,
  /** What was last decided about it takes longer than it may to take effect, or was refused although it has to. */
  overdue: z.boolean(),
  /** Ends within the first of the notices, and is not put off by itself. */
  expiring: z.boolean(),
  activatedAt: z.nullable(Timestamp),
  endsAt: z.nullable(Timestamp),
  autoExtend: z.nullable(z.string()),
  endedAt: z.nullable(Timestamp),
  endReason: z.nullable(
    z.enum([
      'client_ended',
      'reseller_gave_back',
      'replaced',
      'expired',
      'platform',
      'moved',
      'client_deleted',
      'reseller_ended',
    ]),
  ),
  lastUsedAt: z.nullable(Timestamp),
  receiptId: z.nullable(id('rcp')),
  /**
   * A newer version of the level, with what it would add. The client agrees to it, or leaves things as they are: since
   * `declinedAt`, and until it changes its mind.
   */
  offeredVersion: z.nullable(
    z.object({ level: LevelId, adds: z.array(z.enum(capabilities)), declinedAt: z.nullable(Timestamp) }),
  ),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  etag: z.string(),
  actions: z.optional(z.record(z.enum(accessGrantActions), ActionState)),
})
export interface AccessGrant extends z.infer<typeof AccessGrant> {}
export type AccessGrantAction = (typeof accessGrantActions)[number]

/** What was agreed, signed (RFC 7515, EdDSA): readable by everybody, changed by nobody. */
export const ConsentReceipt = z.object({
  id: id('rcp'),
  grantId: id('agr'),
  clientId: AccountId,
  resellerId: AccountId,
  /** Compact JWS. Check it with `verifyReceipt` of the SDK, offline. */
  jws: z.string(),
  /**
   * What vouches for it where its key was stolen later: the server signs its hash with the key in use. Keep it beside the
   * receipt, and give it to `verifyReceipt`. Empty where the receipt's own signature is enough.
   */
  later: z.array(z.string()),
  createdAt: Timestamp,
})
export interface ConsentReceipt extends z.infer<typeof ConsentReceipt> {}

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'invalid_format' }))

/** What a receipt says: the payload of its JWS. */
export const Receipt = z.object({
  id: id('rcp'),
  /** SHA-256 in hex of the JWS before it, of the same client and reseller; `null` in their first. */
  previous: z.nullable(Sha256),
  grantId: id('agr'),
  requestId: z.nullable(id('arq')),
  client: AccountRef,
  reseller: AccountRef,
  /** Who agreed for the client. */
  decidedBy: Actor,
  level: LevelId,
  capabilities: z.array(z.enum(capabilities)),
  /** The texts of the level as they were shown, and their SHA-256 in hex as `canonicalWording` defines it. */
  wording: z.object({ languageCode: z.string(), sha256: Sha256, texts: LevelTexts }),
  scope: AccessScope,
  /** ISO 8601; `null` is without an end. */
  duration: z.nullable(z.string()),
  autoExtend: z.nullable(z.string()),
  endsAt: z.nullable(Timestamp),
  issuedAt: Timestamp,
})
export interface Receipt extends z.infer<typeof Receipt> {}

/** The public half of a key that signs receipts: a JWK (RFC 7517, RFC 8037), and what became of it. */
export const ReceiptKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  createdAt: Timestamp,
  /** When the next one took over; `null` is the one in use. What it signed stays good. */
  retiredAt: z.nullable(Timestamp),
  /** Since when somebody else may have it: by itself, its signature proves nothing any more. */
  revokedAt: z.nullable(Timestamp),
})
export interface ReceiptKey extends z.infer<typeof ReceiptKey> {}

const params = z.object({ id: id('agr') })

export const list = {
  query: z.strictObject({
    ...pageQuery,
    clientId: z.optional(AccountId),
    resellerId: z.optional(AccountId),
    status: z.optional(z.array(Status).check(z.minLength(1), z.maxLength(10))),
    include: z.optional(z.array(z.enum(['actions'])).check(z.maxLength(1))),
  }),
  output: page(AccessGrant),
}
export const get = { params, output: AccessGrant }
export const end = { params, output: AccessGrant }
export const lower = {
  params,
  input: z.strictObject({
    /** The key of a level of the same family with a lower rank. */
    level: Key,
  }),
  output: AccessGrant,
}
export const extend = {
  params,
  input: z.strictObject({
    /** From now on; `null` is without an end. */
    duration: z.nullable(Duration),
  }),
  output: AccessGrant,
}
export const letRunOut = { params, output: AccessGrant }
export const acceptVersion = {
  params,
  input: z.strictObject({
    /** The version that was on the page. */
    level: LevelId,
    /** The language the page was read in, for the receipt. @default that of the request */
    languageCode: z.optional(z.string().check(z.maxLength(35))),
  }),
  output: AccessGrant,
}
export const declineVersion = {
  params,
  input: z.strictObject({
    /** The version that was on the page. */
    level: LevelId,
  }),
  output: AccessGrant,
}
export const receipt = { params, output: ConsentReceipt }
export const receiptKeys = {
  output: z.object({
    /** All that receipts were ever signed with, the oldest first: a JWK set. */
    keys: z.array(ReceiptKey),
  }),
}
