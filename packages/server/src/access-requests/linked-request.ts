import type { LinkedRequest } from '@clientele/contract'
import { toLevel } from '../access-levels/access-levels.store.ts'
import { namedSubscriptions } from '../access/named-subscriptions.ts'
import { lockPairOf } from '../access/pair.ts'
import type { Caller } from '../auth/caller.ts'
import { linkInvalid, requireStillValid, type Link } from '../auth/links.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { requestMessage } from '../mail/templates/request-message.ts'
import { languageOf } from '../mail/templates/template.ts'
import type { Family } from '../product-families/catalogue.ts'
import { lockRequest, readParties, readRequest, type RequestRow } from './access-requests.store.ts'
import { statusAt } from './requests.rules.ts'
import { levelOf, partiesOf } from './tell.ts'
import { viewerOf } from './who-may-answer.ts'

/** Whoever holds a link, and when. */
export interface LinkReader {
  caller: Caller
  link: Link | undefined
  now: Date
  families: readonly Family[]
}

/** A request as its link shows it. Wants system scope: the link is the proof. */
export async function toLinkedRequest(by: LinkReader, tx: Tx, row: RequestRow): Promise<LinkedRequest> {
  const { client, reseller } = await readParties(tx, row)
  const level = await levelOf(tx, row)
  const { now } = by
  const viewer = await viewerOf(tx, by.caller, linkOf(by), client)
  return {
    id: row.id,
    status: statusAt(row, now),
    reseller: { name: reseller.name, supportEmail: reseller.supportEmail },
    client: { name: client.name, binding: client.binding ?? 'placeholder' },
    level: toLevel(level),
    scope: row.scope,
    subscriptions: await namedSubscriptions(tx, by, row.clientId, [row.scope]),
    message: requestMessage(
      {
        ...partiesOf({ client, reseller }),
        level,
        message: row.message,
        expiresAt: row.expiresAt ?? now,
        timeZone: client.timeZone ?? reseller.timeZone ?? 'UTC',
      },
      languageOf(row.languageCode),
    ),
    languageCode: row.languageCode,
    duration: row.duration,
    autoExtend: row.autoExtend,
    endsAt: row.duration === null ? null : shifted(now, row.duration).toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy?.display ?? null,
    renewalAskedAt: row.renewalAskedAt?.toISOString() ?? null,
    paymentMethodOnFile: viewer.mayAnswer === 'yes' ? client.paymentMethodOnFile : null,
    viewer,
  }
}

/** The request that a link is for. */
export async function requestOfLink(by: LinkReader, tx: Tx): Promise<RequestRow> {
  const { requestId } = linkOf(by)
  const row = requestId === null ? undefined : await readRequest(tx, requestId)
  if (!row) throw linkInvalid()
  return row
}

/**
 * The same, locked for an answer, which nothing else about the pair comes between, nor about the one with the account that
 * `accountFor` says is answered for.
 */
export async function requestToAnswer(
  by: LinkReader,
  tx: Tx,
  accountFor?: (seen: RequestRow) => Promise<string | undefined>,
): Promise<RequestRow> {
  const seen = await requestOfLink(by, tx)
  const { clientId } = await lockPairOf(tx, seen, await accountFor?.(seen))
  const row = await lockRequest(tx, String(linkOf(by).requestId))
  if (!row) throw linkInvalid()
  await requireStillValid(tx, linkOf(by))
  return { ...row, clientId }
}

/** The mailbox of whoever answers: the one that was asked, by the link in its mail; else where the host says they are. */
export function ownMailbox(by: LinkReader): string | null {
  const link = linkOf(by)
  return link.provesMailbox ? link.holder.email : by.caller.email
}

export function linkOf({ link }: LinkReader): Link {
  if (!link) throw new Error('Clientele: a row that is called by a link was called without one.')
  return link
}
