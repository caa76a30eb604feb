import type { Output, Parsed, Reach, Row, Rows } from '@clientele/contract'
import type { SigningKeys } from './auth/signing-keys.ts'
import type { Caller } from './auth/caller.ts'
import type { Link } from './auth/links.ts'
import type { Connector } from './connector/connector.ts'
import type { Tx } from './database/transaction.ts'
import type { MailSurroundings } from './mail/mailing.ts'
import type { Family } from './product-families/catalogue.ts'
import { Refusal } from './refusal.ts'
import type { SendWebhook } from './webhook-endpoints/send-webhook.ts'

/** What every handler can reach besides its own arguments. */
export interface Surroundings extends MailSurroundings {
  connector: Connector
  /** Milliseconds. */
  connectorPatience: number
  signingKeys: SigningKeys
  families: readonly Family[]
  webhooks: { allowPrivateAddresses: boolean; send: SendWebhook }
}

/** One call of a row, parsed and allowed. */
export interface Call<R extends Row = Row> extends Parsed<R>, Surroundings {
  caller: Caller
  /** Of rows that are called by a link: what it is for. The caller is its holder, or who is signed in beside it. */
  link: Link | undefined
  /** How far the caller holds the row's right. */
  reach: Reach
  now: Date
  requestId: string
  /** The `If-Match` header as it came. */
  ifMatch: string | undefined
}

/** The inside of a call: one transaction, which ends with the answer. */
export type Answer<R extends Row> = (call: Call<R>, tx: Tx) => Promise<Output<R>>

/** A call that has to ask the outside world does so before its transaction, and closes over what it learned. */
export interface Asking<R extends Row> {
  ask(call: Call<R>): Promise<Answer<R>>
}

export type Handler<R extends Row> = Answer<R> | Asking<R>

/** The handlers of a resource: one for each row of its table. */
export type Handlers<T extends Rows> = { readonly [K in keyof T]: Handler<T[K]> }

/** Refuses a change that was made against an older version, where the caller said which one it saw. */
export function requireVersion(call: Pick<Call, 'ifMatch'>, version: number): void {
  if (call.ifMatch === undefined || call.ifMatch === '*') return
  const etag = etagOf(version)
  const seen = call.ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (seen.includes(etag)) return
  throw new Refusal('etag_mismatch', 'Nothing was changed now. Read it again, decide again, and send its new `etag`.', {
    data: { etag },
  })
}

/** RFC 9110, strong. */
export function etagOf(version: number): string {
  return `"${version}"`
}
